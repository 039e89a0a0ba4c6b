import type { Body, Left, RelaxationNote } from './events.ts';
import { phaseMs, SCRIPT, type ScriptPhase, type Sentence } from './script.ts';

/** Where a person is in the relaxation. */
export type Place =
  | Guided
  /** The words are over and one question is asked; the music may go on. */
  | { readonly at: 'question' }
  /** It has been answered or passed over; the music may go on for as long as the person likes. */
  | { readonly at: 'after'; readonly body?: Body };

export interface Guided {
  readonly at: 'guided';
  /** Index into the script. */
  readonly phase: number;
  /** Time in the phase, pauses left out. */
  readonly inPhaseMs: number;
  readonly paused: boolean;
}

/** What may happen on the way. `on`: the person leaves the phase for the next one. */
export type Happening =
  | { readonly type: 'time'; readonly ms: number }
  | { readonly type: 'on' | 'pause' | 'resume' | 'music-over' | 'finish' }
  | { readonly type: 'answer'; readonly body?: Body };

/** Where that leads, and what of it belongs in the log, in order. */
export interface Step {
  readonly place: Place;
  readonly notes: readonly RelaxationNote[];
}

/** The first words wait this long, so that a screen reader is ready for them. */
const BEFORE_FIRST_MS = 1500;

/** The beginning: the first phase is entered. */
export const beginning = (): Step => enter(0);

/** What happens at a place that it means nothing to changes nothing. */
export function stepFrom(place: Place, happening: Happening): Step {
  switch (happening.type) {
    case 'time':
      return place.at === 'guided' && !place.paused ? passTime(place, happening.ms) : stay(place);
    case 'on':
      return place.at === 'guided' ? leave(place, 'early') : stay(place);
    case 'pause':
    case 'resume':
      return pausing(place, happening.type === 'pause');
    case 'music-over':
      return isBeforeLast(place) ? leave(place, 'music-over', SCRIPT.length - 1) : stay(place);
    case 'finish':
      return place.at === 'guided' ? leave(place, 'finished', SCRIPT.length) : stay(place);
    case 'answer':
      return place.at === 'question' ? answer(happening.body) : stay(place);
  }
}

export const phaseAt = ({ phase }: Guided): ScriptPhase => SCRIPT[phase]!;

/** The sentence of this moment and its index in the phase; absent: the first has not been said yet. */
export function sentenceAt(place: Guided): (Sentence & { readonly index: number }) | undefined {
  if (place.phase === 0 && place.inPhaseMs < BEFORE_FIRST_MS) return undefined;
  const { sentences } = phaseAt(place);
  let endsMs = 0;
  const index = sentences.findIndex(({ s }) => place.inPhaseMs < (endsMs += s * 1000));
  const sentence = sentences[index];
  return sentence && { ...sentence, index };
}

/** Whether the breathing guide goes along. */
export function isGuidedBreath(place: Place | undefined): boolean {
  if (place?.at !== 'guided') return false;
  const { guideFrom } = phaseAt(place);
  return guideFrom !== undefined && (sentenceAt(place)?.index ?? -1) >= guideFrom;
}

const stay = (place: Place): Step => ({ place, notes: [] });

/** A long stretch at once may pass through several phases. */
function passTime(place: Guided, ms: number): Step {
  const leftMs = phaseMs(phaseAt(place)) - place.inPhaseMs;
  if (ms < leftMs) return stay({ ...place, inPhaseMs: place.inPhaseMs + ms });
  const left = leave({ ...place, inPhaseMs: place.inPhaseMs + leftMs }, 'through');
  if (left.place.at !== 'guided') return left;
  const then = passTime(left.place, ms - leftMs);
  return { place: then.place, notes: [...left.notes, ...then.notes] };
}

/** @param to index of the phase that comes next; past the last: the question */
function leave(place: Guided, how: Left, to = place.phase + 1): Step {
  const afterS = Math.round(place.inPhaseMs / 1000);
  const left: RelaxationNote = { what: 'phase-left', details: { phase: phaseAt(place).id, how, afterS } };
  if (to >= SCRIPT.length) return { place: { at: 'question' }, notes: [left] };
  const entered = enter(to);
  return { place: entered.place, notes: [left, ...entered.notes] };
}

function enter(phase: number): Step {
  const { id } = SCRIPT[phase]!;
  return {
    place: { at: 'guided', phase, inPhaseMs: 0, paused: false },
    notes: [{ what: 'phase-entered', details: { phase: id } }],
  };
}

function pausing(place: Place, paused: boolean): Step {
  if (place.at !== 'guided' || place.paused === paused) return stay(place);
  const details = { phase: phaseAt(place).id };
  return {
    place: { ...place, paused },
    notes: [{ what: paused ? 'words-paused' : 'words-resumed', details }],
  };
}

const isBeforeLast = (place: Place): place is Guided =>
  place.at === 'guided' && place.phase < SCRIPT.length - 1;

const answer = (feels?: Body): Step => ({
  place: { at: 'after', ...(feels && { body: feels }) },
  notes: feels ? [{ what: 'body', details: { feels } }] : [],
});
