import { render } from '../../support/audio-offline.ts';
import { rmsDb } from '../../support/audio-loudness.ts';
import {
  droneOf,
  loadWaves,
  metronomeOf,
  noise,
  readWaves,
  SAMPLE_RATE,
} from '../../support/audio-scores.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CrossfadePlan } from '../../../engine/index.ts';
import { createTonePlayer, type PlayerState } from '../../../web/audio/index.ts';
import { OfflineContext } from '../../../web/audio/tone.ts';

const SCORES = new Map(
  [droneOf('a', noise(1)), droneOf('b', noise(2)), metronomeOf('metronome', 'calming')].map((score) => [
    score.id,
    score,
  ]),
);

beforeAll(() => loadWaves(SCORES.values()));

const plan = (module: string, durationS: number, more: Partial<CrossfadePlan> = {}): CrossfadePlan => ({
  kind: 'press',
  to: { module, family: 'calming', level: 1 },
  durationS,
  begin: 'now',
  curve: 'equal-power',
  ...more,
});
const options = { seed: 1, scores: SCORES, read: readWaves };

/** Times in seconds at which a click begins. */
function clicks(samples: Float32Array): number[] {
  const found: number[] = [];
  samples.forEach((x, i) => {
    const at = i / SAMPLE_RATE;
    if (Math.abs(x) > 0.001 && at - (found.at(-1) ?? -1) > 0.2) found.push(at);
  });
  return found;
}

describe('a hidden page', () => {
  it('whose timers run once a minute goes on without a beat missing', async () => {
    const page = Object.assign(new EventTarget(), { hidden: true });
    const [left] = await render({ seconds: 64, sampleRate: SAMPLE_RATE }, (context) => {
      const everyS = context.setInterval.bind(context);
      context.setInterval = (fn) => everyS(fn, 60);
      const player = createTonePlayer({ ...options, context, page });
      return [[0, () => player.carryOut(plan('metronome', 0.1))]];
    });
    const beats = clicks(left);
    expect(beats).toHaveLength(64);
    beats.slice(1).forEach((at, i) => expect(at - beats[i]!).toBeCloseTo(1, 2));
  });
});

/** Renders a script whose context is lost at `lostS`, and what is heard in the one after it. */
async function lose(
  lostS: number,
  afterS: number,
  plans: readonly (readonly [atS: number, plan: CrossfadePlan])[],
  more: readonly (readonly [atS: number, act: 'stop'])[] = [],
) {
  const states: PlayerState[] = [];
  const next = new OfflineContext(2, afterS, SAMPLE_RATE);
  await render({ seconds: lostS + 0.01, sampleRate: SAMPLE_RATE }, (context) => {
    const player = createTonePlayer({ ...options, context, renew: () => next });
    player.state$.subscribe((state) => states.push(state));
    const raw = context.rawContext;
    for (const [atS] of more) next.setTimeout(() => player.stop(), atS);
    return [
      ...plans.map(([atS, it]) => [atS, () => player.carryOut(it)] as const),
      [lostS, () => raw.dispatchEvent(new Event('error'))],
    ];
  });
  const after = (await next.render(false)).getChannelData(0);
  return { after, states };
}

const level = (samples: Float32Array, fromS: number, toS: number): number =>
  rmsDb(samples.subarray(fromS * SAMPLE_RATE, toS * SAMPLE_RATE));

describe('a context that is lost', () => {
  it('is followed by one in which the same pieces go on at the same place in the fade, to its end', async () => {
    const plans = [
      [0, plan('a', 0.1)],
      [1, plan('b', 4)],
    ] as const;
    const whole = await render({ seconds: 7, sampleRate: SAMPLE_RATE }, (context) => {
      const player = createTonePlayer({ ...options, context });
      return plans.map(([atS, it]) => [atS, () => player.carryOut(it)] as const);
    });
    const { after, states } = await lose(2, 5, plans);
    for (let at = 0.5; at < 4.5; at += 0.5)
      expect(Math.abs(level(after, at, at + 0.5) - level(whole[0], 2 + at, 2.5 + at))).toBeLessThan(0.5);
    expect(states.at(-1)).toMatchObject({ sounding: { module: 'b' } });
    expect(states.at(-1)).not.toHaveProperty('fadingTo');
  });

  it('keeps the beat: the phrase goes on where it was', async () => {
    const { after } = await lose(3.4, 4, [[0, plan('metronome', 0.1)]]);
    // The player leads by 0.02 s on either side of the loss: a beat was due at 4.02 s.
    const expected = [0.64, 1.64, 2.64, 3.64];
    expect(clicks(after)).toHaveLength(expected.length);
    clicks(after).forEach((at, i) => expect(at).toBeCloseTo(expected[i]!, 1));
  });

  it('still changes at the end of the phrase where that was asked for', async () => {
    const { after } = await lose(2, 9, [
      [0, plan('a', 0.1)],
      [
        1,
        plan('silence', 1, {
          kind: 'rest',
          begin: 'phrase',
          to: { module: 'silence', family: 'silence', level: 1 },
        }),
      ],
    ]);
    expect(level(after, 5.5, 6)).toBeGreaterThan(-40);
    expect(level(after, 7.3, 9)).toBeLessThan(-90);
  });

  it('has nothing to go on with after a stop', async () => {
    const { after, states } = await lose(2, 3, [
      [0, plan('a', 0.1)],
      [1, plan('a', 1, { kind: 'stop' })],
    ]);
    expect(level(after, 0, 3)).toBeLessThan(-90);
    expect(states.at(-1)).not.toHaveProperty('sounding');
  });

  it('leaves a stop as quick as it was', async () => {
    const { after } = await lose(2, 3, [[0, plan('a', 0.1)]], [[1, 'stop']]);
    expect(level(after, 0.5, 1)).toBeGreaterThan(-40);
    expect(level(after, 1.3, 3)).toBeLessThan(-90);
  });
});
