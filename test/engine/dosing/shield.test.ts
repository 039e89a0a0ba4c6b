import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_MODULES, type MusicModule, type Profile } from '../../../engine/index.ts';
import { shield, type DoseRequest, type ShieldFacts } from '../../../engine/dosing/shield.ts';

const facts = (about: Partial<Profile> = {}, more: Partial<ShieldFacts> = {}): ShieldFacts => ({
  profile: { triggers: [], earlyRecovery: false, ...about },
  quarantined: new Set(),
  soundSpent: false,
  minutesSpent: false,
  heartHigh: false,
  heartUnknown: false,
  distressed: false,
  ...more,
});
const calming: DoseRequest = {
  family: 'calming',
  level: 2,
  by: 'course',
  livelier: false,
  justHeard: [],
  recentlyHeard: [],
};
const own = (trigger: MusicModule['trigger'], about: Partial<MusicModule> = {}): MusicModule => ({
  id: 'own',
  title: 'Own',
  family: 'calming',
  levels: [1, 2],
  trigger,
  character: '',
  ...about,
});
const why = (module: MusicModule, given: ShieldFacts, request: Partial<DoseRequest> = {}) =>
  shield([module], { ...calming, ...request }, given).excluded['own'];

describe('shield', () => {
  it('allows the modules of the family and level asked for', () => {
    const { eligible, excluded } = shield(BUILT_IN_MODULES, calming, facts());
    expect(eligible).toEqual(BUILT_IN_MODULES.filter(({ family }) => family === 'calming'));
    expect(excluded).toMatchObject({ 'first-light': 'other-family', silence: 'other-family' });
  });

  it('gives the weightiest reason first', () => {
    const asked = { family: 'activating' } as const;
    const spent = facts({}, { quarantined: new Set(['own']), soundSpent: true });
    expect(why(own('trigger'), spent, asked)).toBe('trigger');
    expect(why(own('clean'), spent, asked)).toBe('quarantined');
  });

  const tagged = own('clean', { tags: { artist: 'The Ács', genres: ['Trap', 'rock'], year: 1999 } });
  it.each([
    ['the artist, without regard to case', { artists: ['the ács '] }, 'trigger-artist'],
    ['any of its genres', { genres: ['ROCK'] }, 'trigger-genre'],
    ['the year, ends included', { years: [[1990, 1999]] as const }, 'trigger-year'],
    [
      'nothing that it does not carry',
      { artists: ['Ács'], genres: ['folk'], years: [[2000, 2001]] as const },
      undefined,
    ],
  ])('denies a track by %s', (_, triggerTags, reason) => {
    expect(why(tagged, facts({ triggerTags }))).toBe(reason);
    expect(why(own('clean'), facts({ triggerTags }))).toBeUndefined();
  });

  it('denies an unjudged own track in early recovery only', () => {
    expect(why(own('unknown'), facts({ earlyRecovery: true }))).toBe('unjudged-in-early-recovery');
    expect(why(own('unknown'), facts())).toBeUndefined();
  });

  it.each([
    ['modules', { modules: ['own'] }, 'locked-by-clinician'],
    ['families', { families: ['calming' as const] }, 'locked-by-clinician'],
    ['levels', { maxLevel: 1 as const }, 'locked-by-clinician'],
    [
      'nothing else',
      { modules: ['other'], families: ['activating' as const], maxLevel: 2 as const },
      undefined,
    ],
  ])('keeps a clinician’s lock on %s', (_, locks, reason) => {
    expect(why(own('clean'), facts({ locks }))).toBe(reason);
  });

  it('denies all music but silence when a limit is reached', () => {
    for (const [spent, reason] of [
      [{ soundSpent: true }, 'sound-dose'],
      [{ minutesSpent: true }, 'daily-minutes'],
    ] as const) {
      expect(why(own('clean'), facts({}, spent))).toBe(reason);
      const quiet = { ...calming, family: 'silence', level: 1 } as const;
      expect(shield(BUILT_IN_MODULES, quiet, facts({}, spent)).eligible.map(({ id }) => id)).toEqual([
        'silence',
      ]);
    }
  });

  it('lets nothing grow livelier near the ceiling of the heart, asked or not', () => {
    const high = facts({}, { heartHigh: true });
    expect(why(own('clean'), high, { livelier: true, by: 'press' })).toBe('heart-rate-ceiling');
    expect(why(own('clean'), high)).toBeUndefined();
  });

  it.each([
    ['after distress', { distressed: true }, 'after-distress'],
    ['without a heart rate', { heartUnknown: true }, 'no-heart-rate'],
  ] as const)('lets nothing grow livelier by itself %s; a press may', (_, given, reason) => {
    expect(why(own('clean'), facts({}, given), { livelier: true })).toBe(reason);
    expect(why(own('clean'), facts({}, given), { livelier: true, by: 'press' })).toBeUndefined();
  });

  it('lets a trigger track sound as the excerpt that a clinician unlocked, and not after distress', () => {
    const excerpt = { excerpt: 'own', family: 'activating' } as const;
    expect(why(own('trigger'), facts(), excerpt)).toBeUndefined();
    expect(why(own('trigger'), facts(), { excerpt: 'another' })).toBe('trigger');
    expect(why(own('trigger'), facts({}, { distressed: true }), excerpt)).toBe('exposure-after-distress');
    expect(why(own('trigger'), facts({}, { quarantined: new Set(['own']) }), excerpt)).toBe('quarantined');
  });

  it('denies a level that the module cannot play', () => {
    expect(why(own('clean'), facts(), { level: 3 })).toBe('other-level');
  });

  it('leaves out what was heard lately as long as something else remains', () => {
    const three = ['a', 'b', 'c'].map((id) => own('clean', { id }));
    const ids = (recentlyHeard: string[]) =>
      shield(three, { ...calming, justHeard: ['a'], recentlyHeard }, facts()).eligible.map(({ id }) => id);
    expect(ids(['b'])).toEqual(['c']);
    expect(ids(['b', 'c'])).toEqual(['b', 'c']);
  });

  it('never lets through what is forbidden, and gives each module a reason or a place', () => {
    const ids = BUILT_IN_MODULES.map(({ id }) => id);
    const request = fc.record({
      family: fc.constantFrom('calming' as const, 'activating' as const, 'silence' as const),
      level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const),
      by: fc.constantFrom('course' as const, 'press' as const),
      livelier: fc.boolean(),
      justHeard: fc.subarray(ids),
      recentlyHeard: fc.subarray(ids),
    });
    fc.assert(
      fc.property(request, fc.subarray(ids), fc.subarray(ids), (asked, triggers, quarantined) => {
        const given = facts({ triggers }, { quarantined: new Set(quarantined) });
        const { eligible, excluded } = shield(BUILT_IN_MODULES, asked, given);
        expect([...eligible.map(({ id }) => id), ...Object.keys(excluded)].sort()).toEqual([...ids].sort());
        for (const module of eligible) {
          const forbidden =
            module.family !== 'silence' && (triggers.includes(module.id) || quarantined.includes(module.id));
          expect(forbidden || module.family !== asked.family || asked.justHeard.includes(module.id)).toBe(
            false,
          );
        }
      }),
    );
  });
});
