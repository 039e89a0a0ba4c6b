import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { arousalEstimatorOf, AROUSAL_ESTIMATORS, type ArousalEstimator } from '../../engine/index.ts';
import {
  LOGISTIC_FEATURES,
  logisticEstimator,
  type LogisticCoefficients,
} from '../../engine/research/index.ts';
import { wholeNumber } from '../arguments.ts';
import { BadInput } from '../bad-input.ts';
import { noteRead } from '../files-read.ts';
import { evaluation } from '../../engine/research/index.ts';
import { evaluationReport } from '../evaluation/evaluation-report.ts';
import { evaluationText } from '../evaluation/evaluation-text.ts';
import { observedWindows } from '../../engine/research/index.ts';
import { labelledFolder, type Intervals } from '../evaluation/read-labelled-folder.ts';
import { writeOutput } from '../line-output.ts';
import { openFault } from '../recording-file.ts';

interface Options {
  readonly intervals: Intervals;
  readonly estimator: string;
  readonly coefficients?: string;
  readonly draws: number;
  readonly json?: true;
  readonly html?: string;
}

const ESTIMATORS = AROUSAL_ESTIMATORS.map(({ id }) => id);

export const evaluateCommand = (): Command =>
  new Command('evaluate')
    .summary('hold the arousal estimate against labelled recordings')
    .description(
      'Runs labelled recordings through the engine, each with its own baseline, and says how well the estimate ' +
        'tells\n' +
        'labelled stress from rest: windows of 60 s inside a phase, 10 s apart, the baseline phase left out.\n\n' +
        'The folder holds labels.csv (recording,subject,start_s,end_s,label[,baseline]; label 1 or 0) with the ' +
        'recordings\nbeside it, or files named as in Stress-Predict (S02_ibi.csv, S02_labels.json).',
    )
    .argument('<folder>', 'recordings and their labels')
    .addOption(
      new Option('--intervals <kind>', 'which files of the Stress-Predict layout')
        .choices(['ibi', 'bvp_ibi'])
        .default('ibi'),
    )
    .addOption(
      new Option('--estimator <id>', 'the estimator in question')
        .choices(ESTIMATORS)
        .default(AROUSAL_ESTIMATORS[0].id),
    )
    .option('--coefficients <file>', 'JSON with intercept and weights for the logistic estimator')
    .option('--draws <n>', 'bootstrap draws for the intervals', wholeNumber, 1000)
    .option('--json', 'print every figure as JSON')
    .option('--html <file>', 'write a report with plots, complete in itself')
    .action(evaluate);

async function evaluate(folder: string, options: Options): Promise<void> {
  const recordings = await labelledFolder(folder, options.intervals);
  const estimators = estimatorsFor(options);
  const windows = recordings.flatMap((recording) => observedWindows(recording, estimators));
  const result = evaluation(windows, { estimator: options.estimator, draws: options.draws, seed: 1 });
  if (options.html !== undefined) writeOutput(options.html, evaluationReport(folder, result));
  const text = options.json ? JSON.stringify(result, undefined, 2) : evaluationText(folder, result);
  process.stdout.write(`${text}\n`);
}

/** The one in question first, since it decides what an estimate is; the others beside it. */
function estimatorsFor({ estimator, coefficients }: Options): readonly ArousalEstimator[] {
  const given =
    coefficients === undefined
      ? undefined
      : (logisticEstimator(coefficientsIn(coefficients)) as ArousalEstimator);
  const known = (id: string): ArousalEstimator => (id === given?.id ? given : arousalEstimatorOf(id)!);
  return [known(estimator), ...ESTIMATORS.filter((id) => id !== estimator).map(known)];
}

function coefficientsIn(path: string): LogisticCoefficients {
  const read = contentOf(path);
  const { intercept, weights } = read as Partial<LogisticCoefficients>;
  const complete =
    Number.isFinite(intercept) && LOGISTIC_FEATURES.every((name) => Number.isFinite(weights?.[name]));
  if (!complete) {
    const names = LOGISTIC_FEATURES.map((name) => `"${name}": …`).join(', ');
    throw new BadInput(`${path}: it must be {"intercept": …, "weights": {${names}}}, all numbers`);
  }
  return read as LogisticCoefficients;
}

function contentOf(path: string): object {
  noteRead(path);
  try {
    return Object(JSON.parse(readFileSync(path, 'utf8'))) as object;
  } catch (cause) {
    throw new BadInput(`${path}: ${cause instanceof SyntaxError ? 'this is not JSON' : openFault(cause)}`, {
      cause,
    });
  }
}
