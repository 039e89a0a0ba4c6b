import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { BadInput } from '../bad-input.ts';
import { recordingEvents, startOfRecording, type Recording } from '../../devices/index.ts';
import type { LabelledRecording, Phase } from '../../engine/research/index.ts';
import { recordingFile } from '../recording-file.ts';

/** Which intervals of the Stress-Predict layout to take: the wristband's own, or those found in its pulse wave. */
export type Intervals = 'ibi' | 'bvp_ibi';

/**
 * Labelled recordings in a folder, in the order of their names. Two layouts:
 *
 * - `labels.csv` with the columns `recording,subject,start_s,end_s,label[,baseline]`, a line for each phase.
 *   `recording` is a file beside it that `attune hrv` reads; times are of the recording; `label` is 1 or 0;
 *   `baseline` is 1 for the phase that is this person's rest, or left out for the first phase labelled 0.
 * - Stress-Predict: `S02_ibi.csv`, `S02_bvp_ibi.csv` with `S02_labels.json` (`published_binary_runs`).
 *
 * @throws BadInput  no such layout, a line or recording that cannot be read; says which
 */
export function labelledFolder(folder: string, intervals: Intervals): Promise<readonly LabelledRecording[]> {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new BadInput(`${folder}: there is no such folder`);
  if (existsSync(join(folder, 'labels.csv'))) return genericFolder(folder);
  const labels = readdirSync(folder).filter((name) => /^S\d+_labels\.json$/.test(name));
  if (labels.length > 0) return stressPredict(folder, labels.sort(), intervals);
  throw new BadInput(
    `${folder}: there is no labels.csv (recording,subject,start_s,end_s,label) in this folder`,
  );
}

async function genericFolder(folder: string): Promise<readonly LabelledRecording[]> {
  const path = join(folder, 'labels.csv');
  const rows = parsedCsv(path);
  const groups = new Map<string, { subject: string; rows: LabelRow[] }>();
  rows.forEach((row, i) => {
    const one = labelRow(row, `${path}: line ${i + 2}`);
    const group = groups.get(one.recording) ?? { subject: one.subject, rows: [] };
    group.rows.push(one);
    groups.set(one.recording, group);
  });
  const result: LabelledRecording[] = [];
  for (const [name, group] of groups) {
    const ordered = group.rows.sort((a, b) => a.startS - b.startS);
    const baseline = ordered.find((row) => row.baseline) ?? ordered.find(({ positive }) => !positive);
    if (!baseline)
      throw new BadInput(`${path}: ${name} has no phase with the label 0 to take for the baseline`);
    const recording = await recordingFile(join(folder, name));
    const phases = ordered.filter((row) => row !== baseline);
    result.push({ subject: group.subject, ...beatsOf(recording), baseline, phases });
  }
  return result;
}

const beatsOf = (recording: Recording): Pick<LabelledRecording, 'beats' | 'startMs'> => ({
  beats: recordingEvents(recording),
  startMs: startOfRecording(recording),
});

interface LabelRow extends Phase {
  readonly recording: string;
  readonly subject: string;
  readonly baseline: boolean;
}

function labelRow(row: Readonly<Record<string, string>>, where: string): LabelRow {
  const { recording = '', subject = '', label = '' } = row;
  const [startS, endS] = [Number(row['start_s']), Number(row['end_s'])];
  if (!recording || !subject) throw new BadInput(`${where}: recording and subject must be given`);
  if (!(startS >= 0 && endS > startS))
    throw new BadInput(`${where}: start_s and end_s must be seconds, the end after the start`);
  if (label !== '0' && label !== '1')
    throw new BadInput(`${where}: the label must be 1 or 0, not "${label}"`);
  return { recording, subject, startS, endS, positive: label === '1', baseline: row['baseline'] === '1' };
}

function parsedCsv(path: string): Record<string, string>[] {
  try {
    return parse(readFileSync(path), { columns: true, trim: true, bom: true, skip_empty_lines: true });
  } catch (cause) {
    throw new BadInput(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

async function stressPredict(
  folder: string,
  labels: readonly string[],
  intervals: Intervals,
): Promise<readonly LabelledRecording[]> {
  const result: LabelledRecording[] = [];
  for (const file of labels) {
    const subject = file.slice(0, file.indexOf('_'));
    const phases = publishedRuns(join(folder, file));
    const baseline = phases[0];
    if (!baseline) continue;
    const recording = await recordingFile(join(folder, `${subject}_${intervals}.csv`));
    result.push({ subject, ...beatsOf(recording), baseline, phases: phases.slice(1) });
  }
  if (result.length === 0) throw new BadInput(`${folder}: none of the recordings has published_binary_runs`);
  return result;
}

function publishedRuns(path: string): readonly Phase[] {
  const text = readFileSync(path, 'utf8');
  try {
    const { published_binary_runs: runs = [] } = JSON.parse(text) as {
      published_binary_runs?: readonly { start_s: number; end_s: number; stress: number }[];
    };
    return runs.map(({ start_s, end_s, stress }) => ({
      startS: start_s,
      endS: end_s,
      positive: stress === 1,
    }));
  } catch (cause) {
    throw new BadInput(`${path}: this is not the JSON of Stress-Predict labels`, { cause });
  }
}
