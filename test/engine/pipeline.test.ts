import fc from 'fast-check';
import { from, lastValueFrom, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { attune, replayLog, type InputEvent, type SessionEvent, type Tick } from '../../engine/index.ts';
import { beatsAt, only, press, rating, REST, started } from '../support/session-inputs.ts';

const run = (inputs: readonly (InputEvent | Tick)[]): Promise<SessionEvent[]> =>
  lastValueFrom(from(inputs).pipe(attune(), toArray()));

const ticks = (fromS: number, toS: number): Tick[] =>
  Array.from({ length: toS - fromS }, (_, i) => ({ type: 'tick', atMs: (fromS + i + 1) * 1000 }));

const lines = (log: readonly SessionEvent[]): string => log.map((event) => JSON.stringify(event)).join('\n');

describe('attune', () => {
  it('numbers the log from 0 without a hole and puts inputs before what follows from them', async () => {
    const log = await run([started({ baseline: REST }), ...beatsAt(60, [0, 60])]);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index));
    expect(log[0]?.type).toBe('session-started');
    expect(log.findIndex(({ type }) => type === 'intervals')).toBeLessThan(
      log.findIndex(({ type }) => type === 'hrv'),
    );
  });

  it('plays at once, before anything is known of the body', async () => {
    const log = await run([started()]);
    expect(only(log, 'decision')[0]).toMatchObject({
      atMs: 0,
      reason: 'settling',
      family: 'calming',
      level: 2,
    });
    expect(only(log, 'crossfade')[0]?.plan).toMatchObject({ kind: 'wake', begin: 'now' });
  });

  it('reads a faster heart than at rest as more arousal', async () => {
    const last = async (bpm: number) =>
      only(await run([started({ baseline: REST }), ...beatsAt(bpm, [0, 90])]), 'arousal').at(-1);
    const [slow, same, fast] = [await last(54), await last(60), await last(75)];
    expect(slow).toHaveProperty('value');
    expect(same).toHaveProperty('value');
    const value = (event: typeof slow) => (event && 'value' in event ? event.value : NaN);
    expect(value(slow)).toBeLessThan(value(same));
    expect(value(same)).toBeLessThan(value(fast));
    expect(value(fast)).toBeGreaterThan(0.8);
  });

  it('meets an aroused person two rungs below with activating music, and a calm one with calming music', async () => {
    const matched = async (bpm: number) =>
      only(await run([started({ baseline: REST }), ...beatsAt(bpm, [0, 200])]), 'decision').filter(
        ({ reason }) => reason === 'matching-estimate',
      );
    const aroused = await matched(85);
    expect(aroused.map(({ targetRung }) => targetRung)).toEqual([1, 2, 3]);
    expect(aroused.at(-1)).toMatchObject({ family: 'activating', level: 3, achievedRung: 5 });
    expect((await matched(58)).at(-1)).toMatchObject({ family: 'calming', level: 1 });
  });

  it('withholds arousal until there is a baseline, and while no beat arrives', async () => {
    const log = await run([started(), ...beatsAt(60, [0, 165]), ...ticks(165, 195)]);
    const withheld = only(log, 'arousal').flatMap((event) => ('withheld' in event ? [event] : []));
    expect(withheld.find(({ atMs }) => atMs === 60_000)?.withheld).toBe('no-baseline');
    expect(withheld.find(({ atMs }) => atMs === 165_000)).toBeUndefined();
    expect(withheld.find(({ atMs }) => atMs === 190_000)?.withheld).toBe('no-beats');
  });

  it('leads by time alone where there is no sensor', async () => {
    const log = await run([started({ protocol: 'rescue' }), ...ticks(0, 900)]);
    const steps = only(log, 'decision').filter(({ reason }) => reason === 'stepping-down-by-time');
    expect(steps.map(({ level }) => level)).toEqual([2, 1]);
    const [halt] = only(log, 'halt');
    expect(halt?.cause).toBe('session-over');
    expect(halt?.atMs).toBeLessThanOrEqual(900_000);
    expect(only(log, 'arousal')).toEqual([]);
  });

  it('ends a craving session after 10 to 15 minutes', async () => {
    const [halt] = only(await run([started(), ...ticks(0, 1000)]), 'halt');
    expect(halt?.cause).toBe('session-over');
    expect(halt?.atMs).toBeGreaterThanOrEqual(600_000);
    expect(halt?.atMs).toBeLessThanOrEqual(900_000);
  });

  it('stops at a press and wakes again only when asked', async () => {
    const log = await run([
      started(),
      press('stop', 10),
      ...ticks(10, 400),
      press('calmer', 401),
      press('resume', 402),
    ]);
    const after = log.filter(({ atMs }) => atMs >= 10_000);
    expect(after.find(({ type }) => type === 'halt')).toMatchObject({ atMs: 10_000, cause: 'stop-pressed' });
    expect(only(after, 'crossfade')[0]?.plan).toMatchObject({ kind: 'stop', durationS: 0.2 });
    expect(only(after, 'decision').map(({ atMs }) => atMs)).toEqual([402_000]);
    expect(only(after, 'crossfade')[1]?.plan.kind).toBe('wake');
  });

  it('goes silent when it is too much and stays silent', async () => {
    const log = await run([started(), press('too-much', 20), ...ticks(20, 500)]);
    const after = only(log, 'decision').filter(({ atMs }) => atMs >= 20_000);
    expect(after[0]).toMatchObject({ reason: 'too-much', module: 'silence' });
    expect(after.every(({ module }) => module === 'silence')).toBe(true);
  });

  it('leaves a choice by hand alone for two minutes', async () => {
    const log = await run([started({ protocol: 'rescue' }), press('livelier', 10), ...ticks(10, 300)]);
    const next = only(log, 'decision').find(({ reason }) => reason.startsWith('stepping'));
    expect(next?.atMs).toBeGreaterThanOrEqual(130_000);
  });

  it('stops dosing when craving rises by 20 points', async () => {
    const log = await run([started(), rating(40, 1), rating(59, 30), rating(60, 60)]);
    expect(only(log, 'halt')).toMatchObject([{ atMs: 60_000, cause: 'distress' }]);
  });

  it('reports craving as the person rated it and nothing else', async () => {
    const log = await run([started({ baseline: REST }), ...beatsAt(90, [0, 60]), rating(35, 61)]);
    expect(only(log, 'craving')).toMatchObject([
      { withheld: 'no-rating' },
      { tier: 0, rating: 35, ratedAtMs: 61_000 },
    ]);
  });

  it('refuses a protocol that does not exist, on the error channel', async () => {
    await expect(run([started({ protocol: 'lullaby' })])).rejects.toThrow(
      /no protocol "lullaby"; there are craving-session, rescue/,
    );
  });

  it('never plays what the person marked as a trigger', async () => {
    const profile = { triggers: ['still-water', 'night-harp'], earlyRecovery: false };
    const log = await run([started({ profile }), press('skip', 5), press('skip', 9), ...ticks(9, 300)]);
    const played = only(log, 'crossfade').map(({ plan }) => plan.to.module);
    expect(played).not.toContain('still-water');
    expect(played).not.toContain('night-harp');
    expect(only(log, 'decision')[0]?.excluded['still-water']).toBe('trigger');
  });
});

describe('replayLog', () => {
  const session: readonly (InputEvent | Tick)[] = [
    started({ baseline: REST, seed: 7 }),
    ...beatsAt(62, [0, 60]),
    press('livelier', 61),
    ...ticks(61, 80),
    ...beatsAt(80, [80, 300]),
    rating(30, 301),
    ...ticks(301, 420),
    press('stop', 421),
  ];

  it('gives the same bytes again, from the inputs alone and without the ticks', async () => {
    const log = await run(session);
    const stored = log.map((event) => JSON.parse(JSON.stringify(event)) as SessionEvent);
    expect(lines(replayLog(stored))).toBe(lines(log));
  });

  it('agrees with a log that was cut off, as far as that goes', async () => {
    const log = await run(session);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: log.length }), (length) => {
        const cut = log.slice(0, length);
        const again = replayLog(cut);
        const common = Math.min(length, again.length);
        expect(lines(again.slice(0, common))).toBe(lines(cut.slice(0, common)));
      }),
      { numRuns: 25 },
    );
  });

  it('differs with another seed only in what chance picks', async () => {
    const decisions = async (seed: number) =>
      only(await run([started({ baseline: REST, seed }), ...session.slice(1)]), 'decision');
    const [a, b] = [await decisions(1), await decisions(2)];
    const withoutPick = (list: typeof a) =>
      list.map(
        ({ module: _m, sounding: _b, probabilities: _p, excluded: _e, eligible: _l, seq: _s, ...rest }) =>
          rest,
      );
    expect(withoutPick(a)).toEqual(withoutPick(b));
    const many = await Promise.all(Array.from({ length: 20 }, (_, seed) => decisions(seed)));
    expect(new Set(many.map((list) => list[0]?.module)).size).toBeGreaterThan(1);
  });
});
