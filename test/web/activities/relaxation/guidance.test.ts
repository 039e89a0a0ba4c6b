import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocolOf } from '../../../../engine/index.ts';
import type { RelaxationNote } from '../../../../web/activities/relaxation/events.ts';
import {
  beginning,
  isGuidedBreath,
  sentenceAt,
  stepFrom,
  type Guided,
  type Happening,
  type Place,
} from '../../../../web/activities/relaxation/guidance.ts';
import { PHASE_IDS, phaseMs, SCRIPT } from '../../../../web/activities/relaxation/script.ts';

/** One thing after another from the beginning: where it ends, and all that was noted on the way. */
function after(...happenings: readonly Happening[]): { place: Place; notes: readonly RelaxationNote[] } {
  return happenings.reduce((so, happening) => {
    const { place, notes } = stepFrom(so.place, happening);
    return { place, notes: [...so.notes, ...notes] };
  }, beginning());
}

const time = (s: number): Happening => ({ type: 'time', ms: s * 1000 });
const on: Happening = { type: 'on' };
const wholeS = SCRIPT.reduce((sum, phase) => sum + phaseMs(phase), 0) / 1000;

describe('SCRIPT', () => {
  it('has each part once, in the order in which the log names them', () => {
    expect(SCRIPT.map(({ id }) => id)).toEqual([...PHASE_IDS]);
  });

  it('takes thirteen minutes and is over before the music can be', () => {
    const { phases } = protocolOf('guided-relaxation');
    expect(wholeS).toBe(780);
    expect(wholeS).toBeLessThan(phases.reduce((sum, { minS }) => sum + minS, 0));
  });

  it('lets go for about three times as long as it holds', () => {
    for (const { sentences } of SCRIPT)
      sentences.forEach(({ muscles, s }, i) => {
        if (muscles === 'held')
          expect(sentences[i + 1]).toMatchObject({
            muscles: 'loose',
            s: expect.toSatisfy((next: number) => next >= 3 * s) as number,
          });
      });
  });

  it('says everything in both languages, short enough to read at a glance', () => {
    const texts = SCRIPT.flatMap(({ title, sentences }) => [title, ...sentences]);
    for (const { en, de } of texts) {
      expect(en).not.toBe(de);
      for (const text of [en, de]) expect(text.trim().length).toBeGreaterThan(2);
      for (const text of [en, de]) expect(text.length).toBeLessThan(75);
    }
  });
});

describe('stepFrom', () => {
  it('enters the first part at the beginning and notes it', () => {
    expect(beginning()).toEqual({
      place: { at: 'guided', phase: 0, inPhaseMs: 0, paused: false },
      notes: [{ what: 'phase-entered', details: { phase: 'settle' } }],
    });
  });

  it('goes on to the next part when one has run through', () => {
    const { place, notes } = after(time(59), time(3));
    expect(place).toMatchObject({ phase: 1, inPhaseMs: 2000 });
    expect(notes.slice(1)).toEqual([
      { what: 'phase-left', details: { phase: 'settle', how: 'through', afterS: 60 } },
      { what: 'phase-entered', details: { phase: 'breath' } },
    ]);
  });

  it('leaves a part early when the person goes on, and notes after how long', () => {
    const { place, notes } = after(time(21.4), on);
    expect(place).toMatchObject({ phase: 1, inPhaseMs: 0 });
    expect(notes[1]).toEqual({ what: 'phase-left', details: { phase: 'settle', how: 'early', afterS: 21 } });
  });

  it('holds the time while the words wait, and goes on in the same sentence', () => {
    const { place, notes } = after(time(10), { type: 'pause' }, { type: 'pause' }, time(500), {
      type: 'resume',
    });
    expect(place).toEqual({ at: 'guided', phase: 0, inPhaseMs: 10_000, paused: false });
    expect(notes.slice(1).map(({ what }) => what)).toEqual(['words-paused', 'words-resumed']);
  });

  it('asks after the last part', () => {
    const { place, notes } = after(time(wholeS));
    expect(place).toEqual({ at: 'question' });
    expect(notes.filter(({ what }) => what === 'phase-entered')).toHaveLength(SCRIPT.length);
    expect(after(...SCRIPT.map(() => on)).place).toEqual({ at: 'question' });
  });

  it('comes back to the room when the music is over, from wherever it was', () => {
    const { place, notes } = after(on, on, { type: 'music-over' });
    expect(place).toMatchObject({ phase: SCRIPT.length - 1, inPhaseMs: 0 });
    expect(notes.at(-2)).toMatchObject({ details: { phase: 'hands', how: 'music-over' } });
    expect(after(...SCRIPT.slice(1).map(() => on), { type: 'music-over' }).notes.at(-1)).toMatchObject({
      what: 'phase-entered',
    });
  });

  it('asks at once when the person has had enough', () => {
    const { place, notes } = after(on, { type: 'finish' });
    expect(place).toEqual({ at: 'question' });
    expect(notes.at(-1)).toMatchObject({ details: { phase: 'breath', how: 'finished' } });
  });

  it('notes the answer, and nothing where it was passed over', () => {
    const answered = after({ type: 'finish' }, { type: 'answer', body: 'tenser' });
    expect(answered.place).toEqual({ at: 'after', body: 'tenser' });
    expect(answered.notes.at(-1)).toEqual({ what: 'body', details: { feels: 'tenser' } });
    const passed = after({ type: 'finish' }, { type: 'answer' });
    expect(passed.place).toEqual({ at: 'after' });
    expect(passed.notes.at(-1)?.what).toBe('phase-left');
  });

  it('notes each part left in the order of the parts, whatever happens', () => {
    const anything = fc.oneof(
      fc.record({ type: fc.constant('time' as const), ms: fc.nat(90_000) }),
      fc.record({ type: fc.constantFrom('on', 'pause', 'resume', 'music-over', 'finish') }),
      fc.record({ type: fc.constant('answer' as const), body: fc.constantFrom('softer', 'same', 'tenser') }),
    ) as fc.Arbitrary<Happening>;
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 60 }), (happenings) => {
        const { place, notes } = after(...happenings);
        const phases = (what: RelaxationNote['what']) =>
          notes.flatMap((note) =>
            note.what === what && 'phase' in note.details ? [note.details.phase] : [],
          );
        const [entered, left] = [phases('phase-entered'), phases('phase-left')];
        const order = entered.map((id) => PHASE_IDS.indexOf(id));
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
        expect(left).toEqual(place.at === 'guided' ? entered.slice(0, -1) : entered);
      }),
    );
  });
});

describe('sentenceAt', () => {
  const at = (phase: number, inPhaseS: number): Guided => ({
    at: 'guided',
    phase,
    inPhaseMs: inPhaseS * 1000,
    paused: false,
  });

  it('is silent at first, so that nobody misses the beginning', () => {
    expect(sentenceAt(at(0, 1))).toBeUndefined();
    expect(sentenceAt(at(0, 2))?.en).toBe('Sit or lie as is comfortable for you now.');
  });

  it('changes exactly when a sentence has had its time', () => {
    expect(sentenceAt(at(2, 8.999))?.index).toBe(0);
    expect(sentenceAt(at(2, 9))).toMatchObject({ index: 1, muscles: 'held' });
  });
});

describe('isGuidedBreath', () => {
  it('goes along from the sentence that asks for it to the end of that part', () => {
    expect(isGuidedBreath(after(on, time(23)).place)).toBe(false);
    expect(isGuidedBreath(after(on, time(24)).place)).toBe(true);
    expect(isGuidedBreath(after(on, time(24), on).place)).toBe(false);
    expect(isGuidedBreath(undefined)).toBe(false);
  });
});
