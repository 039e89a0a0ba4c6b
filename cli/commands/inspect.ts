import { Command } from 'commander';
import type { Found, ReadRecording } from '../../devices/index.ts';
import type { BeatClass, RrInterval } from '../../engine/index.ts';
import { correctedSeries, type Trust } from '../../engine/hrv/index.ts';
import { BadInput } from '../bad-input.ts';
import { writeOutput } from '../line-output.ts';
import { recordingPlot } from '../plot/recording-plot.ts';
import { sparkline } from '../plot/sparkline.ts';
import { readingOf, withReading, type ReadingOptions } from '../reading-options.ts';
import { recordingFile } from '../recording-file.ts';
import { rrIntervals } from '../rr-intervals.ts';
import { clock, table } from '../table.ts';

interface Options extends ReadingOptions {
  readonly plot?: string;
  readonly json?: true;
}

interface Report {
  readonly recording: string;
  readonly format: string;
  readonly found: Found;
  readonly startS: number;
  readonly endS: number;
  readonly beats: number;
  /** Share of the time from start to end that intervals cover, 0–1. */
  readonly coverage: number;
  /** Stretches without a beat between them. */
  readonly segments: number;
  readonly meanHeartRateBpm: number;
  /** Intervals of each class. */
  readonly classes: Readonly<Partial<Record<BeatClass, number>>>;
  /** Share of the intervals that are not normal, 0–1. */
  readonly artefacts: number;
  readonly verdict: Trust;
}

export const inspectCommand = (): Command =>
  withReading(new Command('inspect'))
    .summary('what a recording is, how long and how good')
    .description(
      'Says what a file is, how that was told, how long it is and how far its beats can be trusted.',
    )
    .argument('<recording>', 'FIT, .hrm, Elite HRV, Kubios, WFDB, EDF+, Empatica, … (docs/devices.md)')
    .option('--plot <file.svg>', 'draw its intervals, artefacts and holes')
    .option('--json', 'print JSON')
    .action(inspect);

async function inspect(path: string, options: Options): Promise<void> {
  const recording = await recordingFile(path, readingOf(options), () => undefined);
  const intervals = rrIntervals(recording);
  if (intervals.length === 0)
    throw new BadInput(`${path}: its packets have no RR intervals; a strap that sends them is needed`);
  const { classes, verdict } = correctedSeries(intervals, 'attune');
  if (options.plot !== undefined) {
    const beats = intervals.map((beat, i) => ({ ...beat, class: classes[i]! }));
    writeOutput(options.plot, `${recordingPlot({ name: recording.name, beats }).trimEnd()}\n`);
  }
  const report = reportOf(recording, intervals, { classes, verdict });
  const text = options.json ? JSON.stringify(report, undefined, 2) : reportText(report, intervals);
  process.stdout.write(`${text}\n`);
}

function reportOf(
  { name, format, found }: ReadRecording,
  intervals: readonly RrInterval[],
  { classes, verdict }: { readonly classes: readonly BeatClass[]; readonly verdict: Trust },
): Report {
  const startMs = intervals[0]!.atMs - intervals[0]!.rrMs;
  const endMs = intervals.at(-1)!.atMs;
  const coveredMs = intervals.reduce((sum, { rrMs }) => sum + rrMs, 0);
  const counts: Partial<Record<BeatClass, number>> = {};
  for (const one of classes) counts[one] = (counts[one] ?? 0) + 1;
  return {
    recording: name,
    format,
    found,
    startS: startMs / 1000,
    endS: endMs / 1000,
    beats: intervals.length,
    coverage: Math.min(1, coveredMs / (endMs - startMs)),
    segments: new Set(intervals.map(({ segment }) => segment)).size,
    meanHeartRateBpm: (60_000 * intervals.length) / coveredMs,
    classes: counts,
    artefacts: 1 - (counts.normal ?? 0) / classes.length,
    verdict,
  };
}

const FROM: Readonly<Record<Found['unit']['from'], string>> = {
  format: 'by the format',
  header: 'says the header',
  values: 'judged by the values',
  option: 'as told',
};

const TIMES: Readonly<Record<Found['times'], string>> = {
  written: 'as written in the file',
  arrival: 'intervals follow each other; arrival shows the holes',
  summed: 'none in the file; intervals follow each other from 0',
};

function reportText(report: Report, intervals: readonly RrInterval[]): string {
  const { found, verdict, classes } = report;
  const odd = Object.entries(classes).flatMap(([name, count]) =>
    name === 'normal' ? [] : [`${count} ${name}`],
  );
  const rows: [string, string][] = [
    ['recording', report.recording],
    ['what', found.what],
    ...(found.device === undefined ? [] : [['device', found.device] as [string, string]]),
    ...(found.startedAt === undefined ? [] : [['recorded', found.startedAt] as [string, string]]),
    ['unit', `${found.unit.name} (${FROM[found.unit.from]})`],
    ['times', TIMES[found.times]],
    ['length', `${clock((report.endS - report.startS) * 1000)}, ${report.beats} beats`],
    [
      'coverage',
      `${percent(report.coverage)} of the time, in ${report.segments} ${report.segments === 1 ? 'piece' : 'pieces'}`,
    ],
    ['mean heart rate', `${report.meanHeartRateBpm.toFixed(1)} bpm`],
    [
      'not normal',
      `${percent(report.artefacts)} of the intervals${odd.length > 0 ? ` (${odd.join(', ')})` : ''}`,
    ],
    ['signal', typeof verdict === 'string' ? verdict : `not to be trusted: ${verdict.withheld}`],
    ...(found.partial === undefined ? [] : [['ONLY A PART', found.partial] as [string, string]]),
    ...found.warnings.map((warning): [string, string] => ['mind', warning]),
  ];
  const line = sparkline(intervals.map(({ atMs, rrMs }) => [atMs, 60_000 / rrMs]));
  return `${table(rows)}\n\nheart rate over time\n${line}`;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
