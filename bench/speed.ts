import { createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import FFT from 'fft.js';
import { Subject } from 'rxjs';
import { readRecordingStream, recordingEvents, simulateHeart } from '../devices/index.ts';
import { attune, engineConfig, PROTOCOLS, type InputEvent, type IntervalsRead } from '../engine/index.ts';
import { bandPower } from '../engine/dsp/band-power.ts';
import { spectrumOf } from '../engine/dsp/spectrum.ts';
import { buildCommandLine, commandCost, inTurn, processorMs, type Cost } from './processor-time.ts';
import { runAlone, type Report } from './report.ts';
import { tachogram } from '../engine/hrv/tachogram.ts';

/**
 * How fast a day's replay is, against a floor measured in the same run: the bare transforms that its spectra need.
 * All of it in processor time, since a busy machine makes everything late but little of it dearer.
 * Run: npm run bench -- speed [--json <file>], or npx tsx bench/speed.ts [--json]
 */

interface Figure {
  readonly what: string;
  /** The least of the rounds, where there are several. */
  readonly value: number;
  readonly median?: number;
  readonly unit: string;
}

const DAY = '../shared/data/rr/fullday/nsr2db_nsr002_24h.csv';
const SIZE = 256;
const RATE_HZ = 4;
const ROUNDS = 5;
/** Of what takes a tenth of a second. */
const SHORT_ROUNDS = 9;

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
  const psdOf = spectrumOf(SIZE, RATE_HZ);
  const intervals = beats.map(({ atMs, rrMs }) => ({ atMs, nnMs: rrMs[0]!, segment: 1 }));
  return () => {
    let count = 0;
    const series = tachogram(SIZE, RATE_HZ);
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

/**
 * Runs a day of beats through the whole engine without keeping anything;
 * writes the time that each live beat took, ms.
 */
function wholeEngine(beats: readonly IntervalsRead[], perBeat: Float64Array): void {
  const inputs$ = new Subject<InputEvent>();
  inputs$.pipe(attune(engineConfig())).subscribe();
  inputs$.next(started(beats[0]!.atMs));
  beats.forEach((beat, i) => {
    const begin = performance.now();
    inputs$.next(beat);
    perBeat[i] = performance.now() - begin;
  });
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

/** The beats as a file that the command reads. */
function fileOf(beats: readonly IntervalsRead[], folder: string, name: string): string {
  const path = join(folder, `${name}.csv`);
  const rows = beats.map(({ atMs, rrMs }) => `${(atMs / 1000).toFixed(4)},${rrMs[0]!.toFixed(3)}\n`);
  writeFileSync(path, `t_s,rr_ms\n${rows.join('')}`);
  return path;
}

export async function speed(): Promise<Report> {
  const { name, beats } = await dayOfBeats();
  const folder = mkdtempSync(join(tmpdir(), 'attune-speed-'));
  try {
    return measured(name, beats, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measured(name: string, beats: readonly IntervalsRead[], folder: string): Report {
  buildCommandLine();
  const [day, quarter, out] = [
    fileOf(beats, folder, 'day'),
    fileOf(beats.slice(0, beats.length >> 2), folder, 'quarter'),
    join(folder, 'out.ndjson'),
  ];
  const replay = (path: string) => commandCost(['replay', path, '--out', out]);
  const spectral = spectra(beats);
  const bare = bareTransforms(spectral());
  const perBeat = new Float64Array(beats.length);
  // First by itself: beside a second plan for the same transform, which no session has, V8 compiles both for less.
  const [bareFirst, spectrum] = inTurn(
    [() => processorMs(bare), () => processorMs(spectral)],
    SHORT_ROUNDS,
  ) as [Cost, Cost];
  const [floor, engine, command] = inTurn(
    [
      () => Math.min(...Array.from({ length: SHORT_ROUNDS }, () => processorMs(bare))),
      () => processorMs(() => wholeEngine(beats, perBeat)),
      () => replay(day).processorMs,
    ],
    ROUNDS,
  ) as [Cost, Cost, Cost];
  const over = (cost: Cost, its = floor) => [cost.least / its.least, cost.median / its.median] as const;
  const sorted = perBeat.sort();
  const quantile = (share: number) => 1000 * sorted[Math.floor(share * (sorted.length - 1))]!;
  const figures: readonly Figure[] = [
    figure('bare transforms, as many as there are steps (the floor)', 'ms', [floor.least, floor.median]),
    figure('spectral part over the floor', '×', over(spectrum, bareFirst)),
    figure('engine in this process over the floor', '×', over(engine)),
    figure('attune replay --out, the whole process, over the floor', '×', over(command)),
    figure('attune replay --out, the whole process', 'ms', [command.least, command.median]),
    figure('beats a second of it', '1/s', [(1000 * beats.length) / command.least]),
    figure('one live beat, p50', 'µs', [quantile(0.5)]),
    figure('one live beat, p99', 'µs', [quantile(0.99)]),
    figure('heap of the engine grown over one day', 'MiB', [heapAfter(beats, 1)]),
    figure('heap of the engine grown over seven days', 'MiB', [heapAfter(beats, 7)]),
    figure('most memory of the process, a quarter of the day', 'MiB', [replay(quarter).mostMiB]),
    figure('most memory of the process, the day', 'MiB', [replay(day).mostMiB]),
  ];
  const cell = (value: number | undefined) => (value?.toPrecision(3) ?? '').padStart(10);
  const lines = figures.map(
    ({ what, value, median, unit }) => `${cell(value)}${cell(median)} ${unit.padEnd(4)} ${what}`,
  );
  const head = `${name}, a step a second; processor time, the least and the median of ${ROUNDS} rounds in turn`;
  return { text: [head, ...lines].join('\n'), data: { name, rounds: ROUNDS, figures } };
}

const figure = (what: string, unit: string, [value, median]: readonly [number, number?]): Figure => ({
  what,
  value,
  ...(median !== undefined && { median }),
  unit,
});

await runAlone(import.meta.url, speed);
