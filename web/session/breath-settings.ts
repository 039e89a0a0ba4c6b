import { BREATH_PACE, BREATH_RANGE } from '../../engine/index.ts';
import { behavior, type Behavior } from '../kit/behavior.ts';

/** How the person wants to be guided; kept in this browser. */
export interface BreathSettings {
  /** Breaths a minute, 4.5–7. */
  readonly perMinute: number;
  /** The guide is heard as soft air. */
  readonly sound: boolean;
  /** The guide is felt: the phone hums at each turn of the breath. */
  readonly vibration: boolean;
  /** The music swells with the guide, or slowly by itself while that is off. */
  readonly swell: boolean;
}

export interface BreathSettingsModel {
  readonly settings$: Behavior<BreathSettings>;
  readonly change: (part: Partial<BreathSettings>) => void;
}

/** The person's settings, and whether there is anything to be felt. */
export interface BreathGuiding extends BreathSettingsModel {
  readonly canVibrate: boolean;
}

/** Paces on offer, breaths a minute; one that an assessment found lies between them, to a tenth. */
export const PACES: readonly number[] = Array.from(
  { length: 2 * (BREATH_RANGE.fastest - BREATH_RANGE.slowest) + 1 },
  (_, i) => BREATH_RANGE.slowest + i / 2,
);

/** Where it is kept. */
export const BREATH_SETTINGS = 'attune-breath';
const UNTOUCHED: BreathSettings = {
  perMinute: BREATH_PACE.perMinute,
  sound: true,
  vibration: false,
  swell: false,
};

/** @param storage the browser's; where it refuses, the settings last as long as the page */
export function breathSettings(storage: Pick<Storage, 'getItem' | 'setItem'>): BreathSettingsModel {
  const settings$ = behavior(read(storage));
  return {
    settings$,
    change: (part) => {
      settings$.next({ ...settings$.value, ...part });
      try {
        storage.setItem(BREATH_SETTINGS, JSON.stringify(settings$.value));
      } catch {
        // Full or forbidden: they hold until the page closes.
      }
    },
  };
}

function read(storage: Pick<Storage, 'getItem'>): BreathSettings {
  const kept = parsed(storage.getItem(BREATH_SETTINGS));
  const flag = (name: 'sound' | 'vibration' | 'swell'): boolean => {
    const value = kept[name];
    return typeof value === 'boolean' ? value : UNTOUCHED[name];
  };
  return {
    perMinute: isPace(kept['perMinute']) ? kept['perMinute'] : UNTOUCHED.perMinute,
    sound: flag('sound'),
    vibration: flag('vibration'),
    swell: flag('swell'),
  };
}

const isPace = (value: unknown): value is number =>
  typeof value === 'number' && value >= BREATH_RANGE.slowest && value <= BREATH_RANGE.fastest;

function parsed(text: string | null): Record<string, unknown> {
  try {
    return (JSON.parse(text ?? '{}') ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}
