import { Command, InvalidArgumentError, Option } from 'commander';
import {
  correctedSeries,
  CORRECTIONS,
  SPECTRAL_RECIPES,
  spectrumByRecipe,
  type CorrectionName,
  type RecipeId,
} from '../../engine/hrv/index.ts';
import { seconds } from '../arguments.ts';
import { BadInput } from '../bad-input.ts';
import { hrvCsv, hrvText } from '../hrv-report.ts';
import { hrvRows } from '../hrv-rows.ts';
import { writeOutput } from '../line-output.ts';
import { hrvPlot, type HrvPlot } from '../plot/hrv-plot.ts';
import { readingOf, withReading, type ReadingOptions } from '../reading-options.ts';
import { recordingFile } from '../recording-file.ts';
import { rrIntervals } from '../rr-intervals.ts';

interface Options extends ReadingOptions {
  readonly start?: number;
  readonly duration?: number;
  readonly window?: number;
  readonly step?: number;
  readonly recipe: RecipeId;
  readonly correct: CorrectionName;
  readonly plot?: string;
  readonly json?: true;
  readonly csv?: true;
}

const RECIPES = Object.keys(SPECTRAL_RECIPES);

export const hrvCommand = (): Command =>
  withReading(new Command('hrv'))
    .summary('heart rate variability of a recording')
    .description(
      'Heart rate variability of a recording, a stretch of it, or window by window. Where too many intervals ' +
        'are not\nnormal, or the rhythm has no order, it says so instead of giving figures.\n\n' +
        'Recipes for the spectrum:\n' +
        Object.entries(SPECTRAL_RECIPES)
          .map(([id, { title }]) => `  ${id.padEnd(27)} ${title}`)
          .join('\n'),
    )
    .argument('<recording>', 'CSV (t_s,rr_ms), RR text, packet lines or a session log')
    .option('--start <s>', "where to begin, in seconds of the recording's time", seconds)
    .option('--duration <s>', 'how long a stretch to take', seconds)
    .option('--window <s>', 'a row for each window of this length', seconds)
    .option('--step <s>', 'from one window to the next; the length of the window unless told', seconds)
    .addOption(
      new Option('--recipe <id>', 'how the spectrum is made')
        .choices(RECIPES)
        .default('taskforce-welch-300s'),
    )
    .addOption(
      new Option('--correct <how>', 'what is done about artefacts').choices(CORRECTIONS).default('attune'),
    )
    .option('--plot <file>', 'draw tachogram, spectrum and Poincaré plot, as .svg or .png', picture)
    .addOption(new Option('--json', 'print JSON').conflicts('csv'))
    .option('--csv', 'print CSV')
    .action(hrv);

async function hrv(path: string, options: Options): Promise<void> {
  const { start = -Infinity, duration = Infinity, recipe } = options;
  const recording = await recordingFile(path, readingOf(options));
  const toS = (start === -Infinity ? 0 : start) + duration;
  const inside = rrIntervals(recording).filter(({ atMs }) => atMs > start * 1000 && atMs <= toS * 1000);
  if (inside.length === 0) {
    throw new BadInput(`${path}: there are no beats in this stretch; choose another --start or --duration`);
  }
  const corrected = { intervals: inside, ...correctedSeries(inside, options.correct) };
  const rows = hrvRows(corrected, options);
  if (options.plot !== undefined) {
    const beats = inside.map((beat, i) => ({ ...beat, class: corrected.classes[i]! }));
    const psd = spectrumByRecipe(corrected.series, SPECTRAL_RECIPES[recipe]);
    await draw(options.plot, {
      name: recording.name,
      beats,
      series: corrected.series,
      recipe,
      ...(psd && { psd }),
    });
  }
  const artefacts = corrected.classes.filter((one) => one !== 'normal').length / corrected.classes.length;
  const about = {
    recording: recording.name,
    correct: options.correct,
    recipe,
    artefacts,
    verdict: corrected.verdict,
  };
  process.stdout.write(`${printed({ about, rows }, options)}\n`);
}

function picture(path: string): string {
  if (/\.(svg|png)$/i.test(path)) return path;
  throw new InvalidArgumentError('Its name must end in .svg or .png.');
}

async function draw(path: string, plot: HrvPlot): Promise<void> {
  const svg = hrvPlot(plot);
  // Loaded only when wanted: the rasteriser is a native library.
  if (/\.png$/i.test(path)) writeOutput(path, (await import('../plot/png.ts')).pngOf(svg));
  else writeOutput(path, `${svg.trimEnd()}\n`);
}

function printed(report: Parameters<typeof hrvText>[0], { json, csv, window }: Options): string {
  const { about, rows } = report;
  if (csv || (window !== undefined && !json)) return hrvCsv(rows);
  if (!json) return hrvText(report);
  return JSON.stringify(
    window === undefined ? { ...about, ...rows[0] } : { ...about, windows: rows },
    undefined,
    2,
  );
}
