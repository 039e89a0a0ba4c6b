/** Something that sounds under or over any module, or alone in silence. */
export interface Layer {
  /** Stable, kebab-case; each has a recording of the same name in `web/audio`. */
  readonly id: string;
  readonly title: string;
  readonly kind: 'nature' | 'breath';
  /** One sentence for the person: what it is like. */
  readonly character: string;
}

/** The layers that ship with Attune. */
export const LAYERS: readonly Layer[] = [
  { id: 'surf', title: 'Surf', kind: 'nature', character: 'Waves on a flat beach, far off.' },
  { id: 'rain', title: 'Rain', kind: 'nature', character: 'Steady rain on leaves.' },
  { id: 'wind', title: 'Wind', kind: 'nature', character: 'Wind that rises and falls in trees.' },
  { id: 'stream', title: 'Stream', kind: 'nature', character: 'A small stream over stones.' },
  {
    id: 'breath',
    title: 'Breath',
    kind: 'breath',
    character: 'Soft air that swells and leaves at a slow breathing pace.',
  },
];

/** The breathing pace as a person sets it: breaths a minute, and the share of each that goes in. */
export interface BreathPace {
  readonly perMinute: number;
  /** In (0, 1). 0.4: four counts in, six out. */
  readonly inShare: number;
}

/** Four in, six out, six times a minute. */
export const BREATH_PACE: BreathPace = { perMinute: 6, inShare: 0.4 };

/** The slowest and the fastest pace on offer, breaths a minute. */
export const BREATH_RANGE = { slowest: 4.5, fastest: 7 } as const;

/** Share of the person's own pace at which swelling music was followed best, and the slowest pace (Leslie 2019). */
const OWN_SHARE = 0.75;
const SLOWEST_SWELL = 6;

/**
 * Swells a minute for music that is to slow a person's breathing.
 * @param own  breaths a minute; absent: unknown
 */
export const swellsPerMinute = (own?: number): number =>
  own === undefined ? SLOWEST_SWELL : Math.max(SLOWEST_SWELL, OWN_SHARE * own);
