import { render } from '../../support/audio-offline.ts';
import { rmsDb } from '../../support/audio-loudness.ts';
import { droneOf, loadWaves, noise, readWaves, SAMPLE_RATE } from '../../support/audio-scores.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CrossfadePlan } from '../../../engine/index.ts';
import { createTonePlayer, type ModulePlayer, type Track } from '../../../web/audio/index.ts';
import { seeded } from '../../../web/audio/random.ts';
import { howToPlay } from '../../../web/features/music/own/track-shelf.ts';

const DRONE = droneOf('drone', noise(1));
beforeAll(() => loadWaves([DRONE]));

/** Noise at −24.8 dBFS with a second of silence before and after it, to be turned up by 6 dB. */
const FRAMED_S = 5;
function noiseTrack(buffer: AudioBuffer): Track {
  const random = seeded(7);
  const samples = buffer.getChannelData(0);
  for (let i = SAMPLE_RATE; i < 4 * SAMPLE_RATE; i++) samples[i] = 0.1 * (2 * random() - 1);
  return { id: 'own-noise', buffer, fromS: 1, toS: 4, gainDb: 6, phrase: { lengthS: 1, firstS: 1.25 } };
}

const planTo = (module: string, more: Partial<CrossfadePlan> = {}): CrossfadePlan => ({
  kind: 'press',
  to: { module, family: 'calming', level: 2 },
  durationS: 0.5,
  begin: 'now',
  curve: 'equal-power',
  ...more,
});

type Script = readonly (readonly [atS: number, act: (player: ModulePlayer) => void])[];

async function play(seconds: number, script: Script): Promise<Float32Array> {
  const [left] = await render({ seconds, sampleRate: SAMPLE_RATE }, (context) => {
    const track = noiseTrack(context.createBuffer(1, FRAMED_S * SAMPLE_RATE, SAMPLE_RATE));
    const tracks = {
      has: (id: string) => id === track.id,
      get: () => track,
      load: () => Promise.resolve(),
    };
    const scores = new Map([[DRONE.id, DRONE]]);
    const player = createTonePlayer({ seed: 1, context, scores, tracks, read: readWaves });
    return script.map(([atS, act]) => [atS, () => act(player)] as const);
  });
  return left;
}

/** Levels of the tenths of a second between two times. */
const tenths = (samples: Float32Array, fromS: number, toS: number): number[] =>
  Array.from({ length: Math.round(10 * (toS - fromS)) }, (_, i) => {
    const from = Math.round((fromS + i / 10) * SAMPLE_RATE);
    return rmsDb(samples.subarray(from, from + SAMPLE_RATE / 10));
  });

describe('an own track in the player', () => {
  it('is turned up to the common loudness and begins again without a gap, its silent ends left out', async () => {
    const heard = await play(9, [[0, (player) => player.carryOut(planTo('own-noise'))]]);
    const levels = tenths(heard, 0.7, 9);
    expect(Math.max(...levels)).toBeLessThan(-18.8 + 1);
    expect(Math.min(...levels)).toBeGreaterThan(-18.8 - 1);
  });

  it('crossfades with a module like any other, on its next phrase where the plan waits for one', async () => {
    const heard = await play(6, [
      [0, (player) => player.carryOut(planTo('own-noise'))],
      [1.4, (player) => player.carryOut(planTo('drone', { kind: 'dose', begin: 'phrase', durationS: 1 }))],
    ]);
    // Phrases begin at 0.27, 1.27, 2.27 s: till then it is the track alone, after 3.27 s the quieter drone alone.
    expect(Math.min(...tenths(heard, 0.7, 2.2))).toBeGreaterThan(-18.8 - 1);
    expect(Math.max(...tenths(heard, 3.5, 6))).toBeLessThan(-22);
    expect(Math.min(...tenths(heard, 3.5, 6))).toBeGreaterThan(-32);
  });

  it('is silent 0.3 s after a stop', async () => {
    const heard = await play(3, [
      [0, (player) => player.carryOut(planTo('own-noise'))],
      [1.5, (player) => player.stop()],
    ]);
    expect(Math.max(...heard.subarray(Math.round(1.8 * SAMPLE_RATE)).map(Math.abs))).toBe(0);
  });
});

describe('howToPlay', () => {
  const analysis = { lengthS: 200, fromS: 0.5, toS: 199, centroidHz: 1, onsetsPerSecond: 1, outline: [] };

  it('brings a track to −18 LUFS, but its peaks no higher than −1.5 dBTP', () => {
    expect(howToPlay({ ...analysis, lufs: -9, truePeakDb: 0 }).gainDb).toBe(-9);
    expect(howToPlay({ ...analysis, lufs: -30, truePeakDb: -6 }).gainDb).toBe(4.5);
  });

  it('waits for phrases of 16 beats, of 8 where those last over 12 s, and for none without a steady beat', () => {
    const tempo = { bpm: 120, octaveBpm: 60, steadiness: 0.6, beatS: 0.2 };
    const phraseOf = (more: object) =>
      howToPlay({ ...analysis, lufs: -9, truePeakDb: 0, tempo: { ...tempo, ...more } }).phrase;
    expect(phraseOf({})).toEqual({ lengthS: 8, firstS: 0.2 });
    expect(phraseOf({ bpm: 60 })).toEqual({ lengthS: 8, firstS: 0.2 });
    expect(phraseOf({ steadiness: 0.2 })).toBeUndefined();
  });
});
