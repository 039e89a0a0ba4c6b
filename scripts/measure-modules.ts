import '../test/support/audio-globals.ts';
import FFT from 'fft.js';
import { LEVELS, type Level } from '../engine/index.ts';
import { loudnessOf } from '../test/support/audio-loudness.ts';
import { playOffline } from '../test/support/audio-performance.ts';
import { SCORES, tempoBpm, type Score } from '../web/audio/modules/index.ts';

/**
 * Prints how each module sounds at each level, and the trims that bring it to the common loudness:
 * `npx tsx scripts/measure-modules.ts [module…]`. Copy the second table into web/audio/modules/trims.ts after a change of sound.
 */
const TARGET_LUFS = -18;
const SECONDS = 40;
const SAMPLE_RATE = 44_100;
const FRAME = 4096;
const SEEDS = [1, 2, 3];

/** Notes that begin in a second, over four phrases. */
function onsetsPerSecond(score: Score, level: Level): number {
  const indices = [0, 1, 2, 3];
  const notes = indices.flatMap((index) => [...score.phrase({ index, level, seed: 1 })]);
  return notes.length / ((indices.length * score.beatsPerPhrase * 60) / tempoBpm(score.family, level));
}

/** Centre of gravity of the power spectrum, Hz. */
function centroidHz(samples: Float32Array): number {
  const fft = new FFT(FRAME);
  const out = fft.createComplexArray();
  let [weighted, total] = [0, 0];
  for (let from = 0; from + FRAME <= samples.length; from += FRAME) {
    const frame = samples
      .subarray(from, from + FRAME)
      .map((x, i) => x * Math.sin((Math.PI * i) / FRAME) ** 2);
    fft.realTransform(out, frame);
    for (let bin = 1; bin < FRAME / 2; bin++) {
      const power = out[2 * bin]! ** 2 + out[2 * bin + 1]! ** 2;
      weighted += (power * bin * SAMPLE_RATE) / FRAME;
      total += power;
    }
  }
  return weighted / total;
}

/** All, or those named as arguments. */
const wanted = (): Score[] =>
  [...SCORES.values()].filter(({ id }) => process.argv.length < 3 || process.argv.includes(id));

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

async function measure(): Promise<void> {
  const trims: string[] = [];
  print('module        level  LUFS   dBTP  centroid Hz  onsets/s');
  for (const score of wanted()) {
    const row: number[] = [];
    for (const level of LEVELS) {
      const runs = [];
      for (const seed of SEEDS)
        runs.push(
          await playOffline({ module: score.id, level, seed, seconds: SECONDS, sampleRate: SAMPLE_RATE }),
        );
      const loud = runs.map((run) => loudnessOf(run, SAMPLE_RATE));
      const lufs = loud.reduce((sum, { integratedLufs }) => sum + integratedLufs, 0) / loud.length;
      const peak = Math.max(...loud.map(({ truePeakDb }) => truePeakDb));
      const figures = [
        lufs.toFixed(1),
        peak.toFixed(1),
        centroidHz(runs[0]![0]!).toFixed(0),
        onsetsPerSecond(score, level).toFixed(2),
      ];
      print([score.id.padEnd(13), level, ...figures.map((figure) => figure.padStart(7))].join(' '));
      row.push(score.trimsDb[level - 1]! + TARGET_LUFS - lufs);
    }
    trims.push(
      `  '${score.id}': [${row.map((trim) => (Math.round(10 * trim) / 10 + 0).toFixed(1)).join(', ')}],`,
    );
  }
  print(`\n${trims.join('\n')}`);
}

void measure();
