import type { SessionEvent } from '../../session/signal.ts';
import type { LearningSettings } from './learning-settings.ts';
import type { Stretch } from './logged-session.ts';

/** Seconds at either end of a stretch over which the estimate is averaged. */
const END_MS = 30_000;

/**
 * How good a stretch between two ratings was, in points of the craving scale: how far craving fell first; a little
 * for arousal that fell; less for skips and "too much".
 *
 * @returns `undefined` where the signal was poor or missing: artefacts must never look like success
 */
export function reward(
  log: readonly SessionEvent[],
  { fromMs, toMs, ratings }: Stretch,
  settings: LearningSettings,
): number | undefined {
  const inside = log.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs);
  const arousal = inside.flatMap((event) => (event.type === 'arousal' ? [event] : []));
  const quality = mean(arousal.map((event) => ('value' in event ? event.quality : 0)));
  if (quality === undefined || quality < settings.rewardQuality) return undefined;
  const given = arousal.flatMap((event) => ('value' in event ? [event] : []));
  const begin = given[0]!.atMs + END_MS;
  const end = given.at(-1)!.atMs - END_MS;
  const before = mean(given.filter(({ atMs }) => atMs <= begin).map(({ value }) => value))!;
  const after = mean(given.filter(({ atMs }) => atMs >= end).map(({ value }) => value))!;
  const presses = (button: string) =>
    inside.filter((event) => event.type === 'press' && event.button === button).length;
  return (
    ratings[0] -
    ratings[1] +
    settings.arousalPoints * (before - after) -
    settings.skipPoints * presses('skip') -
    settings.worsePoints * presses('too-much')
  );
}

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
