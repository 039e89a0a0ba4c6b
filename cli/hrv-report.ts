import { COHERENCE_FORMULA, type HrvFigures, type Trust } from '../engine/hrv/index.ts';
import { clock, table } from './table.ts';

/** One window's figures. */
export interface HrvRow extends HrvFigures {
  readonly startS: number;
  readonly endS: number;
  /** Share of the window's intervals that are not normal, 0–1. */
  readonly artefacts: number;
  /** Of this window alone; where it is withheld there are no figures. */
  readonly verdict: Trust;
  readonly breathsPerMinute?: number;
  readonly respirationConfidence?: number;
}

interface HrvReport {
  readonly about: {
    readonly recording: string;
    readonly correct: string;
    readonly recipe: string;
    /** Share of the intervals that are not normal, 0–1. */
    readonly artefacts: number;
    readonly verdict: Trust;
  };
  readonly rows: readonly HrvRow[];
}

/** Every figure once: its name in JSON and CSV, what people read, its unit and decimals. */
type FigureName = Exclude<keyof HrvRow, 'verdict'>;

const FIGURES: readonly (readonly [name: FigureName, label: string, unit: string, digits: number])[] = [
  ['meanHrBpm', 'mean heart rate', 'bpm', 1],
  ['meanInstantaneousHrBpm', 'mean of instantaneous rates', 'bpm', 1],
  ['meanNnMs', 'mean NN', 'ms', 1],
  ['sdnnMs', 'SDNN', 'ms', 1],
  ['rmssdMs', 'RMSSD', 'ms', 1],
  ['pnn50Percent', 'pNN50', '%', 1],
  ['sd1Ms', 'SD1', 'ms', 1],
  ['sd2Ms', 'SD2', 'ms', 1],
  ['dfaAlpha1', 'DFA α1', '', 2],
  ['vlfMs2', 'VLF power', 'ms²', 1],
  ['lfMs2', 'LF power', 'ms²', 1],
  ['hfMs2', 'HF power', 'ms²', 1],
  ['totalMs2', 'total power', 'ms²', 1],
  ['vlfPeakHz', 'VLF peak', 'Hz', 4],
  ['lfPeakHz', 'LF peak', 'Hz', 3],
  ['hfPeakHz', 'HF peak', 'Hz', 3],
  ['lfNu', 'LF, normalised', '%', 1],
  ['hfNu', 'HF, normalised', '%', 1],
  ['lfHf', 'LF/HF (for comparison with papers)', '', 2],
  ['coherence', `coherence (${COHERENCE_FORMULA})`, '', 2],
  ['breathsPerMinute', 'breathing, from the heart', '/min', 1],
  ['respirationConfidence', '  and its confidence', '(0–1)', 2],
  ['baevskyStressIndex', 'Baevsky index (comparison only)', '', 1],
];

const COLUMNS: readonly FigureName[] = [
  'startS',
  'endS',
  'beats',
  'coveredS',
  'artefacts',
  ...FIGURES.map(([name]) => name),
  'hfToHz',
];

export function hrvText({ about, rows }: HrvReport): string {
  const row = rows[0]!;
  const { verdict } = about;
  return table([
    ['recording', about.recording],
    ['from – to', `${clock(row.startS * 1000)} – ${clock(row.endS * 1000)}`],
    ['beats', `${row.beats}, covering ${clock(row.coveredS * 1000)}`],
    ['not normal', `${(about.artefacts * 100).toFixed(1)} % of the intervals (correction: ${about.correct})`],
    ['signal', signalOf(verdict)],
    ['spectrum', about.recipe],
    ...FIGURES.map(([name, label, unit, digits]): [string, string] => {
      const value = row[name];
      return [
        label,
        value === undefined
          ? `not given: ${typeof row.verdict === 'string' ? 'too short, or not clear' : 'see signal'}`
          : `${value.toFixed(digits)} ${unit}`.trim(),
      ];
    }),
  ]);
}

/**
 * One line a window; a figure that cannot be given is an empty cell, and
 * `signal` says whether the window is trusted.
 */
export const hrvCsv = (rows: readonly HrvRow[]): string =>
  [
    [...COLUMNS, 'signal'].join(','),
    ...rows.map((row) => [...COLUMNS.map((name) => cell(row[name])), signalOf(row.verdict)].join(',')),
  ].join('\n');

const signalOf = (verdict: Trust): string =>
  typeof verdict === 'string' ? verdict : `withheld: ${verdict.withheld}`;

const cell = (value: number | undefined): string =>
  value === undefined ? '' : String(Number(value.toPrecision(8)));
