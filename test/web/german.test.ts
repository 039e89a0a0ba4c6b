import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DoseDecision, SessionStarted } from '../../engine/index.ts';
import type { MusicCopies } from '../../web/features/music/copies/copies-view-model.ts';

const COPIES: MusicCopies = {
  on: true,
  here: 2,
  there: 2,
  copies: 2,
  forgetting: 0,
  left: 0,
  hopeless: 0,
};

describe('in German', () => {
  beforeAll(() => {
    vi.resetModules();
    vi.stubGlobal('navigator', { languages: ['de-DE', 'en'], language: 'de-DE' });
    vi.stubGlobal('localStorage', { getItem: () => null });
  });
  afterAll(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('the decimal is a comma', async () => {
    const { breath } = await import('../../web/session/words/breath.ts');
    expect(breath.paceOf(5.5, 4.363, 6.545)).toBe('5,5 pro Minute: 4,4 s ein, 6,5 s aus');
    expect(breath.paceOf(6, 4, 6)).toBe('6 pro Minute: 4 s ein, 6 s aus');
  });

  it('one song is said otherwise than several', async () => {
    const { imported } = await import('../../web/features/music/words.ts');
    expect([1, 2].map((count) => imported.refused(count))).toEqual([
      '1 Lied ließ sich nicht aufnehmen:',
      '2 Lieder ließen sich nicht aufnehmen:',
    ]);
    const { keptMusicText } = await import('../../web/features/music/copies/words.ts');
    expect(keptMusicText(COPIES)).toBe('Beide Lieder sind auch dort.');
    expect(keptMusicText({ ...COPIES, here: 3, there: 2, hopeless: 1 })).toBe(
      'Auch dort: 2 von 3 Liedern. 1 Lied ließ sich nicht übertragen.',
    );
    expect(keptMusicText({ ...COPIES, there: 1 })).toBe('1 Lied wird gleich kopiert.');
  });

  it('a key has its German name, of which B is another than in English', async () => {
    const { factsText } = await import('../../web/features/music/track-words.ts');
    const facts = { lengthS: 200, onsetsPerSecond: 1.25, centroidHz: 1234, lufs: -14.26 };
    const text = (tonic: number, mode: 'major' | 'minor') =>
      factsText({ ...facts, key: { tonic, mode } } as Parameters<typeof factsText>[0]);
    expect(text(10, 'major')).toBe(
      '3:20 · kein fester Puls · B-Dur · 1,3 Töne pro Sekunde · Helligkeit 1.230 Hz · −14,3 LUFS',
    );
    expect(text(11, 'minor')).toContain('h-Moll');
    expect(text(1, 'minor')).toContain('des-Moll');
  });

  it('a forecast says both its ranges, and that it is an estimate', async () => {
    const { forecastText } = await import('../../web/features/craving/words.ts');
    const evidence = { labels: 40, positives: 12, brier: 0.18, baseRateBrier: 0.21, falseAlarmsPerDay: 5.2 };
    expect(
      forecastText({
        ...{ type: 'craving-forecast', author: 'engine', atMs: 0, probability: 0.62, evidence },
        ...{ interval80: [0.4, 0.8], interval95: [0.3, 0.88] },
      }),
    ).toBe(
      'Mit einer Wahrscheinlichkeit von etwa 62 % würdest du das Verlangen nennen. Sie kann gut zwischen 40 und ' +
        '80 % liegen und kaum außerhalb von 30 bis 88 %. Eine Schätzung, mehr nicht.',
    );
  });

  it('the state is said with the heart rate, and the goal of a phase in German', async () => {
    const { goalLine, sessionLine } = await import('../../web/session/words/session-line.ts');
    expect(sessionLine({ phase: 'settle' }, { kind: 'known', bpm: 72 })).toBe('ankommen, Puls 72');
    const start = { protocol: 'craving-session' } as SessionStarted;
    const standing = { phase: 'hold', goal: 'Stay here for a while.', start };
    expect(goalLine(standing)).toBe('Bleib eine Weile hier.');
    // A protocol of somebody's own says it in its own words, whatever its id.
    const own = { ...start, protocolDocument: {} } as SessionStarted;
    expect(goalLine({ ...standing, start: own })).toBe('Stay here for a while.');
  });

  it('every protocol, phase, piece and instrument that ships has words of its own', async () => {
    const { BUILT_IN_MODULES, PROTOCOLS } = await import('../../engine/index.ts');
    const { PROTOCOL_WORDS } = await import('../../web/session/words/protocols.ts');
    const { PIECES } = await import('../../web/session/words/pieces.ts');
    for (const { id, title, phases } of PROTOCOLS) {
      expect(PROTOCOL_WORDS[id]?.title, id).not.toBe(title);
      expect(Object.keys(PROTOCOL_WORDS[id]?.goals ?? {}), id).toEqual(phases.map((phase) => phase.id));
      for (const phase of phases) expect(PROTOCOL_WORDS[id]?.goals[phase.id], phase.id).not.toBe(phase.goal);
    }
    for (const { id, character, why, colours = [] } of BUILT_IN_MODULES) {
      expect(PIECES[id], id).toBeDefined();
      expect(PIECES[id]!.character).not.toBe(character);
      expect(PIECES[id]!.why).not.toBe(why);
      // German writes these with a capital; one that is not in the list would come through as it is.
      for (const [i, colour] of colours.entries()) expect(PIECES[id]!.colours[i]).not.toBe(colour);
    }
  });

  it('every profile of a strap has its note', async () => {
    const { STRAP_PROFILES } = await import('../../devices/index.ts');
    const { badge } = await import('../../web/features/straps/words.ts');
    expect(Object.keys(badge.notes)).toEqual(STRAP_PROFILES.map(({ id }) => id));
  });

  it('a source of heartbeats keeps the name that it has, unless Attune gave it', async () => {
    const { incomplete, nameOf, SIMULATED } = await import('../../web/session/words/sensor.ts');
    expect(nameOf('Polar H10 1234')).toBe('Polar H10 1234');
    expect(nameOf(SIMULATED)).toBe('Eine simulierte Person');
    expect(nameOf(incomplete('walk.csv'))).toBe('walk.csv (nur ein Teil war zu lesen)');
  });

  it('a decision is laid open with every fact that the English account has', async () => {
    const { accountOf } = await import('../../web/session/words/account.ts');
    const { decisionAccount } = await import('../../engine/index.ts');
    const decision = {
      ...{ type: 'decision', author: 'engine', atMs: 0, module: 'still-water', family: 'calming', level: 3 },
      ...{ phase: 'match', reason: 'matching-estimate', targetRung: 2, achievedRung: 4, arousal: 0.62 },
      ...{ heartRateBpm: 84, eligible: ['still-water', 'cradle'], probabilities: [0.625, 0.375] },
      ...{ excluded: { 'night-harp': 'trigger' }, policy: 'rule', drawn: true, offers: ['breath'] },
    } as unknown as DoseDecision;
    const start = {
      protocol: 'craving-session',
      protocolVersion: 2,
      configHash: 'c0ffee',
      seed: 7,
    } as SessionStarted;
    const { facts } = accountOf(decision, start);
    expect(facts).toHaveLength(decisionAccount(decision, start).facts.length);
    const said = Object.fromEntries(facts);
    expect(said).toMatchObject({
      spielt: 'still-water, beruhigend 3, in match',
      Eingaben: 'Aktivierung 0,62; Puls 84 pro Minute; Verlangen nicht bewertet; es klingt nichts',
      erlaubt: 'still-water 62,5 %, cradle 37,5 %',
      ausgelassen: 'für dich ein Auslöser: night-harp',
      angeboten: 'Atemführung',
    });
  });

  it('one session to be deleted is said otherwise than several', async () => {
    const { savedText } = await import('../../web/app/saved-words.ts');
    expect(savedText({ here: 'kept', service: 'away', toDelete: 1 })).toBe(
      'Hier gespeichert. Eine Sitzung muss in deinem Attune noch gelöscht werden.',
    );
    expect(savedText({ here: 'kept', service: 'away', toDelete: 3 })).toContain('3 Sitzungen müssen');
  });
});

describe('momentText and numberText', () => {
  afterAll(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it.each([
    ['en-GB', '5 Nov 2026, 14:07', '1,234.5'],
    ['en-US', 'Nov 5, 2026, 2:07 PM', '1,234.5'],
    ['de-DE', '05.11.2026, 14:07', '1.234,5'],
    ['fr-FR', 'Nov 5, 2026, 2:07 PM', '1,234.5'],
  ])('write as in %s', async (locale, moment, number) => {
    vi.resetModules();
    vi.stubGlobal('navigator', { languages: [locale], language: locale });
    vi.stubGlobal('localStorage', { getItem: () => null });
    const { momentText, numberText } = await import('../../web/kit/numbers.ts');
    expect(momentText(new Date(2026, 10, 5, 14, 7).getTime()).replace(/\s/g, ' ')).toBe(moment);
    expect(numberText(1234.5, 1)).toBe(number);
  });
});
