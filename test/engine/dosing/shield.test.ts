import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_MODULES, type MusicModule } from '../../../engine/index.ts';
import { shield, type DoseRequest, type ShieldFacts } from '../../../engine/dosing/shield.ts';

const facts = (
  about: Partial<ShieldFacts['profile']> = {},
  quarantined: readonly string[] = [],
): ShieldFacts => ({
  profile: { triggers: [], earlyRecovery: false, ...about },
  quarantined,
});
const calming: DoseRequest = { family: 'calming', level: 2, justHeard: [] };
const own = (trigger: MusicModule['trigger']): MusicModule => ({
  id: 'own',
  title: 'Own',
  family: 'calming',
  levels: [1, 2],
  trigger,
  character: '',
});

describe('shield', () => {
  it('allows the modules of the family and level asked for', () => {
    const { eligible, excluded } = shield(BUILT_IN_MODULES, calming, facts());
    expect(eligible.map(({ family }) => family)).toEqual(['calming', 'calming', 'calming']);
    expect(excluded).toMatchObject({ 'first-light': 'other-family', silence: 'other-family' });
  });

  it('gives the weightiest reason first', () => {
    const asked = { ...calming, family: 'activating' as const };
    expect(shield([own('trigger')], asked, facts()).excluded).toEqual({ own: 'trigger' });
    expect(shield([own('clean')], asked, facts({}, ['own'])).excluded).toEqual({ own: 'quarantined' });
  });

  it('denies an unjudged own track in early recovery only', () => {
    expect(shield([own('unknown')], calming, facts({ earlyRecovery: true })).excluded).toEqual({
      own: 'unjudged-in-early-recovery',
    });
    expect(shield([own('unknown')], calming, facts()).eligible).toHaveLength(1);
  });

  it('denies a level that the module cannot play', () => {
    expect(shield([own('clean')], { ...calming, level: 3 }, facts()).excluded).toEqual({
      own: 'other-level',
    });
  });

  it('never lets through what is forbidden, and gives each module a reason or a place', () => {
    const ids = BUILT_IN_MODULES.map(({ id }) => id);
    const request = fc.record({
      family: fc.constantFrom('calming' as const, 'activating' as const, 'silence' as const),
      level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const),
      justHeard: fc.subarray(ids),
    });
    fc.assert(
      fc.property(request, fc.subarray(ids), fc.subarray(ids), (asked, triggers, quarantined) => {
        const { eligible, excluded } = shield(BUILT_IN_MODULES, asked, facts({ triggers }, quarantined));
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
