import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocolOf } from '../../../../engine/index.ts';
import { SCRIPT } from '../../../../web/activities/relaxation/script.ts';
import { SCRIPTS } from '../../../../web/activities/relaxation/scripts.ts';
import type { ScriptNote } from '../../../../web/session/script/events.ts';
import {
  beginning as begun,
  courseUntil,
  isGuidedBreath as isGuidedIn,
  saidAt,
  stepFrom as stepIn,
  type Guided,
  type Happening,
  type Place,
} from '../../../../web/session/script/guidance.ts';
import { ask, phaseMs, say, tell, type Script } from '../../../../web/session/script/script.ts';

const whole = SCRIPTS[0]!;
/** Parts of the relaxation that logs have carried from the beginning. */
const PHASE_IDS = ['settle', 'breath', 'hands', 'shoulders', 'face', 'body', 'rest', 'return'];
const beginning = () => begun(whole);
const stepFrom = (place: Place, happening: Happening) => stepIn(whole, place, happening);
const sentenceAt = (place: Guided) => {
  const said = saidAt(whole, place);
  return said && { ...said.sentence, index: said.index };
};
const isGuidedBreath = (place: Place | undefined) => isGuidedIn(whole, place);

/** One thing after another from the beginning: where it ends, and all that was noted on the way. */
function after(...happenings: readonly Happening[]): { place: Place; notes: readonly ScriptNote[] } {
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
    const { place, notes } = beginning();
    expect(place).toMatchObject({ at: 'guided', phase: 0, inPhaseMs: 0, paused: false });
    expect(notes).toEqual([
      { what: 'script-begun', details: { script: 'whole-body' } },
      { what: 'phase-entered', details: { phase: 'settle' } },
    ]);
  });

  it('goes on to the next part when one has run through', () => {
    const { place, notes } = after(time(59), time(3));
    expect(place).toMatchObject({ phase: 1, inPhaseMs: 2000 });
    expect(notes.slice(2)).toEqual([
      { what: 'phase-left', details: { phase: 'settle', how: 'through', afterS: 60 } },
      { what: 'phase-entered', details: { phase: 'breath' } },
    ]);
  });

  it('leaves a part early when the person goes on, and notes after how long', () => {
    const { place, notes } = after(time(21.4), on);
    expect(place).toMatchObject({ phase: 1, inPhaseMs: 0 });
    expect(notes[2]).toEqual({ what: 'phase-left', details: { phase: 'settle', how: 'early', afterS: 21 } });
  });

  it('holds the time while the words wait, and goes on in the same sentence', () => {
    const { place, notes } = after(time(10), { type: 'pause' }, { type: 'pause' }, time(500), {
      type: 'resume',
    });
    expect(place).toMatchObject({ at: 'guided', phase: 0, inPhaseMs: 10_000, paused: false });
    expect(notes.slice(2).map(({ what }) => what)).toEqual(['words-paused', 'words-resumed']);
  });

  it('asks after the last part', () => {
    const { place, notes } = after(time(wholeS));
    expect(place).toMatchObject({ at: 'question' });
    expect(notes.filter(({ what }) => what === 'phase-entered')).toHaveLength(SCRIPT.length);
    expect(after(...SCRIPT.map(() => on)).place).toMatchObject({ at: 'question' });
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
    expect(place).toMatchObject({ at: 'question' });
    expect(notes.at(-1)).toMatchObject({ details: { phase: 'breath', how: 'finished' } });
  });

  it('notes the answer, and nothing where it was passed over', () => {
    const answered = after({ type: 'finish' }, { type: 'answer', feels: 'tenser' });
    expect(answered.place).toMatchObject({ at: 'after', hard: true });
    expect(answered.notes.at(-1)).toEqual({ what: 'body', details: { feels: 'tenser' } });
    const passed = after({ type: 'finish' }, { type: 'answer' });
    expect(passed.place).toMatchObject({ at: 'after', hard: false });
    expect(passed.notes.at(-1)?.what).toBe('phase-left');
  });

  it('notes each part left in the order of the parts, whatever happens', () => {
    const anything = fc.oneof(
      fc.record({ type: fc.constant('time' as const), ms: fc.nat(90_000) }),
      fc.record({ type: fc.constantFrom('on', 'pause', 'resume', 'music-over', 'finish') }),
      fc.record({ type: fc.constant('answer' as const), feels: fc.constantFrom('softer', 'same', 'tenser') }),
    ) as fc.Arbitrary<Happening>;
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 60 }), (happenings) => {
        const { place, notes } = after(...happenings);
        const phases = (what: ScriptNote['what']) =>
          notes.flatMap((note) =>
            note.what === what && 'phase' in note.details ? [String(note.details['phase'])] : [],
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
    passedMs: inPhaseS * 1000,
    ratings: [],
    asks: 0,
    asking: false,
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

describe('stepFrom, where the craving is asked for', () => {
  const wave: Script = {
    id: 'wave',
    title: { en: 'Wave', de: 'Welle' },
    lead: { en: 'A wave.', de: 'Eine Welle.' },
    music: 'urge-surfing',
    closing: { asks: 'craving', title: { en: 'And now?', de: 'Und jetzt?' } },
    phases: ['one', 'two'].map((id) => ({
      ...{ id, title: { en: id, de: `${id}.` } },
      sentences: [
        ask(20, 'How strong?', 'Wie stark?'),
        tell(40, {
          unsaid: ['Listen.', 'Hör zu.'],
          rising: ['It climbs.', 'Es steigt.'],
          falling: ['It falls.', 'Es sinkt.'],
          same: ['It stays.', 'Es bleibt.'],
        }),
        ask(20, 'And now?', 'Und jetzt?'),
        say(20, 'Good.', 'Gut.'),
      ],
    })),
  };
  /** Seconds pass, or the craving is said, in turn. */
  const along = (...steps: readonly (number | { readonly say: number } | 'pass-over' | 'on')[]): Place =>
    steps.reduce((place: Place, step) => {
      const happening: Happening =
        typeof step === 'number'
          ? time(step)
          : typeof step === 'string'
            ? { type: step }
            : { type: 'rate', value: step.say };
      return stepIn(wave, place, happening).place;
    }, begun(wave).place);
  const words = (place: Place) => (place.at === 'guided' ? saidAt(wave, place)?.words.en : undefined);

  it('asks with the sentence that does, and no more once it has its answer', () => {
    expect(along(2)).toMatchObject({ asking: true, asks: 1 });
    expect(along(2, { say: 40 })).toMatchObject({ asking: false, ratings: [{ value: 40, ask: 1 }] });
    expect(along(61)).toMatchObject({ asking: true, asks: 2 });
  });

  it('takes one answer to one question, and none that was not asked for', () => {
    const { place, rated } = stepIn(wave, along(2, { say: 40 }), { type: 'rate', value: 90 });
    expect(rated).toBeUndefined();
    expect(place.ratings).toHaveLength(1);
    expect(stepIn(wave, along(2), { type: 'rate', value: 70 }).rated).toBe(70);
  });

  it('lets a question be passed over, and leaves it behind with its phase', () => {
    expect(along(2, 'pass-over')).toMatchObject({ asking: false, ratings: [] });
    expect(along(62, 'on')).toMatchObject({ phase: 1, asking: true, asks: 3 });
  });

  it('says what fits the way from one answer to the next', () => {
    const second = (value: number) => along(2, { say: 50 }, 100, { say: value }, 20);
    expect(words(second(70))).toBe('It climbs.');
    expect(words(second(30))).toBe('It falls.');
    expect(words(second(54))).toBe('It stays.');
  });

  it('says its own words where nothing was answered this time, or nothing before', () => {
    expect(words(along(2, { say: 50 }, 20))).toBe('Listen.');
    expect(words(along(2, { say: 50 }, 62, { say: 20 }, 60))).toBe('Listen.');
  });

  it('does not change a sentence while it is read', () => {
    const reading = along(2, { say: 50 }, 120);
    expect(words(reading)).toBe('Listen.');
    expect(words(stepIn(wave, reading, { type: 'rate', value: 90 }).place)).toBe('Listen.');
  });

  it('keeps the wave to the end', () => {
    const end = along(2, { say: 50 }, 60, { say: 70 }, 'on', 'on');
    expect(end).toMatchObject({ at: 'question', ratings: [{ value: 50 }, { value: 70 }] });
    expect(courseUntil(end, Infinity)).toBeUndefined();
  });

  it('comes to the same place whatever lengths time comes in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30_000), { maxLength: 30 }), (parts) => {
        const sum = parts.reduce((all, ms) => all + ms, 0);
        const byParts = parts.reduce(
          (place: Place, ms) => stepIn(wave, place, { type: 'time', ms }).place,
          begun(wave).place,
        );
        expect(byParts).toEqual(stepIn(wave, begun(wave).place, { type: 'time', ms: sum }).place);
      }),
    );
  });
});
