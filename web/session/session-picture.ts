import type { Family, Level, SessionEvent } from '../../engine/index.ts';
import { ownTitlesOf, type OwnTitles } from './own-titles.ts';

/** One beat-to-beat heart rate, for the trace. */
export interface HeartPoint {
  readonly atMs: number;
  readonly bpm: number;
}

/** An estimate, or its absence from here on. */
export interface ArousalPoint {
  readonly atMs: number;
  readonly estimate?: { readonly value: number; readonly sd: number; readonly quality: number };
}

/** What played from `fromMs` until the next band. */
export interface ModuleBand {
  readonly fromMs: number;
  readonly module: string;
  readonly family: Family;
  readonly level: Level;
  /** Where the course aims on the ladder; absent in logs of before. */
  readonly targetRung?: number;
}

/** All that the charts of a session need, in order of time. Grows while the session runs. */
export interface SessionPicture {
  readonly heart: readonly HeartPoint[];
  readonly arousal: readonly ArousalPoint[];
  readonly modules: readonly ModuleBand[];
  readonly marksMs: readonly number[];
  readonly startMs: number;
  readonly endMs: number;
  readonly ownTitles?: OwnTitles;
  readonly before?: number;
  readonly after?: number;
}

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** What a raw packet says: RR intervals in ms, oldest first, and the device's own heart rate where it gives one. */
export type ReadPacket = (hex: string) => { readonly rrMs: readonly number[]; readonly bpm?: number };

/**
 * Draws the picture event by event. The lists are the same arrays throughout, so that a canvas can follow them
 * without copies; nobody but `add` changes them.
 */
export function sketchSession(readPacket: ReadPacket): {
  picture: SessionPicture;
  add(event: SessionEvent): void;
} {
  const picture: Growing<SessionPicture> = {
    heart: [],
    arousal: [],
    modules: [],
    marksMs: [],
    startMs: 0,
    endMs: 0,
  };
  return { picture, add: (event) => draw(picture, event, readPacket) };
}

function draw(picture: Growing<SessionPicture>, event: SessionEvent, readPacket: ReadPacket): void {
  picture.endMs = Math.max(picture.endMs, event.atMs);
  switch (event.type) {
    case 'session-started':
      picture.startMs = event.atMs;
      picture.ownTitles = ownTitlesOf(event);
      break;
    case 'packet':
      addPacket(picture.heart, event.atMs, readPacket(event.hex));
      break;
    case 'intervals':
      addBeats(picture.heart, event.atMs, event.rrMs);
      break;
    case 'arousal':
      picture.arousal.push('value' in event ? { atMs: event.atMs, estimate: event } : { atMs: event.atMs });
      break;
    case 'decision':
      picture.modules.push({ ...event, fromMs: event.atMs });
      break;
    case 'mark':
      picture.marksMs.push(event.atMs);
      break;
    case 'rating':
      if (event.moment === 'before') picture.before = event.value;
      if (event.moment === 'after') picture.after = event.value;
      break;
    case 'activity':
    case 'baseline':
    case 'baseline-set':
    case 'beat-class':
    case 'craving':
    case 'craving-forecast':
    case 'craving-label':
    case 'craving-prompt':
    case 'crossfade':
    case 'frame':
    case 'gap':
    case 'halt':
    case 'hrv':
    case 'pacer':
    case 'phase':
    case 'press':
    case 'learning-stopped':
    case 'prompt-answer':
    case 'sensor':
    case 'session-ended':
    case 'tag':
      break;
    default:
      event satisfies never;
  }
}

/** Optical bands send a heart rate without intervals: then that is the point. */
function addPacket(heart: HeartPoint[], atMs: number, { rrMs, bpm }: ReturnType<ReadPacket>): void {
  if (rrMs.length > 0) addBeats(heart, atMs, rrMs);
  else if (bpm !== undefined) addPoint(heart, { atMs, bpm });
}

/** Intervals end back to back at `endMs`. */
function addBeats(heart: HeartPoint[], endMs: number, rrMs: readonly number[]): void {
  let atMs = endMs - rrMs.reduce((sum, rr) => sum + rr, 0);
  for (const rr of rrMs) {
    atMs += rr;
    addPoint(heart, { atMs, bpm: 60_000 / rr });
  }
}

/** A heart rate is within 30–220; the rest would only squeeze the trace. Time never runs backwards on it. */
function addPoint(heart: HeartPoint[], { atMs, bpm }: HeartPoint): void {
  if (bpm < 30 || bpm > 220) return;
  heart.push({ atMs: Math.max(heart.at(-1)?.atMs ?? atMs, atMs), bpm });
}

/** The picture of a session that is over. */
export function pictureOf(events: Iterable<SessionEvent>, readPacket: ReadPacket): SessionPicture {
  const sketch = sketchSession(readPacket);
  for (const event of events) sketch.add(event);
  return sketch.picture;
}
