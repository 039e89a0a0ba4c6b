import { from, lastValueFrom, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  AROUSAL_ESTIMATORS,
  chance,
  engineConfig,
  estimateArousal,
  findBaseline,
  measured,
  type ArousalEstimated,
  type ArousalEstimator,
  type InputEvent,
} from '../../../engine/index.ts';
import { beatsAt, REST, started } from '../../support/session-inputs.ts';
import { figuresAtRest, shiftInSlowBreathing, withheldInExercise } from '../../../bench/synthetic-arousal.ts';

const config = engineConfig();

async function estimates(
  inputs: readonly InputEvent[],
  estimator?: ArousalEstimator,
): Promise<ArousalEstimated[]> {
  const path = from(inputs).pipe(measured(config), findBaseline(config), estimateArousal(config, estimator));
  const signals = await lastValueFrom(path.pipe(toArray()));
  return signals.filter((signal) => signal.type === 'arousal');
}

const given = started({ baseline: REST });
const valueOf = (estimate: ArousalEstimated | undefined) =>
  estimate && 'value' in estimate ? estimate.value : NaN;

describe('arousalEstimation', () => {
  it.each(AROUSAL_ESTIMATORS.map((one) => [one.id, one] as const))(
    '%s rises with heart rate above rest',
    async (_, estimator) => {
      const last = async (bpm: number) =>
        valueOf((await estimates([given, ...beatsAt(bpm, [0, 120])], estimator)).at(-1));
      const [low, same, high] = [await last(55), await last(60), await last(75)];
      expect(low).toBeLessThan(same);
      expect(same).toBeLessThan(high);
    },
  );

  it('holds the value within its own 80 % interval and explains it', async () => {
    for (const one of await estimates([given, ...beatsAt(70, [0, 120])])) {
      if ('withheld' in one) continue;
      expect(one.low).toBeLessThanOrEqual(one.value);
      expect(one.high).toBeGreaterThanOrEqual(one.value);
      expect(one.reasons).toContain('heart-rate-above-baseline');
    }
  });

  it('grows less sure in a gap, then withholds', async () => {
    const beats = beatsAt(60, [0, 120]);
    const later = beatsAt(60, [160, 170]);
    const all = await estimates([given, ...beats, ...later]);
    const at = (s: number) => all.find(({ atMs }) => atMs === s * 1000);
    const sdAt = (s: number) => {
      const one = at(s);
      return one && 'sd' in one ? one.sd : NaN;
    };
    const grown = [120, 125, 130, 135, 139].map(sdAt);
    expect(grown).toEqual(grown.toSorted((a, b) => a - b));
    expect(sdAt(139)).toBeGreaterThan(1.2 * sdAt(120));
    expect(at(145)).toMatchObject({ withheld: 'no-beats' });
  });

  it('withholds for five minutes once somebody says that they moved', async () => {
    const moved: InputEvent = { type: 'tag', atMs: 60_000, author: 'person', tags: ['moved'] };
    const beats = beatsAt(60, [0, 400]);
    const before = beats.filter(({ atMs }) => atMs < 60_000);
    const all = await estimates([given, ...before, moved, ...beats.slice(before.length)]);
    const moving = all
      .filter((one) => 'withheld' in one && one.withheld === 'moving')
      .map(({ atMs }) => atMs);
    expect([moving[0], moving.at(-1)]).toEqual([61_000, 359_000]);
  });

  it('cannot tell a long rise from light movement until the person says that they sit', async () => {
    const rest: InputEvent[] = beatsAt(60, [0, 60]);
    // Beats of 20 ms less swing: RMSSD halves.
    const risen = beatsAt(80, [60, 400]).map((beat, i): InputEvent => ({
      ...beat,
      rrMs: [750 + (i % 2 === 0 ? 8 : -8)],
    }));
    const sits: InputEvent = { type: 'tag', atMs: 300_000, author: 'person', tags: ['sitting'] };
    const before = risen.filter(({ atMs }) => atMs < sits.atMs);
    const all = await estimates([given, ...rest, ...before, sits, ...risen.slice(before.length)]);
    const at = (s: number) => all.find(({ atMs }) => atMs === s * 1000);
    expect(valueOf(at(150))).toBeGreaterThan(0.9);
    expect(at(290)).toMatchObject({ withheld: 'perhaps-moving' });
    expect(valueOf(at(302))).toBeGreaterThan(0.9);
  });

  it('withholds where the rhythm is irregular', async () => {
    const random = chance(3);
    let atMs = 0;
    const beats = Array.from({ length: 400 }, (): InputEvent => {
      const rrMs = 450 + 700 * random();
      atMs += rrMs;
      return { type: 'intervals', atMs, author: 'device', sensor: 'test', rrMs: [rrMs] };
    });
    expect((await estimates([given, ...beats])).at(-1)).toMatchObject({ withheld: 'irregular-rhythm' });
  });
});

describe('the estimate on synthetic hearts', () => {
  it('follows latent arousal at rest, and its 80 % interval holds what it says', () => {
    const { correlation, intervalHolds, given: share } = figuresAtRest(8, { said: ['sitting'] });
    expect(correlation.mean).toBeGreaterThan(0.85);
    expect(intervalHolds).toBeGreaterThan(0.75);
    expect(intervalHolds).toBeLessThan(0.85);
    expect(share).toBeGreaterThan(0.9);
  });

  it.each([true, false])('hardly moves with six breaths a minute, pacer announced: %s', (paced) => {
    expect(shiftInSlowBreathing(6, paced)).toBeLessThan(0.1);
  });

  it('is withheld in exercise and the five minutes after it', () => {
    expect(withheldInExercise(4, 0.8)).toBeGreaterThan(0.95);
  });
});
