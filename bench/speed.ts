import { createReadStream, existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import FFT from 'fft.js';
import { Subject } from 'rxjs';
import { readRecordingStream, recordingEvents, simulateHeart } from '../devices/index.ts';
import { attune, engineConfig, PROTOCOLS, type InputEvent, type IntervalsRead } from '../engine/index.ts';
import { bandPower } from '../engine/dsp/band-power.ts';
import { spectrumOf } from '../engine/dsp/spectrum.ts';
import { runAlone, type Report } from './report.ts';
import { tachogram } from '../engine/hrv/tachogram.ts';

/**
 * How fast the engine is, against a floor measured in the same run.
 * Run: npx tsx bench/speed.ts [--json]
 */

interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
}

const DAY = '../shared/data/rr/fullday/nsr2db_nsr002_24h.csv';
const SIZE = 256;
const RATE_HZ = 4;

const started = (atMs: number): InputEvent => ({
  type: 'session-started',
  atMs,
  author: 'person',
  version: 1,
  protocol: PROTOCOLS[0]!.id,
  protocolVersion: 1,
  seed: 1,
  configHash: 'bench',
  profile: { triggers: [], earlyRecovery: false },
  source: { kind: 'recording', name: 'bench' },
});

/** A real day where it is at hand, otherwise a day of the synthetic heart. */
async function dayOfBeats(): Promise<{ name: string; beats: readonly IntervalsRead[] }> {
  const real = existsSync(DAY) ? await readRecordingStream('day', createReadStream(DAY)) : undefined;
  if (real?.ok) {
    return {
      name: 'a recorded day',
      beats: recordingEvents(real.value).filter((e) => e.type === 'intervals'),
    };
  }
  const { observed } = simulateHeart({ seed: 1, arousal: () => 0.3 }, 86_400);
  const beats = observed.map(({ atS, rrMs }): IntervalsRead => ({
    type: 'intervals',
    atMs: atS * 1000,
    author: 'device',
    sensor: 'bench',
    rrMs: [rrMs],
  }));
  return { name: 'a synthetic day', beats };
}

const timed = (work: () => void): number => {
  const begin = performance.now();
  work();
  return performance.now() - begin;
};

/**
 * The least of several runs each, taken in turn: what the machine can do when nothing else wants it, and what else it
 * does meets both alike.
 */
function bestInTurn(works: readonly (() => void)[], rounds = 9): number[] {
  const times = works.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    works.forEach((work, i) => (times[i] = Math.min(times[i]!, timed(work))));
  }
  return times;
}

function bareTransforms(count: number): () => void {
  const fft = new FFT(SIZE);
  const input = Float64Array.from({ length: SIZE }, (_, i) => Math.sin(i));
  const output = new Float64Array(2 * SIZE);
  return () => {
    for (let i = 0; i < count; i++) fft.realTransform(output, input);
  };
}

/** Tachogram, detrending, taper, transform, density and two bands, once a second of the day. */
function spectra(beats: readonly IntervalsRead[]): () => number {
  const intervals = beats.map(({ atMs, rrMs }) => ({ atMs, nnMs: rrMs[0]!, segment: 1 }));
  return () => {
    let count = 0;
    const series = tachogram(SIZE, RATE_HZ);
    const psdOf = spectrumOf(SIZE, RATE_HZ);
    const psd = { density: new Float64Array(SIZE / 2 + 1), binWidthHz: RATE_HZ / SIZE };
    let nextMs = 0;
    for (const interval of intervals) {
      series.push(interval);
      for (; nextMs <= interval.atMs; nextMs += 1000) {
        const samples = series.window();
        if (!samples) continue;
        psdOf(samples, psd);
        bandPower(psd, [0.04, 0.15]);
        bandPower(psd, [0.15, 0.4]);
        count += 1;
      }
    }
    return count;
  };
}

/** Runs days of beats through the whole engine without keeping anything; gives the time that each live beat took, ms. */
function wholeEngine(beats: readonly IntervalsRead[], days: number): { ms: number; perBeat: Float64Array } {
  const inputs$ = new Subject<InputEvent>();
  inputs$.pipe(attune(engineConfig())).subscribe();
  const perBeat = new Float64Array(beats.length * days);
  const dayMs = beats.at(-1)!.atMs;
  inputs$.next(started(beats[0]!.atMs));
  const ms = timed(() => {
    for (let i = 0; i < perBeat.length; i++) {
      const beat = beats[i % beats.length]!;
      const begin = performance.now();
      inputs$.next({ ...beat, atMs: beat.atMs + Math.floor(i / beats.length) * dayMs });
      perBeat[i] = performance.now() - begin;
    }
  });
  return { ms, perBeat };
}

function heapAfter(beats: readonly IntervalsRead[], days: number): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const inputs$ = new Subject<InputEvent>();
  inputs$.pipe(attune(engineConfig())).subscribe();
  inputs$.next(started(beats[0]!.atMs));
  collect();
  const before = process.memoryUsage().heapUsed;
  const dayMs = beats.at(-1)!.atMs;
  for (let day = 0; day < days; day++) {
    for (const beat of beats) inputs$.next({ ...beat, atMs: beat.atMs + day * dayMs });
  }
  collect();
  const grown = process.memoryUsage().heapUsed - before;
  inputs$.complete();
  return grown / 2 ** 20;
}

export async function speed(): Promise<Report> {
  const { name, beats } = await dayOfBeats();
  const spectral = spectra(beats);
  const [spectralMs, floorMs] = bestInTurn([spectral, bareTransforms(spectral())]) as [number, number];
  wholeEngine(beats.slice(0, 20_000), 1);
  const { ms, perBeat } = wholeEngine(beats, 1);
  const sorted = perBeat.sort();
  const quantile = (share: number) => 1000 * sorted[Math.floor(share * (sorted.length - 1))]!;
  const figures: readonly Figure[] = [
    { what: 'bare transforms, as many as there are steps (the floor)', value: floorMs, unit: 'ms' },
    { what: 'spectral part of the day', value: spectralMs, unit: 'ms' },
    { what: 'spectral part over the floor', value: spectralMs / floorMs, unit: '×' },
    { what: 'whole engine, the day', value: ms, unit: 'ms' },
    { what: 'whole engine over the floor', value: ms / floorMs, unit: '×' },
    { what: 'beats a second', value: (1000 * beats.length) / ms, unit: '1/s' },
    { what: 'one live beat, p50', value: quantile(0.5), unit: 'µs' },
    { what: 'one live beat, p99', value: quantile(0.99), unit: 'µs' },
    { what: 'heap grown over one day', value: heapAfter(beats, 1), unit: 'MiB' },
    { what: 'heap grown over seven days', value: heapAfter(beats, 7), unit: 'MiB' },
  ];
  const lines = figures.map(
    ({ what, value, unit }) => `${value.toPrecision(3).padStart(10)} ${unit.padEnd(4)} ${what}`,
  );
  return { text: [`${name}, a step a second`, ...lines].join('\n'), data: { name, figures } };
}

await runAlone(import.meta.url, speed);
