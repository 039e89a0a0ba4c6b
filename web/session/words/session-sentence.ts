import { spoken } from '../../kit/language.ts';
import { countText } from '../../kit/numbers.ts';
import { heartRates, type HeartRate } from '../heart-rates.ts';
import type { SessionPicture } from '../session-picture.ts';

const SHORT_MS = 90_000;

interface PictureWords {
  readonly stayedAt: (minutes: number, rating: number) => string;
  readonly went: (minutes: number, before: number, after: number) => string;
  readonly rates: (minutes: number, early: number, late: number) => string;
  readonly stayed: (minutes: number) => string;
  readonly noHeart: string;
  readonly heart: (low: number, high: number, last: number) => string;
  readonly noArousal: string;
  readonly giveOrTake: (value: number, sd: number) => string;
  readonly arousal: (share: number, first: number, last: string) => string;
}

const inMinutes = (count: number): string => countText(count, { one: '# Minute', other: '# Minuten' });

const words = spoken<PictureWords>({
  en: {
    stayedAt: (minutes, rating) => `In ${minutes} min, the craving you rated stayed at ${rating}.`,
    went: (minutes, before, after) =>
      `In ${minutes} min, the craving you rated went from ${before} to ${after}.`,
    rates: (minutes, early, late) =>
      `${minutes} min. Your heart rate was about ${early} bpm at the start and ${late} at the end.`,
    stayed: (minutes) => `You stayed for ${minutes} min.`,
    noHeart: 'No heart rate was recorded.',
    heart: (low, high, last) => `Heart rate between ${low} and ${high} bpm, ${last} at the end.`,
    noArousal: 'There was no estimate of arousal.',
    giveOrTake: (value, sd) => `${value} of 100, give or take ${sd}`,
    arousal: (share, first, last) =>
      `Arousal estimated for ${share} % of the time; first ${first}, last ${last}.`,
  },
  de: {
    stayedAt: (minutes, rating) =>
      `In ${inMinutes(minutes)} blieb das Verlangen, wie du es bewertet hast, bei ${rating}.`,
    went: (minutes, before, after) =>
      `In ${inMinutes(minutes)} ging das Verlangen, wie du es bewertet hast, von ${before} auf ${after}.`,
    rates: (minutes, early, late) =>
      `${inMinutes(minutes)}. Dein Puls lag am Anfang bei etwa ${early} und am Ende bei ${late} Schlägen pro Minute.`,
    stayed: (minutes) => `Du bist ${inMinutes(minutes)} geblieben.`,
    noHeart: 'Es wurde kein Puls aufgezeichnet.',
    heart: (low, high, last) => `Puls zwischen ${low} und ${high} pro Minute, am Ende ${last}.`,
    noArousal: 'Es gab keine Schätzung der Aktivierung.',
    giveOrTake: (value, sd) => `${value} von 100, ± ${sd}`,
    arousal: (share, first, last) =>
      `Aktivierung für ${share} % der Zeit geschätzt; zuerst ${first}, zuletzt ${last}.`,
  },
});

/** One sentence about a session that is over. States what was seen and claims no cause. */
export function sessionSentence({ before, after, startMs, endMs, heart }: SessionPicture): string {
  const lasted = Math.max(1, Math.round((endMs - startMs) / 60_000));
  if (before !== undefined && after !== undefined)
    return before === after ? words.stayedAt(lasted, before) : words.went(lasted, before, after);
  const rates = heartRates(heart);
  const early = meanBpm(rates.filter(({ atMs }) => atMs < startMs + SHORT_MS));
  const late = meanBpm(rates.filter(({ atMs }) => atMs > endMs - SHORT_MS));
  return early !== undefined && late !== undefined && endMs - startMs > 2 * SHORT_MS
    ? words.rates(lasted, early, late)
    : words.stayed(lasted);
}

function meanBpm(points: readonly HeartRate[]): number | undefined {
  if (points.length === 0) return undefined;
  return Math.round(points.reduce((sum, { bpm }) => sum + bpm, 0) / points.length);
}

/** The text alternative of the heart-rate trace. */
export function heartText(heart: SessionPicture['heart']): string {
  const bpms = heartRates(heart).map(({ bpm }) => bpm);
  if (bpms.length === 0) return words.noHeart;
  const low = Math.round(bpms.reduce((a, b) => Math.min(a, b)));
  const high = Math.round(bpms.reduce((a, b) => Math.max(a, b)));
  return words.heart(low, high, Math.round(bpms.at(-1)!));
}

/** The text alternative of the arousal band. */
export function arousalText(arousal: SessionPicture['arousal']): string {
  const given = arousal.flatMap(({ estimate }) => (estimate ? [estimate] : []));
  const last = given.at(-1);
  if (!last) return words.noArousal;
  const share = Math.round((100 * given.length) / arousal.length);
  const percent = (value: number): number => Math.round(value * 100);
  return words.arousal(
    share,
    percent(given[0]!.value),
    words.giveOrTake(percent(last.value), percent(last.sd)),
  );
}
