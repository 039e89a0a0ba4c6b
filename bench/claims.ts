import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { recordingFile } from '../cli/recording-file.ts';
import { rrIntervals } from '../cli/rr-intervals.ts';
import { readRecording } from '../devices/recordings/reader/read-recording.ts';
import { hexFromBytes, encodeHeartRateMeasurement, type RrInterval } from '../engine/index.ts';
import { columns, runAlone, type Report } from './report.ts';

/**
 * False alarms: real recordings, whole and in pieces of one and five minutes, written as people have them. None of them
 * contradicts itself, so each refusal and each suspicion is a mistake.
 * Run: npx tsx bench/claims.ts [--json]
 */

const FOLDER = '../shared/data';
const PARTS = ['rr', 'native', 'labelled', 'ble'];
const LENGTHS_S = [60, 300];
const LEAST_BEATS = 30;

type Layout = readonly [name: string, write: (beats: readonly RrInterval[]) => string];

const LAYOUTS: readonly Layout[] = [
  ['rr.txt', (beats) => beats.map(({ rrMs }) => Math.round(rrMs)).join('\n')],
  [
    'times-s.csv',
    (beats) => `time,rr\n${beats.map(({ atMs, rrMs }) => `${s(atMs)},${ms(rrMs)}`).join('\n')}`,
  ],
  [
    'whole-seconds.csv',
    (beats) =>
      `time_s,rr\n${beats.map(({ atMs, rrMs }) => `${Math.floor(atMs / 1000)},${ms(rrMs)}`).join('\n')}`,
  ],
  ['packets.jsonl', (beats) => beats.flatMap(packet).join('\n')],
];

const s = (atMs: number): string => (atMs / 1000).toFixed(3);
const ms = (rrMs: number): string => String(Math.round(rrMs));

function packet({ atMs, rrMs }: RrInterval): readonly string[] {
  if (rrMs < 250 || rrMs > 3000) return [];
  const heartRateBpm = Math.round(60_000 / rrMs);
  const payload = encodeHeartRateMeasurement({
    heartRateBpm,
    contact: true,
    rrRaw: [Math.round(rrMs * 1.024)],
  });
  return [JSON.stringify({ t_s: Number(s(atMs + 40)), hex: hexFromBytes(payload) })];
}

interface Row {
  readonly written: string;
  readonly piece: string;
  pieces: number;
  refused: number;
  suspected: number;
  otherWarnings: number;
}

async function realRecordings(): Promise<(readonly RrInterval[])[]> {
  const all: (readonly RrInterval[])[] = [];
  for (const part of PARTS)
    for (const file of readdirSync(join(FOLDER, part), { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || /\.(?:json|md|dat)$|hr1hz|features/.test(file.name)) continue;
      try {
        const beats = rrIntervals(await recordingFile(join(file.parentPath, file.name), {}, () => undefined));
        if (beats.length >= LEAST_BEATS) all.push(beats);
      } catch {
        // Some of these folders' files are no recordings.
      }
    }
  return all;
}

/** Stretches of this length that begin anew after it; a whole recording for `Infinity`. */
function* piecesOf(beats: readonly RrInterval[], lengthS: number): Generator<readonly RrInterval[]> {
  let piece: RrInterval[] = [];
  for (const beat of beats) {
    if (piece[0] && beat.atMs - piece[0].atMs > lengthS * 1000) {
      if (piece.length >= LEAST_BEATS) yield piece;
      piece = [];
    }
    piece.push(beat);
  }
  if (piece.length >= LEAST_BEATS) yield piece;
}

export async function claims(): Promise<Report> {
  if (!existsSync(FOLDER)) return { text: `${FOLDER} is not there; nothing to read`, data: [] };
  const recordings = await realRecordings();
  const rows: Row[] = [];
  const examples = new Map<string, number>();
  for (const [written, write] of LAYOUTS)
    for (const lengthS of [...LENGTHS_S, Infinity]) {
      const piece = lengthS === Infinity ? 'whole' : `${lengthS / 60} min`;
      const row: Row = { written, piece, pieces: 0, refused: 0, suspected: 0, otherWarnings: 0 };
      for (const beats of recordings)
        for (const part of piecesOf(beats, lengthS)) {
          row.pieces += 1;
          count(row, written, { content: write(part), examples });
        }
      rows.push(row);
    }
  const alarms = rows.reduce((sum, { refused, suspected }) => sum + refused + suspected, 0);
  const pieces = rows.reduce((sum, row) => sum + row.pieces, 0);
  const text = [
    `${recordings.length} real recordings`,
    columns(rows),
    `false alarms: ${alarms} of ${pieces} (${((100 * alarms) / pieces).toFixed(3)} %)`,
    ...[...examples].map(([sentence, times]) => `${times} × ${sentence}`),
  ].join('\n');
  return { text, data: rows };
}

function count(
  row: Row,
  name: string,
  { content, examples }: { readonly content: string; readonly examples: Map<string, number> },
): void {
  const read = readRecording(name, content);
  const insisted = read.ok ? read : readRecording(name, content, { asIs: true });
  const said = insisted.ok ? insisted.value.found.warnings : [];
  const suspicions = said.filter((one) => SUSPICION.test(one));
  if (!read.ok && read.fault.reason === 'contradicts-itself') row.refused += 1;
  else if (suspicions.length > 0) row.suspected += 1;
  else if (!read.ok || said.length > 0) row.otherWarnings += 1;
  for (const one of suspicions) {
    const kind = one.replace(/\d+(?:\.\d+)?/g, 'n').slice(0, 90);
    examples.set(kind, (examples.get(kind) ?? 0) + 1);
  }
}

/** The sentences of devices/recordings/claims. */
const SUSPICION =
  /smoothly|straight lines|evenly spaced|own clock|own times|twice|pairs|the strap shows|taken for ms/;

await runAlone(import.meta.url, claims);
