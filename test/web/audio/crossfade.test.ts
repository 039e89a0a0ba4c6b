import { render } from '../../support/audio-offline.ts';
import { loudnessOf, rmsDb } from '../../support/audio-loudness.ts';
import {
  droneOf,
  loadWaves,
  metronomeOf,
  noise,
  readWaves,
  SAMPLE_RATE,
  sine,
} from '../../support/audio-scores.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CrossfadePlan, Cue } from '../../../engine/index.ts';
import { createTonePlayer, type ModulePlayer } from '../../../web/audio/index.ts';

const SILENT_DB = -90;
const cue = (module: string): Cue => ({
  module,
  family: module === 'silence' ? 'silence' : 'calming',
  level: 3,
});

const plan = (module: string, durationS: number, more: Partial<CrossfadePlan> = {}): CrossfadePlan => ({
  kind: 'press',
  to: cue(module),
  durationS,
  begin: 'now',
  curve: 'equal-power',
  ...more,
});

const DRONES = new Map(
  [
    droneOf('noise-a', noise(1)),
    droneOf('noise-b', noise(2)),
    droneOf('noise-c', noise(3)),
    droneOf('sine-a', sine(110)),
    droneOf('sine-b', sine(165)),
    droneOf('sine-c', sine(220)),
    metronomeOf('metronome', 'calming'),
    metronomeOf('fast-metronome', 'activating'),
    { ...droneOf('loud', sine(440)), trimsDb: [30, 30, 30, 30, 30] as const },
  ].map((score) => [score.id, score]),
);

beforeAll(() => loadWaves(DRONES.values()));

type Script = readonly (readonly [atS: number, act: (player: ModulePlayer) => void])[];

/** The left side of what the real player makes of a script, as far as it comes. */
async function play(seconds: number, script: Script, lastS = seconds): Promise<Float32Array> {
  const [left] = await render({ seconds, sampleRate: SAMPLE_RATE }, (context) => {
    const player = createTonePlayer({ seed: 1, context, scores: DRONES, read: readWaves });
    return script.filter(([atS]) => atS <= lastS).map(([atS, act]) => [atS, () => act(player)] as const);
  });
  return left;
}

const part = (samples: Float32Array, fromS: number, toS: number): Float32Array =>
  samples.subarray(Math.round(fromS * SAMPLE_RATE), Math.round(toS * SAMPLE_RATE));

/** Times in seconds at which sound begins after a tenth of a second without. */
function onsets(samples: Float32Array): number[] {
  const found: number[] = [];
  let lastLoud = -Infinity;
  samples.forEach((x, i) => {
    if (Math.abs(x) < 0.001) return;
    if (i - lastLoud > 0.1 * SAMPLE_RATE) found.push(i / SAMPLE_RATE);
    lastLoud = i;
  });
  return found;
}

const largestStep = (samples: Float32Array): number =>
  samples.reduce((most, x, i) => (i === 0 ? 0 : Math.max(most, Math.abs(x - samples[i - 1]!))), 0);

/** How sharply the wave turns between three samples: a ramp that is too short has corners. */
const largestBend = (samples: Float32Array): number =>
  samples.reduce(
    (most, x, i) => (i < 2 ? 0 : Math.max(most, Math.abs(x - 2 * samples[i - 1]! + samples[i - 2]!))),
    0,
  );

/** No two samples of the three sines at full gain, added up, are further apart than this. */
const OWN_STEP = (0.1 * 2 * Math.PI * (110 + 165 + 220)) / SAMPLE_RATE;

/** Nor does their sum turn more sharply than this. */
const OWN_BEND = 0.1 * ((2 * Math.PI) / SAMPLE_RATE) ** 2 * (110 ** 2 + 165 ** 2 + 220 ** 2);

const to =
  (module: string, durationS: number, more: Partial<CrossfadePlan> = {}) =>
  (player: ModulePlayer): void =>
    player.carryOut(plan(module, durationS, more));

describe('a crossfade', () => {
  it('keeps its power within 1 dB from end to end when it is of equal power', async () => {
    const out = await play(6, [
      [0, to('noise-a', 0.1)],
      [1, to('noise-b', 4)],
    ]);
    const before = rmsDb(part(out, 0.4, 1));
    for (let at = 1; at < 5.5; at += 0.5)
      expect(Math.abs(rmsDb(part(out, at, at + 0.5)) - before)).toBeLessThan(1);
  });

  it('dips by 3 dB in the middle when it is linear and the material unlike', async () => {
    const out = await play(6, [
      [0, to('noise-a', 0.1)],
      [1, to('noise-b', 4, { curve: 'linear' })],
    ]);
    expect(rmsDb(part(out, 2.8, 3.2)) - rmsDb(part(out, 0.4, 1))).toBeCloseTo(-3, 0);
  });

  it('keeps its power when a third takes over half way, and again', async () => {
    const out = await play(7, [
      [0, to('noise-a', 0.1)],
      [1, to('noise-b', 3)],
      [2.3, to('noise-c', 3)],
      [3.1, to('noise-a', 2)],
    ]);
    const before = rmsDb(part(out, 0.4, 1));
    for (let at = 1; at < 6.5; at += 0.25)
      expect(Math.abs(rmsDb(part(out, at, at + 0.25)) - before)).toBeLessThan(1);
  });

  it.each([1.05, 1.7, 2.49, 3.2])('does not jump when it is interrupted at %f s', async (atS) => {
    const out = await play(5, [
      [0, to('sine-a', 0.1)],
      [1, to('sine-b', 2.5)],
      [atS, to('sine-c', 1)],
      [atS + 0.4, to('sine-b', 1)],
    ]);
    expect(largestStep(out)).toBeLessThan(OWN_STEP);
  });

  it('waits for the end of the phrase when it is asked to', async () => {
    const phraseS = (8 * 60) / 66;
    const out = await play(10, [
      [0, to('noise-a', 0.1)],
      [2, to('silence', 1, { kind: 'rest', begin: 'phrase' })],
    ]);
    const sounds = (atS: number): number => rmsDb(part(out, atS, atS + 0.2));
    expect(sounds(0.02 + phraseS - 0.25)).toBeCloseTo(sounds(1), 0);
    expect(sounds(0.02 + phraseS + 0.4)).toBeLessThan(sounds(1) - 2);
    expect(sounds(0.02 + phraseS + 1.1)).toBeLessThan(SILENT_DB);
  });

  it.each([
    ['one module between two levels', { ...cue('metronome'), level: 5 }, 60 / 72],
    [
      'two families, beat for beat or two to one',
      { module: 'fast-metronome', family: 'activating', level: 5 },
      60 / 112,
    ],
  ] as const)(
    'of %s keeps a single beat, which leads from the old tempo to the new one',
    async (_of, goal, beatS) => {
      const out = await play(20, [
        [0, to('metronome', 0.1, { to: { ...cue('metronome'), level: 1 } })],
        [3, to('metronome', 6, { to: goal, begin: 'phrase' })],
      ]);
      const beats = onsets(part(out, 0.5, 20));
      const gaps = beats.slice(1).map((at, i) => at - beats[i]!);
      const slow = gaps.filter((_, i) => beats[i + 1]! < 7);
      const fast = gaps.filter((_, i) => beats[i]! > 14);
      for (const gap of slow) expect(gap).toBeCloseTo(1, 2);
      for (const gap of fast) expect(gap).toBeCloseTo(beatS, 2);
      expect(fast.length).toBeGreaterThan(4);
      // In between every gap is one beat of either piece: nothing stumbles.
      for (const gap of gaps) expect(Math.min(Math.abs(gap - beatS), Math.abs(gap - 1))).toBeLessThan(0.17);
    },
  );

  it('is not begun when another is asked for while it waits', async () => {
    const out = await play(4, [
      [0, to('sine-a', 0.1)],
      [1, to('silence', 1, { begin: 'phrase' })],
      [1.5, to('sine-a', 1)],
    ]);
    expect(rmsDb(part(out, 3.5, 4))).toBeCloseTo(rmsDb(part(out, 0.5, 1)), 1);
  });
});

describe('stop', () => {
  const moments = [0.05, 0.61, 1.33, 2.02, 2.9];

  it.each(moments)('is silent 0.3 s after %f s, whatever was under way, and stays so', async (atS) => {
    const out = await play(
      atS + 1,
      [
        [0, to('noise-a', 0.1)],
        [0.6, to('noise-b', 1.5)],
        [1.3, to('noise-c', 1.5)],
        [2, to('noise-a', 8, { begin: 'phrase' })],
        [atS, (player) => player.stop()],
      ],
      atS,
    );
    expect(rmsDb(part(out, atS, atS + 0.05))).toBeGreaterThan(SILENT_DB);
    expect(rmsDb(part(out, atS + 0.3, atS + 1))).toBeLessThan(SILENT_DB);
  });

  it.each(moments)('does not click at %f s', async (atS) => {
    const out = await play(
      atS + 0.5,
      [
        [0, to('sine-a', 0.1)],
        [0.6, to('sine-b', 1.5)],
        [1.3, to('sine-c', 1.5)],
        [atS, (player) => player.carryOut(plan('silence', 0.2, { kind: 'stop' }))],
      ],
      atS,
    );
    expect(largestBend(part(out, atS, atS + 0.5))).toBeLessThan(1.5 * OWN_BEND);
  });

  it('lets the music wake again, with nothing left of what was before', async () => {
    const out = await play(7, [
      [0, to('noise-a', 0.1)],
      [1, (player) => player.stop()],
      [2, to('noise-b', 4, { kind: 'wake' })],
    ]);
    const full = rmsDb(part(out, 0.4, 1));
    expect(rmsDb(part(out, 1.3, 2))).toBeLessThan(SILENT_DB);
    expect(rmsDb(part(out, 2.9, 3.1)) - full).toBeCloseTo(20 * Math.log10(Math.sin(Math.PI / 8)), 0);
    expect(rmsDb(part(out, 3.9, 4.1)) - full).toBeCloseTo(-3, 0);
    expect(rmsDb(part(out, 6.1, 6.9)) - full).toBeCloseTo(0, 0);
  });
});

describe('the limiter', () => {
  it('keeps the true peak under −1 dB whatever comes', async () => {
    const out = await play(3, [[0, to('loud', 0.1)]]);
    expect(loudnessOf([out], SAMPLE_RATE).truePeakDb).toBeLessThan(-1);
    expect(rmsDb(part(out, 1, 3))).toBeGreaterThan(-9);
  });

  it('leaves alone what is below its ceiling', async () => {
    const out = await play(2, [[0, to('sine-a', 0.1)]]);
    const peak = part(out, 1, 2).reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    // −20 dBFS, and 3 dB less on each side for a sound in the middle.
    expect(20 * Math.log10(peak)).toBeCloseTo(-23, 1);
  });
});

describe('setVolume', () => {
  it('is squared: half way is 12 dB down; 0 is silence; beyond the ends is the ends', async () => {
    const out = await play(4, [
      [0, to('noise-a', 0.1)],
      [1, (player) => player.setVolume(0.5)],
      [2, (player) => player.setVolume(-1)],
      [3, (player) => player.setVolume(7)],
    ]);
    const full = rmsDb(part(out, 0.4, 1));
    expect(rmsDb(part(out, 1.2, 2)) - full).toBeCloseTo(-12, 0);
    expect(rmsDb(part(out, 2.2, 3))).toBeLessThan(SILENT_DB);
    expect(rmsDb(part(out, 3.2, 4)) - full).toBeCloseTo(0, 0);
  });
});

describe('duck', () => {
  it('lets the music step back by 9 dB while somebody speaks, gently, and brings it back', async () => {
    const out = await play(5, [
      [0, to('noise-a', 0.1)],
      [1, (player) => player.duck(true)],
      [2.5, (player) => player.duck(false)],
    ]);
    const full = rmsDb(part(out, 0.4, 1));
    expect(rmsDb(part(out, 1.1, 1.2)) - full).toBeGreaterThan(-6);
    expect(rmsDb(part(out, 1.6, 2.5)) - full).toBeCloseTo(-9.1, 0);
    expect(rmsDb(part(out, 4, 5)) - full).toBeCloseTo(0, 0);
  });
});
