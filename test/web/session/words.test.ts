import { describe, expect, it } from 'vitest';
import {
  BUILT_IN_MODULES,
  PROTOCOLS,
  liveHeart,
  type DoseDecision,
  type LiveHeart,
} from '../../../engine/index.ts';
import { announcementOf, titleOf } from '../../../web/session/words/announcements.ts';
import { CRISIS_PLACES, placesFor } from '../../../web/features/help/crisis-lines.ts';
import * as reasons from '../../../web/session/words/reasons.ts';
import { savedText } from '../../../web/app/saved-words.ts';
import { sensorErrors, sensorStates } from '../../../web/session/words/sensor.ts';
import { goalLine, minutes, sessionLine } from '../../../web/session/words/session-line.ts';
import { arousalText, heartText, sessionSentence } from '../../../web/session/words/session-sentence.ts';
import { OPENING_STATE } from '../../../web/session/session-state.ts';

const shown = (rates: LiveHeart['shown']): LiveHeart => ({
  ...liveHeart().heart,
  source: 'heart-rate-only',
  shown: rates,
});
const empty = { heart: shown([]), arousal: [], modules: [], marksMs: [], startMs: 0, endMs: 600_000 };

describe('reasons', () => {
  // That no code is missing is the type's work: each map is a Record over the engine's union.
  it.each(['doseReasons', 'withheldReasons', 'arousalReasons'] as const)(
    '%s are sentences, no two alike',
    (name) => {
      const sentences: string[] = Object.values(reasons[name]);
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+\.$/);
      expect(new Set(sentences).size).toBe(sentences.length);
    },
  );
});

describe('sensorErrors', () => {
  it('says nothing where the person closed the chooser, and what happened everywhere else', () => {
    const { cancelled, ...others } = sensorErrors;
    expect(cancelled).toBeUndefined();
    for (const words of Object.values(others)) expect(words?.title).toMatch(/\.$/);
  });
});

describe('sessionLine', () => {
  it('is the phase and the heart rate', () => {
    expect(sessionLine({ phase: 'settle' }, { kind: 'known', bpm: 72 })).toBe('settling, 72 bpm');
  });

  it('says unknown as unknown', () => {
    expect(sessionLine({ phase: 'hold' }, { kind: 'unknown', sensor: 'stale' })).toMatch(/unknown/);
    expect(sensorStates.lost).toMatch(/unknown/);
  });

  it('has words for every phase of every protocol', () => {
    for (const { id } of PROTOCOLS.flatMap(({ phases }) => phases)) {
      expect(sessionLine({ phase: id }, { kind: 'none' })).toMatch(/^\w.+, no strap$/);
    }
  });

  it('says "growing quieter" only while the level aimed at goes down', () => {
    const heart = { kind: 'known', bpm: 85 } as const;
    for (const phase of ['shift', 'ease']) {
      expect(sessionLine({ phase, course: 'down' }, heart)).toBe('growing quieter, 85 bpm');
      expect(sessionLine({ phase, course: 'up' }, heart)).not.toMatch(/quieter/);
      expect(sessionLine({ phase }, heart)).not.toMatch(/quieter/);
    }
    expect(sessionLine({ phase: 'lift', course: 'down' }, heart)).not.toMatch(/livelier/);
  });

  it('leaves out a phase that it does not know', () => {
    expect(sessionLine({ phase: 'of-another-version' }, { kind: 'known', bpm: 72 })).toBe('72 bpm');
  });
});

describe('goalLine', () => {
  it('is the phase’s own goal, unless the music goes the other way just now', () => {
    const goal = 'The music grows quieter, a step at a time.';
    expect(goalLine({ phase: 'shift', goal, course: 'down' })).toBe(goal);
    expect(goalLine({ phase: 'shift', goal, course: 'up' })).toMatch(/where you are first/);
  });
});

describe('minutes', () => {
  it.each([
    [0, '0:00'],
    [59.9, '0:59'],
    [60, '1:00'],
    [754, '12:34'],
  ])('writes %d s as %s', (seconds, text) => {
    expect(minutes(seconds)).toBe(text);
  });
});

describe('sessionSentence', () => {
  it('names both ratings where there are both', () => {
    expect(sessionSentence({ ...empty, before: 70, after: 40 })).toBe(
      'In 10 min, the craving you rated went from 70 to 40.',
    );
    expect(sessionSentence({ ...empty, before: 50, after: 50 })).toContain('stayed at 50');
  });

  it('tells a worse rating as plainly as a better one', () => {
    expect(sessionSentence({ ...empty, before: 40, after: 70 })).toContain('went from 40 to 70');
  });

  it('falls back to the heart rate of a session long enough, then to the time alone', () => {
    const heart = [
      { atMs: 1000, bpm: 84 },
      { atMs: 599_000, bpm: 70 },
    ];
    expect(sessionSentence({ ...empty, heart: shown(heart), before: 70 })).toContain(
      'about 84 bpm at the start and 70 at the end',
    );
    expect(sessionSentence(empty)).toBe('You stayed for 10 min.');
  });
});

describe('heartText and arousalText', () => {
  it('say in words what the charts show', () => {
    const heart = [60, 84, 72].map((bpm, i) => ({ atMs: 1000 * i, bpm }));
    expect(heartText(shown(heart))).toBe('Heart rate between 60 and 84 bpm, 72 at the end.');
    const estimate = (value: number) => ({ value, sd: 0.1, quality: 1 });
    const arousal = [
      { atMs: 0 },
      { atMs: 1, estimate: estimate(0.8) },
      { atMs: 2, estimate: estimate(0.5) },
      { atMs: 3 },
    ];
    expect(arousalText(arousal)).toBe(
      'Arousal estimated for 50 % of the time; first 80, last 50 of 100, give or take 10.',
    );
  });

  it('say that there is nothing where there is nothing', () => {
    expect(heartText(shown([]))).toMatch(/^No heart rate/);
    expect(arousalText([{ atMs: 0 }])).toMatch(/no estimate/);
  });
});

describe('announcementOf', () => {
  const decision = { module: 'still-water', reason: 'settling' } as DoseDecision;

  it('names the module and the reason', () => {
    expect(announcementOf({ ...OPENING_STATE, decision })).toBe(
      `Still water. ${reasons.doseReasons.settling}`,
    );
  });

  it('lets a halt go before everything', () => {
    expect(announcementOf({ ...OPENING_STATE, decision, stage: 'halted', halt: 'distress' })).toMatch(
      /hard moment/,
    );
  });

  it('is silent before the first decision', () => {
    expect(announcementOf(OPENING_STATE)).toBe('');
  });

  it('has a title for every module, and calls one it does not know by its id', () => {
    for (const { id, title } of BUILT_IN_MODULES) expect(titleOf(id)).toBe(title);
    expect(titleOf('unheard-of')).toBe('unheard-of');
  });
});

describe('savedText', () => {
  it('tells trouble of this browser before anything about the service', () => {
    expect(savedText({ here: 'storage-full', service: 'all' })).toMatch(/no space/);
  });

  it('is short while all is well, and empty before the first session', () => {
    expect(savedText({ here: 'kept', service: 'away' })).toBe('Saved here');
    expect(savedText({ here: 'kept', service: 'nothing-yet' })).toBe('');
  });
});

describe('placesFor', () => {
  it.each([
    ['en-GB', 'United Kingdom', '999'],
    ['en-US', 'United States', '911'],
    ['de-DE', 'European Union', '112'],
    ['fr', 'European Union', '112'],
    ['fr-CA', 'Canada', '911'],
  ])('puts for %s first %s with %s', (language, place, number) => {
    const [first] = placesFor(language);
    expect(first?.place).toBe(place);
    expect(first?.lines[0]).toMatchObject({ number, emergency: true });
  });

  it('gives every place whatever the language', () => {
    for (const language of ['xx', '', 'en-GB'])
      expect(placesFor(language)).toHaveLength(CRISIS_PLACES.length);
  });

  it('says of each place when its numbers were checked', () => {
    for (const { checkedOn } of CRISIS_PLACES) expect(checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});
