import type { ComponentType } from 'react';
import type { Part } from '../kit/part.ts';
import type { SessionViewModel } from './session-view-model.ts';

/** The places of a session's screens that features fill, each with any number of parts in the order of the features. */
export interface SessionSlots {
  /** The middle of the running session, above the line of state. */
  readonly centre: readonly SessionPart[];
  /** Among what can be done: questions that come and go. */
  readonly cards: readonly SessionPart[];
  /** Under the live trace, while there is a sensor. */
  readonly sensor: readonly SessionPart[];
  /** In "Look closer". */
  readonly details: readonly SessionPart[];
  /** Under the picture of a session that has ended. */
  readonly after: readonly SessionPart[];
}

export type SessionPart = Part<InSession>;

export interface InSession {
  readonly session: SessionViewModel;
}

/** Every slot with the components that came for it. */
export type FilledSlots = { readonly [Name in keyof SessionSlots]: readonly ComponentType<InSession>[] };

/**
 * Fetches all parts, so that a session's screen is drawn whole. One whose code does not come is left out and reported:
 * the session's own controls do not wait for it.
 */
export async function fillSlots(
  offered: readonly Partial<SessionSlots>[],
  report: (cause: unknown) => void,
): Promise<FilledSlots> {
  const fill = async (name: keyof SessionSlots): Promise<readonly ComponentType<InSession>[]> => {
    const parts = offered.flatMap((slots) => slots[name] ?? []);
    const came = await Promise.allSettled(parts.map((one) => one.load()));
    return came.flatMap((one) => {
      if (one.status === 'fulfilled') return [one.value];
      report(one.reason);
      return [];
    });
  };
  const [centre, cards, sensor, details, after] = await Promise.all([
    fill('centre'),
    fill('cards'),
    fill('sensor'),
    fill('details'),
    fill('after'),
  ]);
  return { centre, cards, sensor, details, after };
}
