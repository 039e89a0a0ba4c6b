import type { Left, ScriptNote } from './events.ts';
import type { Course, Script, ScriptPhase, Sentence } from './script.ts';

/** A craving that was rated on the way. */
export interface Rated {
  /** When, in the time of the words: pauses left out. */
  readonly atMs: number;
  /** 0–100. */
  readonly value: number;
  /** Which of the questions it answers, from 1. */
  readonly ask: number;
}

interface Way {
  /** Time since the beginning, pauses left out. */
  readonly passedMs: number;
  readonly ratings: readonly Rated[];
  /** How often the craving has been asked for. */
  readonly asks: number;
  /** Whether the last of these questions waits for its answer. */
  readonly asking: boolean;
}

export interface Guided extends Way {
  readonly at: 'guided';
  /** Index into the script. */
  readonly phase: number;
  /** Time in the phase, pauses left out. */
  readonly inPhaseMs: number;
  readonly paused: boolean;
}

/** Where a person is in a script. */
export type Place =
  | Guided
  /** The words are over and one question is asked; the music may go on. */
  | (Way & { readonly at: 'question' })
  /** It has been answered or passed over; the music may go on for as long as the person likes. */
  | (Way & { readonly at: 'after'; readonly hard: boolean });

/** What may happen on the way. `on`: the person leaves the phase for the next one. */
export type Happening =
  | { readonly type: 'time'; readonly ms: number }
  | { readonly type: 'on' | 'pause' | 'resume' | 'music-over' | 'finish' | 'pass-over' }
  /** The craving, where it was asked for on the way. */
  | { readonly type: 'rate'; readonly value: number }
  /** To the closing question. `feels` absent: it was passed over, or it asked for the craving. */
  | { readonly type: 'answer'; readonly feels?: string };

/** Where that leads, and what of it belongs in the log, in order. */
export interface Step {
  readonly place: Place;
  readonly notes: readonly ScriptNote[];
  /** A rating that belongs to the session. */
  readonly rated?: number;
}

/** The first words wait this long, so that a screen reader is ready for them. */
const BEFORE_FIRST_MS = 1500;
/** Ratings that differ by less are called the same: nobody means it to the point. */
const SAME_WITHIN = 5;
const NOWHERE: Way = { passedMs: 0, ratings: [], asks: 0, asking: false };

/** The beginning: the first phase is entered. */
export function beginning(script: Script): Step {
  const { place, notes } = enter(script, NOWHERE, 0);
  return { place, notes: [{ what: 'script-begun', details: { script: script.id } }, ...notes] };
}

/** What happens at a place that it means nothing to changes nothing. */
export function stepFrom(script: Script, place: Place, happening: Happening): Step {
  switch (happening.type) {
    case 'time':
      return place.at === 'guided' && !place.paused ? passTime(script, place, happening.ms) : stay(place);
    case 'on':
      return place.at === 'guided' ? leave(script, place, { how: 'early' }) : stay(place);
    case 'pause':
    case 'resume':
      return pausing(script, place, happening.type === 'pause');
    case 'music-over':
      return place.at === 'guided' && place.phase < script.phases.length - 1
        ? leave(script, place, { how: 'music-over', to: script.phases.length - 1 })
        : stay(place);
    case 'finish':
      return place.at === 'guided'
        ? leave(script, place, { how: 'finished', to: script.phases.length })
        : stay(place);
    case 'rate':
      return rate(place, happening.value);
    case 'pass-over':
      return stay(place.asking ? { ...place, asking: false } : place);
    case 'answer':
      return place.at === 'question' ? answer(script, place, happening.feels) : stay(place);
  }
}

export const phaseAt = (script: Script, { phase }: Guided): ScriptPhase => script.phases[phase]!;

/** What is said at a moment. */
export interface Said {
  /** Of the sentence in its phase. */
  readonly index: number;
  readonly sentence: Sentence;
  /** The words, as the answers have them. */
  readonly words: Sentence | NonNullable<Sentence['told']>[Course];
}

/** The sentence of this moment; absent: the first has not been said yet. */
export function saidAt(script: Script, place: Guided): Said | undefined {
  if (place.phase === 0 && place.inPhaseMs < BEFORE_FIRST_MS) return undefined;
  const { sentences } = phaseAt(script, place);
  let startMs = 0;
  for (const [index, sentence] of sentences.entries()) {
    const endMs = startMs + sentence.s * 1000;
    if (place.inPhaseMs < endMs) {
      // What is answered while it is on the screen changes what comes next, not what is being read.
      const course = courseUntil(place, place.passedMs - (place.inPhaseMs - startMs));
      return { index, sentence, words: (course && sentence.told?.[course]) ?? sentence };
    }
    startMs = endMs;
  }
  return undefined;
}

/** Whether the breathing guide goes along. */
export function isGuidedBreath(script: Script, place: Place | undefined): boolean {
  if (place?.at !== 'guided') return false;
  const { guideFrom } = phaseAt(script, place);
  return guideFrom !== undefined && (saidAt(script, place)?.index ?? -1) >= guideFrom;
}

/** Which way the craving went by then; absent: the last question was not answered, or there is nothing before it. */
export function courseUntil({ ratings, asks }: Way, untilMs: number): Course | undefined {
  const [before, last] = ratings.filter(({ atMs }) => atMs <= untilMs).slice(-2);
  if (!before || !last || last.ask < asks) return undefined;
  const change = last.value - before.value;
  return Math.abs(change) < SAME_WITHIN ? 'same' : change > 0 ? 'rising' : 'falling';
}

const stay = (place: Place): Step => ({ place, notes: [] });

/** Sentence by sentence, since each may ask; a long stretch at once may pass through several phases. */
function passTime(script: Script, place: Guided, ms: number): Step {
  let endMs = 0;
  for (const [index, { s }] of phaseAt(script, place).sentences.entries()) {
    endMs += s * 1000;
    if (place.inPhaseMs >= endMs) continue;
    const untilMs = endMs - place.inPhaseMs;
    const moved = (by: number): Guided => ({
      ...place,
      inPhaseMs: place.inPhaseMs + by,
      passedMs: place.passedMs + by,
    });
    if (ms < untilMs) return stay(moved(ms));
    const next = phaseAt(script, place).sentences[index + 1];
    const step = next ? stay(heard(moved(untilMs), next)) : leave(script, moved(untilMs), { how: 'through' });
    if (step.place.at !== 'guided') return step;
    const then = passTime(script, step.place, ms - untilMs);
    return { place: then.place, notes: [...step.notes, ...then.notes] };
  }
  return leave(script, place, { how: 'through' });
}

/** A sentence begins: it may ask for the craving. */
const heard = (place: Guided, { asks }: Sentence): Guided =>
  asks ? { ...place, asks: place.asks + 1, asking: true } : place;

/** @param to index of the phase that comes next; past the last: the question. Absent: the next */
function leave(
  script: Script,
  place: Guided,
  { how, to = place.phase + 1 }: { readonly how: Left; readonly to?: number },
): Step {
  const { id } = phaseAt(script, place);
  const afterS = Math.round(place.inPhaseMs / 1000);
  const left: ScriptNote = { what: 'phase-left', details: { phase: id, how, afterS } };
  const way: Way = { ...wayOf(place), asking: false };
  if (to < script.phases.length) {
    const entered = enter(script, way, to);
    return { place: entered.place, notes: [left, ...entered.notes] };
  }
  const over: Place = script.closing ? { at: 'question', ...way } : { at: 'after', ...way, hard: false };
  return { place: over, notes: [left] };
}

function enter(script: Script, way: Way, phase: number): Step {
  const { id, sentences } = script.phases[phase]!;
  const place: Guided = { at: 'guided', phase, inPhaseMs: 0, paused: false, ...way };
  const notes = [{ what: 'phase-entered', details: { phase: id } }];
  return { place: sentences[0] ? heard(place, sentences[0]) : place, notes };
}

function pausing(script: Script, place: Place, paused: boolean): Step {
  if (place.at !== 'guided' || place.paused === paused) return stay(place);
  const details = { phase: phaseAt(script, place).id };
  return {
    place: { ...place, paused },
    notes: [{ what: paused ? 'words-paused' : 'words-resumed', details }],
  };
}

/** Only what was asked for is taken: a second tap on the way is none. */
function rate(place: Place, value: number): Step {
  if (!place.asking) return stay(place);
  const rated: Rated = { atMs: place.passedMs, value, ask: place.asks };
  return {
    place: { ...place, asking: false, ratings: [...place.ratings, rated] },
    notes: [],
    rated: value,
  };
}

function answer({ closing }: Script, place: Place, feels: string | undefined): Step {
  const given = closing?.asks === 'feeling' ? closing.answers.find(({ id }) => id === feels) : undefined;
  return {
    place: { at: 'after', ...wayOf(place), hard: given?.hard === true },
    notes: closing?.asks === 'feeling' && given ? [{ what: closing.what, details: { feels: given.id } }] : [],
  };
}

const wayOf = ({ passedMs, ratings, asks, asking }: Way): Way => ({ passedMs, ratings, asks, asking });
