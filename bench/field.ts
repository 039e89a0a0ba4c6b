import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BadInput } from '../cli/bad-input.ts';
import { recordingFile } from '../cli/recording-file.ts';
import { rrIntervals } from '../cli/rr-intervals.ts';
import type { ReadRecording } from '../devices/index.ts';
import { correctedSeries } from '../engine/hrv/index.ts';
import { meanHr, pnn50 } from '../engine/hrv/time-domain.ts';
import { fieldCase, type FieldCase } from './field-cases.ts';
import { columns, runAlone, type Report } from './report.ts';

/**
 * Every input of ../shared/data/reports through the door that the command line uses, siblings included, and beside
 * each whether that is right. A file is silently wrong where it gives other figures than it should, or figures where
 * it should give none, and says nothing.
 * Run: npx tsx bench/field.ts [--only <pattern>] [--json]; exit code 1 where something is not as it should be
 */

const FOLDER = '../shared/data/reports';
/** Half a per cent: a missing first or last beat, and the rounding of any format. */
const BPM_SHARE = 0.005;

interface Row {
  readonly file: string;
  readonly got: 'read' | 'warned' | 'refused' | 'crashed';
  /** Of the corrected series, as `attune hrv` prints them. */
  readonly beats: number | undefined;
  readonly bpm: number | undefined;
  readonly intervalsS: number | undefined;
  readonly clockS: number | undefined;
  readonly pnn50: number | undefined;
  readonly right: '' | 'WRONG' | 'SILENTLY WRONG';
  readonly says: string;
}

type Outcome = Omit<Row, 'file' | 'right'>;
/** Of the columns of figures; what a file says stands after them. */
const WIDTH = 110;
const NO_FIGURES = {
  beats: undefined,
  bpm: undefined,
  intervalsS: undefined,
  clockS: undefined,
  pnn50: undefined,
};

async function outcome(path: string): Promise<Outcome> {
  try {
    const recording = await recordingFile(path, {}, () => undefined);
    return read(recording);
  } catch (failure) {
    const says = failure instanceof Error ? failure.message.replace(`${path}: `, '') : String(failure);
    return { got: failure instanceof BadInput ? 'refused' : 'crashed', ...NO_FIGURES, says };
  }
}

function read(recording: ReadRecording): Outcome {
  const { partial, warnings } = recording.found;
  const said = [...(partial === undefined ? [] : [`only a part: ${partial}`]), ...warnings];
  const intervals = rrIntervals(recording);
  if (intervals.length === 0) return { got: 'refused', ...NO_FIGURES, says: 'no beats in it' };
  const { series } = correctedSeries(intervals, 'attune');
  const [first, last] = [intervals[0]!, intervals.at(-1)!];
  return {
    got: said.length > 0 ? 'warned' : 'read',
    beats: series.nnMs.length,
    bpm: tenths(meanHr(series)),
    intervalsS: tenths(intervals.reduce((sum, { rrMs }) => sum + rrMs, 0) / 1000),
    clockS: tenths((last.atMs - first.atMs + first.rrMs) / 1000),
    pnn50: tenths(pnn50(series)),
    says: said.join(' | '),
  };
}

const tenths = <T extends number | undefined>(value: T): T =>
  (value === undefined ? undefined : Math.round(value * 10) / 10) as T;

function verdict(got: Outcome, want: FieldCase): Row['right'] {
  if (got.got === 'crashed') return 'WRONG';
  const speaks = want.says === undefined || want.says.test(got.says);
  if (got.got === 'refused') return want.right.includes('refused') && speaks ? '' : 'WRONG';
  const silent = got.got === 'read' ? 'SILENTLY WRONG' : 'WRONG';
  const fits =
    (want.bpm === undefined || Math.abs(got.bpm! / want.bpm - 1) <= BPM_SHARE) &&
    (want.beats === undefined || (got.beats! >= want.beats[0] && got.beats! <= want.beats[1])) &&
    (want.pnn50Percent === undefined || got.pnn50 === want.pnn50Percent) &&
    (want.clockS === undefined || Math.abs(got.clockS! - want.clockS) <= 2);
  switch (want.right) {
    case 'refused':
      return silent;
    case 'warned':
    case 'warned or refused':
      return got.got === 'warned' && speaks && fits ? '' : silent;
    case 'read':
    case 'read or refused':
      // A clock that could not be read is no silent error where the warning says so.
      return fits || (want.clockS !== undefined && got.got === 'warned' && speaks) ? '' : silent;
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name !== 'README.md')
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .sort();
}

export async function field(args: readonly string[]): Promise<Report> {
  const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' } } });
  if (!existsSync(FOLDER)) return { text: `${FOLDER} is not there; nothing to read`, data: [] };
  const only = new RegExp(values.only ?? '');
  const rows: Row[] = [];
  for (const file of filesIn(FOLDER).filter((name) => only.test(name))) {
    const got = await outcome(join(FOLDER, file));
    const { says, ...facts } = got;
    rows.push({ file, ...facts, right: verdict(got, fieldCase(file)), says });
  }
  const wrong = rows.filter(({ right }) => right === 'WRONG').length;
  const silent = rows.filter(({ right }) => right === 'SILENTLY WRONG').length;
  if (wrong + silent > 0) process.exitCode = 1;
  const of = (got: Row['got']) => `${rows.filter((row) => row.got === got).length} ${got}`;
  const text = [
    columns(rows.map(({ says: _, ...row }) => row))
      .split('\n')
      .map((line, i) => (i === 0 ? line : `${line.padEnd(WIDTH)}  ${rows[i - 1]!.says}`))
      .join('\n'),
    '',
    `${of('read')}, ${of('warned')}, ${of('refused')}, ${of('crashed')}`,
    `wrong, but not silently: ${wrong} of ${rows.length}`,
    `silently wrong: ${silent} of ${rows.length}`,
  ].join('\n');
  return { text, data: rows };
}

await runAlone(import.meta.url, field);
