import { render } from '../../support/audio-offline.ts';
import { rmsDb } from '../../support/audio-loudness.ts';
import { readRecordings } from '../../support/audio-recordings.ts';
import { droneOf, loadWaves, noise, readWaves } from '../../support/audio-scores.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { LAYERS, swellsPerMinute, type Layer } from '../../../engine/index.ts';
import { guideFrom, type BreathGuide } from '../../../web/audio/breath-guide.ts';
import { createTonePlayer } from '../../../web/audio/index.ts';
import type { BreathSound } from '../../../web/audio/module-player.ts';
import { instrumentOf } from '../../../web/audio/layer-deck.ts';
import { RecordingBank } from '../../../web/audio/recordings.ts';
import { OfflineContext } from '../../../web/audio/tone.ts';

const SAMPLE_RATE = 22_050;
const layer = (id: string): Layer => LAYERS.find((it) => it.id === id)!;

beforeAll(
  () =>
    new RecordingBank(new OfflineContext(1, 0.1, SAMPLE_RATE), readRecordings).load(LAYERS.map(instrumentOf)),
  120_000,
);

/** The left side of a layer that is asked for at once and stopped at `stopS`. */
async function heard(
  id: string,
  seconds: number,
  stopS = Infinity,
): Promise<(fromS: number, toS: number) => number> {
  const [left] = await render({ seconds, sampleRate: SAMPLE_RATE }, (context) => {
    const player = createTonePlayer({ seed: 1, context, read: readRecordings });
    return [
      [0, () => void player.setLayer(layer(id), { perMinute: 6, inShare: 0.4 })],
      ...(stopS < seconds ? [[stopS, () => player.stop()] as const] : []),
    ];
  });
  return (fromS, toS) => rmsDb(left.subarray(fromS * SAMPLE_RATE, toS * SAMPLE_RATE));
}

describe('a layer', () => {
  it.each(LAYERS.map(({ id }) => id))('%s has a recording', (id) =>
    expect(instrumentOf(layer(id)).id).toBe(id),
  );

  it('of nature plays evenly under the music', async () => {
    const level = await heard('rain', 8);
    expect(level(4, 8)).toBeGreaterThan(-42);
    expect(level(4, 8)).toBeLessThan(-25);
    expect(Math.abs(level(4, 6) - level(6, 8))).toBeLessThan(2);
  });

  it('of breath swells for four seconds and leaves for six', async () => {
    const level = await heard('breath', 24);
    const [top, rest] = [level(13.5, 14.5), level(19.5, 20.5)];
    expect(top - rest).toBeGreaterThan(12);
    expect(level(12, 12.5)).toBeLessThan(top);
    expect(level(17, 17.5)).toBeLessThan(top);
  });

  it('is gone 0.3 s after a stop', async () => {
    const level = await heard('surf', 6, 5);
    expect(level(4.5, 5)).toBeGreaterThan(-45);
    expect(level(5.3, 6)).toBeLessThan(-90);
  });
});

/** RMS in dB over half a second around each time of a player that breathes at 6 a minute from 0 s of its clock on. */
async function breathed(breath: (guide: BreathGuide) => BreathSound, timesS: readonly number[]) {
  const scores = new Map([['a', droneOf('a', noise(1))]]);
  await loadWaves(scores.values());
  const [left] = await render({ seconds: 24, sampleRate: SAMPLE_RATE }, (context) => {
    const read: typeof readWaves = (it) => (it.id.startsWith('noise') ? readWaves(it) : readRecordings(it));
    const player = createTonePlayer({ seed: 1, context, scores, read });
    const to = { module: 'a', family: 'calming', level: 3 } as const;
    const wake = { kind: 'wake', to, durationS: 0.1, begin: 'now', curve: 'linear' } as const;
    return [
      [0, () => player.setBreath(breath(guideFrom(0, 6)))],
      ...(breath(guideFrom(0, 6)).swell ? [[0, () => player.carryOut(wake)] as const] : []),
    ];
  });
  return timesS.map((at) => rmsDb(left.subarray((at - 0.25) * SAMPLE_RATE, (at + 0.25) * SAMPLE_RATE)));
}

describe('setBreath', () => {
  const [FULL, EMPTY] = [[14], [20]];

  it('is fullest where the guide turns from in to out, and nearly gone where it turns back', async () => {
    const [before, full, after, empty] = await breathed((air) => ({ air }), [12, ...FULL, 17, ...EMPTY]);
    expect(full! - empty!).toBeGreaterThan(12);
    expect(Math.min(full! - before!, full! - after!)).toBeGreaterThan(3);
  });

  it('lets the music fall by 6 dB as the breath goes out, and leaves it as loud as it was at the top', async () => {
    const [full, empty] = await breathed((swell) => ({ swell }), [...FULL, ...EMPTY]);
    const [even] = await breathed(
      () => ({ swell: { ...guideFrom(0, 6), perMinute: 1e-9, inShare: 1e-12 } }),
      FULL,
    );
    expect(full! - empty!).toBeCloseTo(6, 0);
    expect(full! - even!).toBeCloseTo(0, 0);
  });
});

describe('swellsPerMinute', () => {
  it.each([
    [undefined, 6],
    [6, 6],
    [8, 6],
    [16, 12],
  ])('for %s breaths a minute is %d', (own, swells) => expect(swellsPerMinute(own)).toBe(swells));
});
