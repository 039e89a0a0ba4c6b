import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { AROUSAL_ESTIMATORS, type ArousalEstimator } from '../../engine/index.ts';
import { coefficientsSource, fittedModels, probe } from '../../engine/research/index.ts';
import { observedWindows } from '../../engine/research/index.ts';
import { labelledFolder, type Intervals } from '../evaluation/read-labelled-folder.ts';
import { writeOutput } from '../line-output.ts';
import { table } from '../table.ts';

export const fitCommand = (): Command =>
  new Command('fit')
    .summary('fit the coefficients of the arousal estimators')
    .description(
      'Fits the estimators on labelled recordings (see attune evaluate) and prints ' +
        'engine/config/arousal-coefficients.ts.\n' +
        'Of the Stress-Predict layout both kinds of intervals are taken. The same recordings give the same text.',
    )
    .argument('<folder>', 'recordings and their labels')
    .option('--out <file>', 'write the coefficients there instead')
    .action(fit);

async function fit(folder: string, { out }: { readonly out?: string }): Promise<void> {
  const estimators = [AROUSAL_ESTIMATORS[0], probe as ArousalEstimator];
  const recordings = [];
  for (const kind of kindsIn(folder)) recordings.push(...(await labelledFolder(folder, kind)));
  const models = fittedModels(recordings.flatMap((recording) => observedWindows(recording, estimators)));
  const summary = models.map(
    ({ model, windows, heldOut }) =>
      [
        model,
        `${windows} windows; held-out people: Brier ${heldOut.brier.toFixed(3)}, ` +
          `ECE ${heldOut.calibrationError.toFixed(3)}`,
      ] as const,
  );
  process.stderr.write(`${table(summary)}\n`);
  const source = coefficientsSource(models);
  if (out === undefined) process.stdout.write(source);
  else writeOutput(out, source);
}

function kindsIn(folder: string): readonly Intervals[] {
  const names = existsSync(folder) && !existsSync(join(folder, 'labels.csv')) ? readdirSync(folder) : [];
  return names.some((name) => name.endsWith('_bvp_ibi.csv')) ? ['ibi', 'bvp_ibi'] : ['ibi'];
}
