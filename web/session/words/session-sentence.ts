import { heartRates, type HeartRate } from '../heart-rates.ts';
import type { SessionPicture } from '../session-picture.ts';

const SHORT_MS = 90_000;

/** One sentence about a session that is over. States what was seen and claims no cause. */
export function sessionSentence({ before, after, startMs, endMs, heart }: SessionPicture): string {
  const lasted = `${Math.max(1, Math.round((endMs - startMs) / 60_000))} min`;
  if (before !== undefined && after !== undefined) {
    const change = before === after ? `stayed at ${before}` : `went from ${before} to ${after}`;
    return `In ${lasted}, the craving you rated ${change}.`;
  }
  const rates = heartRates(heart);
  const early = meanBpm(rates.filter(({ atMs }) => atMs < startMs + SHORT_MS));
  const late = meanBpm(rates.filter(({ atMs }) => atMs > endMs - SHORT_MS));
  if (early !== undefined && late !== undefined && endMs - startMs > 2 * SHORT_MS) {
    return `${lasted}. Your heart rate was about ${early} bpm at the start and ${late} at the end.`;
  }
  return `You stayed for ${lasted}.`;
}

function meanBpm(points: readonly HeartRate[]): number | undefined {
  if (points.length === 0) return undefined;
  return Math.round(points.reduce((sum, { bpm }) => sum + bpm, 0) / points.length);
}

/** The text alternative of the heart-rate trace. */
export function heartText(heart: SessionPicture['heart']): string {
  const bpms = heartRates(heart).map(({ bpm }) => bpm);
  if (bpms.length === 0) return 'No heart rate was recorded.';
  const low = Math.round(bpms.reduce((a, b) => Math.min(a, b)));
  const high = Math.round(bpms.reduce((a, b) => Math.max(a, b)));
  return `Heart rate between ${low} and ${high} bpm, ${Math.round(bpms.at(-1)!)} at the end.`;
}

/** The text alternative of the arousal band. */
export function arousalText(arousal: SessionPicture['arousal']): string {
  const given = arousal.flatMap(({ estimate }) => (estimate ? [estimate] : []));
  const last = given.at(-1);
  if (!last) return 'There was no estimate of arousal.';
  const share = Math.round((100 * given.length) / arousal.length);
  const percent = (value: number): number => Math.round(value * 100);
  return (
    `Arousal estimated for ${share} % of the time; first ${percent(given[0]!.value)}, ` +
    `last ${percent(last.value)} of 100, give or take ${percent(last.sd)}.`
  );
}
