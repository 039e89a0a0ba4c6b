import { from, lastValueFrom, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  attune,
  chance,
  DEFAULT_QUIET,
  replayLog,
  type CravingLabel,
  type InputEvent,
  type SessionEvent,
  type SessionStarted,
  type Tick,
} from '../../../engine/index.ts';
import { simulatedPerson } from '../../../engine/research/craving/simulated-person.ts';
import type { CravingLearning, PromptReply } from '../../../engine/craving/events.ts';
import type { Signal } from '../../../engine/session/signal.ts';
import { cravingEstimation } from '../../../engine/craving/craving-estimation.ts';
import { beatsAt, only, press, rating, REST, started } from '../../support/session-inputs.ts';

/** 11:50 on a day in March; the first quarter of an hour is ten minutes away. */
const START = Date.UTC(2026, 2, 10, 11, 50);
const QUARTER = START + 600_000;
const learning: CravingLearning = {
  ...{ record: { version: 1, labels: [] }, utcOffsetMin: 0 },
  prompts: { quiet: DEFAULT_QUIET, asked: [] },
};
const TIER_ONE = ['craving-label', 'craving-forecast', 'craving-prompt'];

const at = <E extends InputEvent | Tick>(input: E): E => ({ ...input, atMs: START + input.atMs });
const ticks = (fromS: number, toS: number): Tick[] =>
  Array.from({ length: toS - fromS }, (_, i) => ({ type: 'tick', atMs: (fromS + i + 1) * 1000 }));
const answer = (said: PromptReply, atS: number): InputEvent => ({
  ...{ type: 'prompt-answer', atMs: atS * 1000, author: 'person', said },
});
const ended = (atS: number): InputEvent => ({
  ...{ type: 'session-ended', atMs: atS * 1000, author: 'person', reason: 'stopped' },
});
const run = (inputs: readonly (InputEvent | Tick)[]): Promise<SessionEvent[]> =>
  lastValueFrom(from(inputs.map(at)).pipe(attune(), toArray()));

/** Labels of somebody whose body tells a good deal, a day and more before the session. */
function telling(count: number): CravingLabel[] {
  const traits = { baseRate: 0.4, d: 2, variabilityD: 1, ratingNoise: 5, rhythm: 0, inertia: 0 };
  const next = simulatedPerson(traits, chance(5));
  const labels = Array.from({ length: count }, next);
  const lateMs = START - 86_400_000 - labels.at(-1)!.atMs;
  return labels.map((label) => ({ ...label, atMs: label.atMs + lateMs }));
}

describe('cravingEstimation without consent', () => {
  it('says what the person says, and the session is otherwise the same as with it', async () => {
    const inputs = (craving?: CravingLearning): (InputEvent | Tick)[] => [
      started({ baseline: REST, seed: 9, ...(craving && { craving }) }),
      ...beatsAt(80, [0, 200]),
      rating(60, 201),
      { type: 'mark', atMs: 240_000, author: 'person', what: 'craving' },
      ...ticks(240, 700),
      press('skip', 701),
    ];
    const plain = await run(inputs());
    expect(plain.filter(({ type }) => TIER_ONE.includes(type))).toEqual([]);
    const rest = (await run(inputs(learning))).filter(({ type }) => !TIER_ONE.includes(type));
    const bare = (log: readonly SessionEvent[]) => log.slice(1).map(({ seq: _, ...event }) => event);
    expect(bare(rest)).toEqual(bare(plain));
  });
});

describe('cravingEstimation with consent: labels', () => {
  it('keep arousal, heart rate and ln RMSSD of the moment against rest, and the tags', async () => {
    const log = await run([
      started({ baseline: REST, craving: learning }),
      { type: 'tag', atMs: 0, author: 'person', tags: ['caffeine', 'feeling:tense'] },
      ...beatsAt(75, [0, 100]),
      rating(70, 100),
    ]);
    const [told] = only(log, 'craving-label');
    const lastArousal = only(log, 'arousal').at(-1);
    // (75 − 60) / 4, and intervals that swing by ±20 ms have an RMSSD of 40 ms, which is rest's.
    expect(told).toMatchObject({
      atMs: START + 100_000,
      label: { atMs: START + 100_000, utcOffsetMin: 0, said: 70, by: 'rating' },
    });
    expect(told?.label.tags).toEqual(['caffeine', 'feeling:tense']);
    expect(told?.label.heartRateZ).toBeCloseTo(3.75, 1);
    expect(told?.label.lnRmssdZ).toBeCloseTo(0, 1);
    expect(lastArousal).toMatchObject({ value: told?.label.arousal });
  });

  it('take a spread of rest near nothing for 2/min and 0.1', async () => {
    const still = { ...REST, heartRateSpreadBpm: 0.1, lnRmssd: Math.log(40) - 0.2, lnRmssdSpread: 0 };
    const log = await run([
      started({ baseline: still, craving: learning }),
      ...beatsAt(64, [0, 100]),
      rating(70, 100),
    ]);
    expect(only(log, 'craving-label')[0]?.label.heartRateZ).toBeCloseTo(2, 1);
    expect(only(log, 'craving-label')[0]?.label.lnRmssdZ).toBeCloseTo(2, 1);
  });

  it('omit variability in paced breathing and where rest has none, all while arousal is withheld', async () => {
    const labelled = async (about: Partial<SessionStarted>, ...more: InputEvent[]) =>
      only(
        await run([
          started({ baseline: REST, craving: learning, ...about }),
          ...more,
          ...beatsAt(70, [0, 100]),
          rating(40, 100),
        ]),
        'craving-label',
      )[0]?.label;
    const paced = await labelled({}, { type: 'pacer', atMs: 0, author: 'person', breathsPerMinute: 6 });
    expect(paced).toHaveProperty('heartRateZ');
    expect(paced).not.toHaveProperty('lnRmssdZ');
    const { lnRmssd: _, lnRmssdSpread: __, ...rateOnly } = REST;
    expect(await labelled({ baseline: rateOnly })).not.toHaveProperty('lnRmssdZ');
    const moved = await labelled({}, { type: 'tag', atMs: 0, author: 'person', tags: ['moved'] });
    expect(Object.keys(moved ?? {}).sort()).toEqual(['atMs', 'by', 'said', 'tags', 'utcOffsetMin']);
  });

  it('wait at the start for the body’s first figures, but not longer than 90 s and not without a strap', async () => {
    const when = async (about: Partial<SessionStarted>, ...beats: InputEvent[]) =>
      only(
        await run([
          started({ baseline: REST, craving: learning, ...about }),
          rating(30, 0),
          ...beats,
          ...ticks(60, 120),
        ]),
        'craving-label',
      ).map(({ atMs, label }) => [(atMs - START) / 1000, (label.atMs - START) / 1000, 'arousal' in label]);
    const [[toldS, saidS, known]] = (await when({}, ...beatsAt(70, [0, 60]))) as [[number, number, boolean]];
    expect([saidS, known]).toEqual([0, true]);
    expect(toldS).toBeLessThanOrEqual(40);
    expect(await when({})).toEqual([[90, 0, false]]);
    expect(await when({ source: { kind: 'none', name: 'none' } })).toEqual([[0, 0, false]]);
  });

  it('are told when the session ends, if they still wait then', async () => {
    const log = await run([started({ craving: learning }), rating(30, 0), ended(20)]);
    expect(only(log, 'craving-label')).toMatchObject([{ atMs: START + 20_000, label: { said: 30 } }]);
  });
});

describe('cravingEstimation with consent: the forecast', () => {
  it('says how many answers are missing, once, and again when that changes', async () => {
    const log = await run([
      started({ craving: { ...learning, record: { version: 1, labels: telling(12) } } }),
      ...ticks(0, 200),
      rating(55, 200),
      ...ticks(200, 300),
    ]);
    const told = only(log, 'craving-forecast');
    expect(told.map((one) => ('withheld' in one ? [one.withheld, one.missing] : one))).toEqual([
      ['too-few-labels', 18],
      ['too-few-labels', 17],
    ]);
    expect(told[0]?.evidence?.labels).toBe(12);
  });

  it('is given where the gate is open and the body is known, at most once a minute, and follows the body', async () => {
    const craving = { ...learning, record: { version: 1 as const, labels: telling(60) } };
    const log = await run([
      started({ baseline: REST, craving }),
      ...beatsAt(58, [0, 120]),
      ...beatsAt(64, [120, 400]),
    ]);
    const told = only(log, 'craving-forecast');
    const gaps = told.slice(1).map(({ atMs }, i) => atMs - told[i]!.atMs);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(60_000);
    expect(told[0]).toMatchObject({ withheld: 'no-body-signal' });
    const given = told.flatMap((one) => ('probability' in one ? [one] : []));
    expect(given.length).toBeGreaterThanOrEqual(2);
    expect(given.at(-1)!.probability).toBeGreaterThan(given[0]!.probability);
    for (const { probability, interval80, interval95, evidence } of given) {
      const order = [interval95[0], interval80[0], probability, interval80[1], interval95[1]];
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(evidence).toMatchObject({ labels: 60 });
      expect(evidence.brier).toBeLessThan(evidence.baseRateBrier);
    }
  });
});

/** The stage alone, from a session's start to steps at the times given. */
function stage(about: Partial<SessionStarted>, ...signals: Signal[]): Signal[] {
  const out: Signal[] = [];
  const step = cravingEstimation();
  for (const signal of [at(started(about)), ...signals]) step(signal, (one) => out.push(one));
  return out;
}
const step = (atMs: number): Signal => ({ type: 'step', atMs });
const prompts = (signals: readonly Signal[]) => signals.filter(({ type }) => type === 'craving-prompt');
/** A seed of whose first draws one asks. */
const ASKING = Array.from({ length: 1000 }, (_, seed) => seed).find(
  (seed) => prompts(stage({ seed, craving: learning }, step(QUARTER))).length > 0,
)!;

describe('cravingEstimation with consent: prompts', () => {
  it('come at a quarter of an hour, as often as their propensity says', () => {
    const seeds = Array.from({ length: 4000 }, (_, seed) => seed);
    const asked = seeds.flatMap((seed) => prompts(stage({ seed, craving: learning }, step(QUARTER))));
    // Nothing learnt yet is uncertain: 1/56 + 1/10. Four standard errors of 4000 draws are 0.02.
    expect(Math.abs(asked.length / seeds.length - (1 / 56 + 0.1))).toBeLessThan(0.02);
    expect(asked[0]).toMatchObject({ question: 'how-strong', propensity: 0.117857, atMs: QUARTER });
  });

  it('do not come between the quarters, without consent, after Stop, in quiet hours or soon after an answer', () => {
    const { prompts: _, ...never } = learning;
    const quiet = { ...learning, prompts: { asked: [], quiet: { fromMin: 0, toMin: 0 } } };
    const asks = (craving: CravingLearning, ...signals: Signal[]) =>
      prompts(stage({ seed: ASKING, craving }, ...signals)).length;
    expect(asks(learning, step(QUARTER))).toBe(1);
    expect(asks(learning, step(QUARTER - 1000))).toBe(0);
    expect(asks(never, step(QUARTER))).toBe(0);
    expect(asks(quiet, step(QUARTER))).toBe(0);
    expect(asks(learning, at(press('stop', 5)), step(QUARTER))).toBe(0);
    expect(asks(learning, at(press('stop', 5)), at(press('resume', 6)), step(QUARTER))).toBe(1);
    expect(asks(learning, at(rating(5, 5)), step(QUARTER))).toBe(0);
    const asked = [{ atMs: QUARTER - 3_600_000, utcOffsetMin: 0, reason: 'random' as const }];
    expect(asks({ ...learning, prompts: { quiet: DEFAULT_QUIET, asked } }, step(QUARTER))).toBe(0);
  });

  it('ask what it is only where the body looks more activated than is usual', () => {
    const arousal = (value: number): Signal => ({
      ...{ type: 'arousal', author: 'engine', atMs: QUARTER - 1000, value },
      ...{ sd: 0.1, low: 0, high: 1, quality: 1, reasons: [] },
    });
    const body: Signal[] = [
      { type: 'baseline', author: 'engine', atMs: START, figures: REST, how: 'given' },
      {
        ...{ type: 'hrv', author: 'engine', atMs: QUARTER - 1000, windowS: 60, beats: 70 },
        ...{ coverage: 1, corrected: 0, meanHrBpm: 70, rmssdMs: 40 },
      },
    ];
    const question = (value: number) =>
      prompts(stage({ seed: ASKING, craving: learning }, ...body, arousal(value), step(QUARTER)))[0];
    expect(question(0.5)).toMatchObject({ question: 'how-strong' });
    expect(question(0.6)).toMatchObject({ question: 'what-is-this' });
  });

  it('are answered once', async () => {
    const log = await run([
      started({ seed: ASKING, craving: learning }),
      ...ticks(0, 610),
      answer('stress', 611),
      answer('craving', 612),
    ]);
    expect(only(log, 'craving-label')).toMatchObject([
      { label: { said: 'no-craving', by: 'prompt', propensity: 0.117857 } },
    ]);
  });
});

describe('replayLog of a session with consent', () => {
  it('gives the same bytes again, also of a log that was cut off', async () => {
    const craving = { ...learning, record: { version: 1 as const, labels: telling(45) } };
    const log = await run([
      started({ seed: ASKING, baseline: REST, craving }),
      ...beatsAt(66, [0, 615]),
      answer(64, 616),
      ...ticks(616, 680),
      rating(40, 681),
      ended(682),
    ]);
    const lines = (events: readonly SessionEvent[]): string[] => events.map((event) => JSON.stringify(event));
    for (const type of TIER_ONE) expect(log.map((event) => event.type)).toContain(type);
    expect(lines(replayLog(log))).toEqual(lines(log));
    const cut = log.slice(0, Math.floor(log.length * 0.8));
    expect(lines(log).slice(0, replayLog(cut).length)).toEqual(lines(replayLog(cut)));
  });
});
