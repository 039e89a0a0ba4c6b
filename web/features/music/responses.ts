import type { SessionEvent } from '../../../engine/index.ts';

/** What one or more sessions say of what went with a piece of music. Beside it, not because of it. */
export interface Response {
  /** Sessions in which it was heard, and seconds altogether. */
  readonly sessions: number;
  readonly heardS: number;
  /** Change of the craving rating across the stretches it was heard in, 0–100; absent: never rated around it. */
  readonly craving?: MeanChange;
  /** Change of the arousal estimate from its beginning to its end, 0–1; absent: not known at both. */
  readonly arousal?: MeanChange;
}

export interface MeanChange {
  readonly mean: number;
  readonly count: number;
}

export type Responses = ReadonlyMap<string, Response>;

/** A piece must have been heard for so long between two ratings, or two estimates, to be named with them. */
const LEAST_S = 60;

interface Tally {
  heardS: number;
  readonly craving: number[];
  readonly arousal: number[];
}

/** The response to each piece of a single session. */
function tallySession(log: readonly SessionEvent[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  const sinceRating = new Map<string, number>();
  let rated: number | undefined;
  let arousal: number | undefined;
  let sounding:
    { readonly id: string; readonly fromMs: number; readonly arousal: number | undefined } | undefined;
  const of = (id: string): Tally => {
    const tally = tallies.get(id) ?? { heardS: 0, craving: [], arousal: [] };
    tallies.set(id, tally);
    return tally;
  };
  const leave = (atMs: number): void => {
    if (!sounding) return;
    const seconds = (atMs - sounding.fromMs) / 1000;
    of(sounding.id).heardS += seconds;
    sinceRating.set(sounding.id, (sinceRating.get(sounding.id) ?? 0) + seconds);
    const known = arousal !== undefined && sounding.arousal !== undefined;
    if (known && seconds >= LEAST_S) of(sounding.id).arousal.push(arousal! - sounding.arousal!);
    sounding = undefined;
  };
  const rate = (value: number, atMs: number): void => {
    const now = sounding;
    leave(atMs);
    if (now) sounding = { ...now, fromMs: atMs, arousal };
    for (const [id, seconds] of sinceRating)
      if (rated !== undefined && seconds >= LEAST_S) of(id).craving.push(value - rated);
    sinceRating.clear();
    rated = value;
  };
  for (const event of log) {
    if (event.type === 'arousal') arousal = 'value' in event ? event.value : undefined;
    if (event.type === 'rating') rate(event.value, event.atMs);
    if (event.type === 'halt' || event.type === 'session-ended') leave(event.atMs);
    if (event.type === 'decision' && event.module !== sounding?.id) {
      leave(event.atMs);
      if (event.family !== 'silence') sounding = { id: event.module, fromMs: event.atMs, arousal };
    }
  }
  return tallies;
}

/** The response to each piece over all these sessions. Cost: one pass over each log. */
export function responsesIn(logs: Iterable<readonly SessionEvent[]>): Responses {
  const all = new Map<string, Tally & { sessions: number }>();
  for (const log of logs)
    for (const [id, { heardS, craving, arousal }] of tallySession(log)) {
      const before = all.get(id) ?? { sessions: 0, heardS: 0, craving: [], arousal: [] };
      all.set(id, {
        sessions: before.sessions + 1,
        heardS: before.heardS + heardS,
        craving: [...before.craving, ...craving],
        arousal: [...before.arousal, ...arousal],
      });
    }
  return new Map([...all].map(([id, tally]) => [id, responseOf(tally)]));
}

function responseOf({ sessions, heardS, craving, arousal }: Tally & { readonly sessions: number }): Response {
  return {
    sessions,
    heardS,
    ...(craving.length > 0 && { craving: meanOf(craving) }),
    ...(arousal.length > 0 && { arousal: meanOf(arousal) }),
  };
}

/** The mean of changes and how many there are; at least one is needed. */
export const meanOf = (changes: readonly number[]): MeanChange => ({
  mean: changes.reduce((sum, change) => sum + change, 0) / changes.length,
  count: changes.length,
});
