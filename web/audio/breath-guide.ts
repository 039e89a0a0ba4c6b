import { BREATH_PACE, type BreathPace } from '../../engine/index.ts';

/** A breath to breathe along with, as sight, sound and touch follow it. */
export interface BreathGuide extends BreathPace {
  /** Epoch milliseconds at which one of its breaths began; all others follow from it. */
  readonly sinceMs: number;
}

/** A guide whose first breath begins at a time. @param perMinute breaths a minute */
export const guideFrom = (sinceMs: number, perMinute: number): BreathGuide => ({
  sinceMs,
  perMinute,
  inShare: BREATH_PACE.inShare,
});

/**
 * The guide at another pace from a moment on: the breath under way is at the
 * same share of itself, so that nothing jumps.
 */
export const atPace = (guide: BreathGuide, perMinute: number, atMs: number): BreathGuide => ({
  ...guide,
  perMinute,
  sinceMs: atMs - shareAt(guide, atMs) * breathMs(perMinute),
});

/** Milliseconds of one breath. */
export const breathMs = (perMinute: number): number => 60_000 / perMinute;

/** How much of the breath under way is over, in [0, 1). */
export function shareAt({ sinceMs, perMinute }: BreathGuide, atMs: number): number {
  const breaths = (atMs - sinceMs) / breathMs(perMinute);
  return breaths - Math.floor(breaths);
}

/** How full the breath is: 0 empty, 1 full; a cosine up through the in-breath, another down through the out-breath. */
export function fullnessAt(guide: BreathGuide, atMs: number): number {
  const share = shareAt(guide, atMs);
  const { inShare } = guide;
  return share < inShare
    ? (1 - Math.cos((Math.PI * share) / inShare)) / 2
    : (1 + Math.cos((Math.PI * (share - inShare)) / (1 - inShare))) / 2;
}
