import { table } from '../table.ts';
import type { Evaluation, EvaluationFigure, MethodResult } from '../../engine/research/index.ts';

const HEADER = ['', 'windows', 'AUC pooled', 'AUC per person', 'balanced accuracy', 'Brier', 'ECE'] as const;

/** What `attune evaluate` prints. */
export const evaluationText = (name: string, it: Evaluation): string =>
  [
    table([
      ['dataset', name],
      ['estimator', it.estimator],
      ['recordings', String(it.recordings)],
      ['windows', `${it.windows}, of which ${share(it.given, it.windows)} have an estimate`],
      ['mean coverage', share(it.meanCoverage, 1)],
      [
        'with coverage above 70 %',
        `${it.whole}, of which ${share(it.wholeGiven, it.whole)} have an estimate`,
      ],
      ...Object.entries(it.withheld).map(
        ([why, windows]) => [`withheld: ${why}`, share(windows, it.windows)] as const,
      ),
    ]),
    'On the windows with an estimate (95 % intervals by subject; balanced accuracy leaves one subject out):',
    methodTable(it.methods),
    'Of these, where beats cover more than 70 % of the window:',
    methodTable(it.onWhole),
    table([
      ['above heart rate: AUC pooled', figureText(it.aboveHeartRate.aucPooled)],
      ['above heart rate: AUC per person', figureText(it.aboveHeartRate.aucPerSubject)],
      ['above heart rate: balanced accuracy', figureText(it.aboveHeartRate.balancedAccuracy)],
    ]),
  ].join('\n\n');

export const share = (part: number, of: number): string =>
  of === 0 ? 'none' : `${((100 * part) / of).toFixed(1)} %`;

/** "0.742 [0.69, 0.80]". */
export const figureText = ({ value, low, high }: EvaluationFigure): string =>
  value === undefined
    ? '–'
    : `${value.toFixed(3)}${low === undefined ? '' : ` [${low.toFixed(2)}, ${high!.toFixed(2)}]`}`;

export const methodRows = (methods: readonly MethodResult[]): readonly (readonly string[])[] => [
  HEADER,
  ...methods.map((one) => [
    one.method,
    String(one.windows),
    figureText(one.aucPooled),
    figureText(one.aucPerSubject),
    figureText(one.balancedAccuracy),
    one.brier ? figureText(one.brier) : '',
    one.calibrationError ? figureText(one.calibrationError) : '',
  ]),
];

function methodTable(methods: readonly MethodResult[]): string {
  const rows = methodRows(methods);
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
