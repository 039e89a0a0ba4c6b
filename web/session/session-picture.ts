import type { Family, Level, LiveHeart, SessionEvent } from '../../engine/index.ts';
import { ownTitlesOf, type OwnTitles } from './own-titles.ts';

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
  readonly heart: LiveHeart;
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

/**
 * Draws the picture event by event around a heart that is collected beside it. The lists are the same arrays
 * throughout, so that a canvas can follow them without copies; nobody but `add` changes them.
 */
export function sketchSession(heart: LiveHeart): {
  readonly picture: SessionPicture;
  readonly add: (event: SessionEvent) => void;
} {
  const picture: Growing<SessionPicture> = {
    heart,
    arousal: [],
    modules: [],
    marksMs: [],
    startMs: 0,
    endMs: 0,
  };
  return { picture, add: (event) => draw(picture, event) };
}

function draw(picture: Growing<SessionPicture>, event: SessionEvent): void {
  picture.endMs = Math.max(picture.endMs, event.atMs);
  switch (event.type) {
    case 'session-started':
      picture.startMs = event.atMs;
      picture.ownTitles = ownTitlesOf(event);
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
    case 'clock-offset':
    case 'halt':
    case 'hrv':
    case 'intervals':
    case 'packet':
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
