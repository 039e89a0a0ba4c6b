import type { KeptTrack, TrackAbout } from '../../../../server/contract/index.ts';
import type { OwnTrack } from '../own/own-track.ts';

/** What this browser knows of a track's copy on the service; absent: nothing. */
export interface ServerCopy {
  readonly id: string;
  readonly state:
    /** Under way, and perhaps there. */
    | 'sending'
    | 'there'
    /** Another browser took it off the service. It is not sent again. */
    | 'left'
    /** To be deleted there as soon as it can be. */
    | 'forget'
    /** Deleted there. It is not fetched, whoever sends it again. */
    | 'forgotten';
  /** What both sides said of it when they last agreed, as `aboutText` writes it. */
  readonly about?: string;
}

export const aboutOf = ({ fileName, addedAtMs, trigger, placed }: TrackAbout | OwnTrack): TrackAbout => ({
  fileName,
  addedAtMs,
  trigger,
  ...(placed && { placed: { family: placed.family, level: placed.level } }),
});

/** The same text for the same content. */
export const aboutText = (about: TrackAbout | OwnTrack): string => JSON.stringify(aboutOf(about));

export interface Standing {
  /** Those that were taken away and may still be had back, too. */
  readonly tracks: readonly OwnTrack[];
  readonly copies: readonly ServerCopy[];
  /** What the service has. */
  readonly listed: readonly KeptTrack[];
}

export type Step =
  | { readonly kind: 'send'; readonly track: OwnTrack }
  | { readonly kind: 'describe'; readonly track: OwnTrack }
  | { readonly kind: 'fetch'; readonly id: string; readonly about: TrackAbout }
  | { readonly kind: 'take'; readonly id: string; readonly about: TrackAbout }
  /** Nothing to carry, only to note. */
  | { readonly kind: 'note'; readonly copy: ServerCopy };

/**
 * What brings browser and service in step. What the person did last in this
 * browser goes before what the service has.
 */
export function stepsBetween({ tracks, copies, listed }: Standing): readonly Step[] {
  const copyOf = new Map(copies.map((copy) => [copy.id, copy]));
  const thereOf = new Map(listed.map((kept) => [kept.id, kept]));
  const here = new Set(tracks.map(({ id }) => id));
  const own = tracks
    .filter(({ removed }) => !removed)
    .map((track) => stepFor(track, copyOf.get(track.id), thereOf.get(track.id)));
  const missing = listed.map(({ id, about }): Step | undefined => {
    const state = copyOf.get(id)?.state;
    const unwanted = here.has(id) || state === 'forget' || state === 'forgotten';
    return unwanted || !about ? undefined : { kind: 'fetch', id, about };
  });
  return [...own, ...missing].filter((step) => step !== undefined);
}

function stepFor(
  track: OwnTrack,
  copy: ServerCopy | undefined,
  there: KeptTrack | undefined,
): Step | undefined {
  const { id } = track;
  if (copy?.state === 'forget') return undefined;
  if (!there) {
    if (copy?.state === 'left') return undefined;
    return copy?.state === 'there' ? { kind: 'note', copy: { id, state: 'left' } } : { kind: 'send', track };
  }
  const said = aboutText(track);
  if (there.about && aboutText(there.about) === said) {
    const noted = copy?.state === 'there' && copy.about === said;
    return noted ? undefined : { kind: 'note', copy: { id, state: 'there', about: said } };
  }
  const unchangedHere = copy?.about === said || !track.placed;
  return there.about && unchangedHere
    ? { kind: 'take', id, about: there.about }
    : { kind: 'describe', track };
}
