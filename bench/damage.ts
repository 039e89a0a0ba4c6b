import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readRecording } from '../devices/recordings/reader/read-recording.ts';
import { chance, decodeHex } from '../engine/index.ts';
import { sibling, SAMPLES } from '../test/devices/recordings/native-files.ts';
import { columns, runAlone, type Report } from './report.ts';

/**
 * Recordings cut anywhere and with bytes changed: each must give a clear error, a part that is marked or is the
 * beginning of the whole, or the same unit; never a crash, a hang or another unit.
 * Run: npx tsx bench/damage.ts [--cuts 50] [--flips 500] [--folder ../shared/data/native] [--json]
 */

export interface DamagedFile {
  readonly name: string;
  readonly content: Uint8Array;
  readonly sibling: (name: string) => Uint8Array | undefined;
}

/** What came of the damage to one file: how many readings of each kind. */
export interface Damage {
  readonly file: string;
  readonly cuts: number;
  readonly cutRefused: number;
  readonly cutMarked: number;
  readonly flips: number;
  readonly flipRefused: number;
  readonly flipSame: number;
  readonly slowestMs: number;
  /** What must not be; each with where the damage was. */
  readonly faults: readonly string[];
}

type Reading = ReturnType<typeof readRecording>;

/** Slower than this is taken for a hang. */
const HANG_MS = 10_000;
/** Another unit would change the typical interval by a factor of 1.024 at the least. */
const OTHER_UNIT = 0.02;

export function damage(file: DamagedFile, counts: { readonly cuts: number; readonly flips: number }): Damage {
  const faults: string[] = [];
  let slowestMs = 0;
  const attempt = (content: Uint8Array, where: string, judge: (reading: Reading) => void) => {
    const from = performance.now();
    try {
      const reading = readRecording(file.name, content, { sibling: file.sibling });
      vouched(reading);
      judge(reading);
    } catch (fault) {
      faults.push(`${file.name}, ${where}: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
    const tookMs = performance.now() - from;
    slowestMs = Math.max(slowestMs, tookMs);
    if (tookMs > HANG_MS) faults.push(`${file.name}, ${where}: took ${tookMs.toFixed(0)} ms`);
  };
  let whole: readonly number[] = [];
  attempt(file.content, 'whole', (reading) => (whole = rrOf(reading)));
  const cut = cutAnywhere(file, counts.cuts, { whole, attempt });
  const flip = flipAnywhere(file, counts.flips, { whole, attempt });
  return { file: file.name, ...cut, ...flip, slowestMs: Math.round(slowestMs), faults };
}

interface Trial {
  readonly whole: readonly number[];
  readonly attempt: (content: Uint8Array, where: string, judge: (reading: Reading) => void) => void;
}

function cutAnywhere({ content }: DamagedFile, cuts: number, { whole, attempt }: Trial) {
  const random = chance(17);
  let [cutRefused, cutMarked] = [0, 0];
  for (let i = 0; i < cuts; i++) {
    const at = Math.floor(random() * content.length);
    attempt(content.subarray(0, at), `cut at ${at}`, (reading) => {
      if (!reading.ok) {
        cutRefused += 1;
        return;
      }
      if (reading.value.found.partial !== undefined) cutMarked += 1;
      const rr = rrOf(reading);
      if (whole.length === 0) {
        const { partial, warnings } = reading.value.found;
        if (partial === undefined && warnings.length === 0)
          throw new Error('read without a word, unlike the whole');
        return;
      }
      // What is left is the beginning of the whole, to the last interval, which may have lost decimals.
      const wrong = rr.slice(0, -1).findIndex((one, k) => !(Math.abs(one - whole[k]!) <= 1e-6));
      if (wrong >= 0) throw new Error(`interval ${wrong} is another`);
      if (rr.length > 0 && !(Math.abs(rr.at(-1)! / whole[rr.length - 1]! - 1) < 0.6))
        throw new Error('the last interval is far off');
    });
  }
  return { cuts, cutRefused, cutMarked };
}

function flipAnywhere({ content }: DamagedFile, flips: number, { whole, attempt }: Trial) {
  const random = chance(19);
  const bent = Uint8Array.from(content);
  let [flipRefused, flipSame] = [0, 0];
  for (let i = 0; i < flips; i++) {
    const at = Math.floor(random() * bent.length);
    const before = bent[at]!;
    bent[at] = Math.floor(random() * 256);
    attempt(bent, `byte ${at}`, (reading) => {
      const rr = rrOf(reading);
      if (!reading.ok) flipRefused += 1;
      else if (rr.length === whole.length && rr.every((one, k) => one === whole[k])) flipSame += 1;
      if (rr.length >= 20 && whole.length > 0 && !(Math.abs(middleOf(rr) / middleOf(whole) - 1) < OTHER_UNIT))
        throw new Error(`another unit: ${middleOf(rr)} ms in place of ${middleOf(whole)}`);
    });
    bent[at] = before;
  }
  return { flips, flipRefused, flipSame };
}

/** What is read must be something that can be vouched for, and what is not must say why. */
function vouched(reading: Reading): void {
  if (!reading.ok) {
    const { message } = reading.fault;
    if (message.length < 20 || message.length > 400) throw new Error(`not a clear fault: ${message}`);
    return;
  }
  if (reading.value.items.length === 0) throw new Error('no beats');
  let before = 0;
  for (const item of reading.value.items) {
    if (!(item.atMs >= before)) throw new Error(`time ${item.atMs} after ${before}`);
    before = item.atMs;
    const sound = item.type === 'packet' ? isHex(item.hex) : item.rrMs.every((rr) => rr > 0 && rr <= 600_000);
    if (!sound) throw new Error(`interval ${JSON.stringify(item)}`);
  }
}

const isHex = (hex: string): boolean => {
  const decoded = decodeHex(hex);
  return decoded.ok || decoded.fault.code !== 'not-hex';
};

const rrOf = (reading: Reading): readonly number[] =>
  reading.ok ? reading.value.items.flatMap((item) => (item.type === 'intervals' ? item.rrMs : [])) : [];

const middleOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** One small file of each layout, made by hand. */
export const madeFiles = (): readonly DamagedFile[] =>
  SAMPLES.map(([name, , content]) => ({ name, content, sibling }));

/** The recordings in a folder and below; none where it is absent. */
export const filesIn = (folder: string): readonly DamagedFile[] =>
  !existsSync(folder)
    ? []
    : (readdirSync(folder, { recursive: true }) as string[])
        .filter((path) => /\.\w+$/.test(path))
        .map((path) => ({
          name: basename(path),
          content: readFileSync(join(folder, path)),
          sibling: (name) => {
            const other = join(folder, dirname(path), name);
            return existsSync(other) ? readFileSync(other) : undefined;
          },
        }));

export function damaging(args: readonly string[]): Report {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cuts: { type: 'string', default: '50' },
      flips: { type: 'string', default: '500' },
      folder: { type: 'string', default: '../shared/data/native' },
    },
  });
  const counts = { cuts: Number(values.cuts), flips: Number(values.flips) };
  const damages = [...madeFiles(), ...filesIn(values.folder)].map((file) => damage(file, counts));
  const faults = damages.flatMap((one) => one.faults);
  if (faults.length > 0) process.exitCode = 1;
  const rows = damages.map(({ faults: wrong, ...counted }) => ({ ...counted, faults: wrong.length }));
  const verdict = faults.length === 0 ? ['no crash, no hang, no other unit'] : faults.slice(0, 20);
  return { text: [columns(rows), '', ...verdict].join('\n'), data: damages };
}

await runAlone(import.meta.url, damaging);
