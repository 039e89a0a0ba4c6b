import type { SessionEvent } from '../session/signal.ts';
import { median } from '../maths/statistics.ts';

/** The heart's response to one pace of breathing. */
export interface PaceResponse {
  readonly breathsPerMinute: number;
  /**
   * Power of heart rate variability in the low band over the last minute at this
   * pace, ms²; the median of what was measured.
   */
  readonly lfPowerMs2: number;
}

/** Spectra of the end of a pace only: the window reaches back 64 s, and the first minute is for finding the pace. */
const SETTLED_MS = 90_000;
/** Spectra needed for a pace. */
const SPECTRA_MIN = 10;

/**
 * The resonance assessment of a session: at each pace that a phase asked for, the power of the heart rate
 * oscillation at that pace. 4.5–7 breaths a minute are 0.075–0.117 Hz, within LF (0.04–0.15 Hz), so LF power is the
 * swing itself here and says nothing about sympathetic tone.
 *
 * @returns the paces with enough clean signal, the largest response first; empty without any. Which pace is
 *   comfortable is for the person to say, and repeated assessments differ by up to half a breath.
 * Source: Shaffer & Meehan 2020, doi:10.3389/fnins.2020.570400 (of its criteria the peak of LF power; phase,
 * smoothness and maximal swing are not looked at).
 */
export function paceResponses(log: readonly SessionEvent[]): readonly PaceResponse[] {
  const powers = new Map<number, number[]>();
  let pace: { readonly breathsPerMinute: number; readonly sinceMs: number } | undefined;
  for (const event of log) {
    if (event.type === 'phase') {
      const { breathsPerMinute, atMs } = event;
      pace = breathsPerMinute === undefined ? undefined : { breathsPerMinute, sinceMs: atMs };
    }
    if (event.type !== 'hrv' || !event.spectrum || !pace || event.atMs - pace.sinceMs < SETTLED_MS) continue;
    powers.set(pace.breathsPerMinute, [...(powers.get(pace.breathsPerMinute) ?? []), event.spectrum.lfMs2]);
  }
  return [...powers]
    .filter(([, found]) => found.length >= SPECTRA_MIN)
    .map(([breathsPerMinute, found]) => ({ breathsPerMinute, lfPowerMs2: median(found) }))
    .sort((a, b) => b.lfPowerMs2 - a.lfPowerMs2);
}
