import { parseArgs } from 'node:util';
import { rrIntervals } from '../cli/rr-intervals.ts';
import { hrvRows } from '../cli/hrv-rows.ts';
import { simulateHeart, strapPackets } from '../devices/index.ts';
import { readRecording } from '../devices/recordings/reader/read-recording.ts';
import { liveClassifier, type LiveStep } from '../engine/artefacts/index.ts';
import { chance, engineConfig, hexFromBytes, type Chance, type RrInterval } from '../engine/index.ts';
import { correctedSeries, CORRECTIONS } from '../engine/hrv/index.ts';
import { beatPlacement } from '../engine/intervals/beat-placement.ts';
import { packetDecoding } from '../engine/packets/packet-decoding.ts';
import type { Signal } from '../engine/session/signal.ts';
import { sibling, SAMPLES } from '../test/devices/recordings/native-files.ts';
import { bent, bentBytes, payload } from './fuzz-cases.ts';
import { runAlone, type Report } from './report.ts';

/**
 * Random and bent input through the whole of the signal path: payloads through decoder, beat clock
 * and classifier; recordings of every format through readers, corrections and every figure. Nothing may throw or hang,
 * nothing may come out as NaN or infinite, and no heart rate may disagree with the file's own clock by more than 2 %
 * unless a warning was given.
 * Run: npx tsx bench/fuzz.ts [--runs 20000] [--payloads 1000000] [--seed 1] [--json]; 1 000 000 runs take some hours
 */

export interface FuzzOptions {
  readonly seed: number;
  readonly payloads: number;
  /** Recordings to be bent. */
  readonly runs: number;
}

export interface Fuzzed {
  readonly seed: number;
  readonly payloads: number;
  readonly beats: number;
  readonly runs: number;
  /** Recordings that a reader accepted in spite of their faults, so that figures were made. */
  readonly readable: number;
  readonly crashes: number;
  /** Cases that took longer than any should, `HANG_MS`. */
  readonly hangs: number;
  /** Heart rates that the file's own clock contradicts, given without a warning. */
  readonly silentDisagreements: number;
  readonly seconds: number;
  readonly runsPerSecond: number;
  readonly slowestMs: number;
  /** What went wrong, the first ten; each with the seed of its case. */
  readonly faults: readonly string[];
}

const PACKETS_A_SESSION = 250;
const HANG_MS = 20_000;
/** Share by which a heart rate may differ from the clock. */
const AGREES = 0.02;
/** Below it the first and last beat and the rounding of times say too much, s. */
const LEAST_S = 60;
const SLACK_MS = 2000;

export function fuzz({ seed, payloads, runs }: FuzzOptions): Fuzzed {
  const faults: string[] = [];
  const counts = { crashes: 0, hangs: 0, silentDisagreements: 0 };
  let [beats, readable, slowestMs] = [0, 0, 0];
  const guarded = (name: string, its: () => void) => {
    const from = performance.now();
    try {
      its();
    } catch (fault) {
      if (fault instanceof Disagreement) counts.silentDisagreements += 1;
      else counts.crashes += 1;
      if (faults.length < 10)
        faults.push(`${name}: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
    const tookMs = performance.now() - from;
    if (tookMs > HANG_MS) counts.hangs += 1;
    slowestMs = Math.max(slowestMs, tookMs);
  };
  for (let sent = 0; sent < payloads; sent += PACKETS_A_SESSION) {
    const packets = Math.min(PACKETS_A_SESSION, payloads - sent);
    const its = seed * 1_000_003 + sent;
    guarded(`session ${its}`, () => (beats += session(chance(its), packets)));
  }
  const began = performance.now();
  const sound = soundRecordings();
  for (let i = 0; i < runs; i++) {
    const its = seed * 1_000_003 + i;
    guarded(`recording ${its}`, () => (readable += recording(chance(its), sound) ? 1 : 0));
  }
  const seconds = (performance.now() - began) / 1000;
  return {
    seed,
    payloads,
    beats,
    runs,
    readable,
    ...counts,
    seconds,
    runsPerSecond: runs / seconds,
    slowestMs,
    faults,
  };
}

/** One session of packets; the number of beats that came of it. */
function session(next: Chance, packets: number): number {
  const decode = packetDecoding();
  const place = beatPlacement(engineConfig());
  const classifier = liveClassifier();
  let [beats, final, atMs] = [0, 0, 1000];
  const take = ({ revisions, nn }: LiveStep) => {
    final += revisions.filter((one) => one.final).length;
    for (const one of nn) finite('nn', one.atMs, one.nnMs);
  };
  const beat = (signal: Signal) => {
    if (signal.type !== 'rr') return;
    finite('rr', signal.atMs, signal.rrMs);
    beats += 1;
    take(classifier.push(signal));
  };
  for (let i = 0; i < packets; i++) {
    const late = next();
    atMs += late < 0.9 ? 1000 * next() : late < 0.99 ? 10_000 * next() : 1e7 * next();
    const hex = next() < 0.02 ? 'zz' : hexFromBytes(payload(next));
    const step = (signal: Signal) => place(signal, beat);
    decode({ type: 'packet', atMs, author: 'device', sensor: 'fuzz', hex }, step);
  }
  take(classifier.finish());
  if (final !== beats) throw new Error(`${beats} beats, but ${final} final classes`);
  return beats;
}

/** Whether a bent recording could be read; all its figures are made then. */
function recording(next: Chance, sound: readonly Sound[]): boolean {
  const [name, content] = sound[Math.floor(next() * sound.length)]!;
  const given = typeof content === 'string' ? bent(next, content) : bentBytes(next, content);
  const read = readRecording(name, given, { sibling });
  if (!read.ok) return false;
  const intervals = rrIntervals(read.value);
  const correct = CORRECTIONS[Math.floor(next() * CORRECTIONS.length)]!;
  const corrected = { intervals, ...correctedSeries(intervals, correct) };
  const recipe = 'taskforce-welch-300s';
  const whole = hrvRows(corrected, { recipe, correct });
  // Windows cost most, and are the same arithmetic: a share of the cases has them.
  const windows = next() < 0.1 ? hrvRows(corrected, { recipe, correct, window: 60 }) : [];
  for (const row of [...whole, ...windows])
    for (const [figure, value] of Object.entries(row)) if (typeof value === 'number') finite(figure, value);
  const { partial, warnings, times } = read.value.found;
  const isSilent = partial === undefined && warnings.length === 0;
  if (isSilent && times !== 'summed' && whole[0]?.meanHrBpm !== undefined) holdAgainstClock(name, intervals);
  return true;
}

class Disagreement extends Error {}

/** Beats within segments take as long as their intervals, and all of them no longer than the recording. */
function holdAgainstClock(name: string, intervals: readonly RrInterval[]): void {
  let [all, claimed, passed] = [0, 0, 0];
  intervals.forEach(({ atMs, rrMs, segment }, i) => {
    const before = intervals[i - 1];
    if (before) all += rrMs;
    if (before?.segment !== segment) return;
    claimed += rrMs;
    passed += atMs - before.atMs;
  });
  const spanMs = (intervals.at(-1)?.atMs ?? 0) - (intervals[0]?.atMs ?? 0);
  if (all > (1 + AGREES) * spanMs + SLACK_MS)
    throw new Disagreement(`${name}: ${all} ms of intervals in ${spanMs} ms, silently`);
  if (claimed < LEAST_S * 1000 || Math.abs(claimed - passed) < SLACK_MS) return;
  if (Math.abs(claimed / passed - 1) > AGREES)
    throw new Disagreement(`${name}: intervals of ${claimed} ms took ${passed} ms, silently`);
}

function finite(name: string, ...values: readonly number[]): void {
  if (!values.every(Number.isFinite)) throw new Error(`${name} is ${values.join(', ')}`);
}

/** Formats whose samples are bent by bytes; the others by lines. */
const BINARY = /\.(?:fit|atr|edf|zip|gz|bdf|ecg|ann|dat|mat)$/;

type Sound = readonly [name: string, content: string | Uint8Array];

/** Four minutes of a synthetic heart in the commonest formats, and forty beats in each layout. */
function soundRecordings(): Sound[] {
  const { observed } = simulateHeart({ seed: 1 }, 240);
  const rrMs = observed.map((beat) => Math.round(beat.rrMs));
  const packets = Array.from(strapPackets(observed), ({ atS, payload: bytes }) => ({
    type: 'packet',
    atMs: atS * 1000,
    author: 'device',
    sensor: 'fuzz',
    hex: hexFromBytes(bytes),
  }));
  const json = (lines: readonly object[]) => lines.map((line) => JSON.stringify(line)).join('\n');
  return [
    ['rr.csv', `t_s,rr_ms\n${observed.map(({ atS }, i) => `${atS.toFixed(3)},${rrMs[i]!}`).join('\n')}`],
    ['rr.txt', rrMs.join('\n')],
    ['rr-seconds.txt', rrMs.map((rr) => rr / 1000).join('\n')],
    ['packets.jsonl', json(packets.map(({ atMs, hex }) => ({ t_ms: atMs, hex })))],
    ['session.ndjson', json(packets)],
    [
      'polar.hrm',
      '[Params]\nVersion=107\nMode=100\nDate=20240101\nStartTime=23:58:00.0\nLength=00:04:00.0\nInterval=238\n\n' +
        `[HRData]\n${rrMs.join('\n')}`,
    ],
    ...SAMPLES.map(([name, , content]): Sound => [
      name,
      BINARY.test(name) ? content : new TextDecoder().decode(content),
    ]),
  ];
}

export function fuzzing(args: readonly string[]): Report {
  const { values } = parseArgs({
    args: [...args],
    options: {
      payloads: { type: 'string', default: '1000000' },
      runs: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const done = fuzz({
    seed: Number(values.seed),
    payloads: Number(values.payloads),
    runs: Number(values.runs),
  });
  if (done.faults.length > 0 || done.hangs > 0) process.exitCode = 1;
  const text = [
    `payloads ${done.payloads}, beats ${done.beats}`,
    `runs ${done.runs} from seed ${done.seed}, readable ${done.readable}`,
    `crashes ${done.crashes}`,
    `hangs ${done.hangs}, slowest case ${done.slowestMs.toFixed(0)} ms`,
    `silent disagreements with the clock ${done.silentDisagreements}`,
    `${done.runsPerSecond.toFixed(0)} files/s, ${done.seconds.toFixed(1)} s`,
    ...done.faults,
  ].join('\n');
  return { text, data: done };
}

await runAlone(import.meta.url, fuzzing);
