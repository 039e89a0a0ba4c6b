import '../../../support/audio-globals.ts';
import { describe, expect, it } from 'vitest';
import { loudnessOf, rmsDb } from '../../../support/audio-loudness.ts';
import { readRecordings } from '../../../support/audio-recordings.ts';
import { backingOf } from '../../../../web/features/songs/backing.ts';
import { mixed } from '../../../../web/features/songs/mix.ts';
import { renderBacking, TAIL_S } from '../../../../web/features/songs/render-backing.ts';
import { STYLES } from '../../../../web/features/songs/song.ts';

const RATE = 22_050;
const choice = { tempoBpm: 100, transpose: 0, backingDb: -6 } as const;

describe('renderBacking', () => {
  it.each(STYLES)('makes a chorus by %s that lies where a voice can lie over it', async (style) => {
    const backing = backingOf('chorus', { ...choice, style }, 'song');
    const { left, right } = await renderBacking(backing, { tempoBpm: 100, sampleRate: RATE }, readRecordings);
    const { integratedLufs, truePeakDb } = loudnessOf([left, right], RATE);
    expect(integratedLufs).toBeGreaterThan(-24);
    expect(integratedLufs).toBeLessThan(-14);
    expect(truePeakDb).toBeLessThan(-0.5);
    // Its last breath is out before the end.
    expect(left.length).toBe(Math.ceil((32 * 0.6 + TAIL_S) * RATE));
    expect(rmsDb(left.subarray(-2000))).toBeLessThan(-50);
  });
});

describe('mixed', () => {
  it('puts a take where its first beat was recorded, to the sample', async () => {
    const silence = { left: new Float32Array(10), right: new Float32Array(10), sampleRate: RATE };
    const samples = new Float32Array(2 * RATE);
    // Sung one second after the first beat, which is half a second into the recording.
    samples[1.5 * RATE] = 1;
    const take = { samples, sampleRate: RATE, offsetS: 0.5 };
    const sections = [
      { backing: silence, roundS: 2, rounds: 1 },
      { backing: silence, roundS: 2, rounds: 1, take },
    ];
    const { left } = await mixed(sections, 0, RATE);
    const loudest = left.reduce((best, x, i) => (Math.abs(x) > Math.abs(left[best]!) ? i : best), 0);
    expect(Math.abs(loudest / RATE - 3)).toBeLessThan(0.001);
  });
});
