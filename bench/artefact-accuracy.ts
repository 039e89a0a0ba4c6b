/**
 * How well artefacts are found and repaired, on recordings with known ones: `npx tsx bench/artefact-accuracy.ts [--json] [folder]`.
 * The folder holds `artefacts/` (with `truth_and_reference.csv`) and `rr/`; `../shared/data` unless given.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './csv-columns.ts';
import { score, type RowScore } from './artefact-score.ts';
import { correct, intoSegments, trust } from '../engine/artefacts/index.ts';

const folder = process.argv.slice(2).find((one) => !one.startsWith('--')) ?? '../shared/data';
const asJson = process.argv.includes('--json');
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const total = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/** Mean absolute errors, %, of one kind of artefact at one rate; sensitivity is absent where nothing was injected. */
function summary(kind: string, rows: readonly RowScore[]) {
  const error = (pick: (row: RowScore) => number) =>
    mean(rows.map((row) => Math.abs(pick(row) / row.cleanMs - 1) * 100));
  const truth = total(rows.map((row) => row.injected));
  return {
    kind,
    attune: error((row) => row.attuneMs),
    attuneOriginalPairs: error((row) => row.originalPairsMs),
    lt2019: error((row) => row.publishedMs),
    neurokit: error((row) => row.tools.neurokit),
    malik: error((row) => row.tools.malik),
    median20: error((row) => row.tools.median20),
    sensitivity: truth === 0 ? undefined : total(rows.map((row) => row.found)) / truth,
    falseFlagsPer10Min:
      (10 * total(rows.map((row) => row.falseFlags))) / total(rows.map((row) => row.minutes)),
    withheldShare: mean(rows.map((row) => (row.withheld ? 1 : 0))),
    liveAgreement: total(rows.map((row) => row.agreeing)) / total(rows.map((row) => row.beats)),
  };
}

function injected() {
  const rows = readCsv(join(folder, 'artefacts/truth_and_reference.csv'));
  const kinds = new Map<string, RowScore[]>();
  for (const row of rows) {
    const kind = `${row['kind']!} ${Number(row['rate']) * 100} %`;
    const scores = kinds.get(kind) ?? [];
    kinds.set(kind, scores);
    scores.push(score(row, readCsv(join(folder, 'artefacts', `${row['file']!}.csv`))));
  }
  return [...kinds].map(([kind, scores]) => summary(kind, scores));
}

const recordings = (sub: string): string[] => {
  const path = join(folder, 'rr', sub);
  return existsSync(path) ? readdirSync(path).map((file) => join(path, file)) : [];
};

/** Ectopic intervals are those that a labelled beat other than N begins or ends. */
function annotated() {
  return recordings('annotated').map((path) => {
    const rows = readCsv(path);
    const { beats } = read(rows);
    const isTrue = rows.map((row) => row['beat'] !== 'N' || row['prev_beat'] !== 'N');
    const isFound = beats.map((beat) => beat.class !== 'normal');
    const both = isTrue.filter((it, i) => it && isFound[i]).length;
    const labelled = isTrue.filter(Boolean).length;
    const flagged = isFound.filter(Boolean).length;
    const verdict = trust(beats.map((beat) => beat.class));
    return {
      file: name(path),
      beats: rows.length,
      labelled,
      flagged,
      sensitivity: both / labelled,
      precision: both / flagged,
      verdict,
    };
  });
}

/** Recordings that nobody injected anything into. They hold real ectopic and lost beats, so flags are not all false. */
function untouched() {
  return ['long_healthy', 'fullday', 'short_ecg', 'strap', 'chf'].flatMap(recordings).map((path) => {
    const rows = readCsv(path);
    const { beats, correctedShare, verdict } = read(rows);
    const minutes = total(beats.map((beat) => beat.rrMs)) / 60_000;
    const flags = beats.filter((beat) => beat.class !== 'normal' && beat.class !== 'gap').length;
    return {
      file: name(path),
      beats: rows.length,
      flagsPer10Min: (10 * flags) / minutes,
      correctedShare,
      verdict,
    };
  });
}

const read = (rows: readonly Record<string, string>[]) =>
  correct(intoSegments(rows.map((row) => ({ atMs: Number(row['t_s']) * 1000, rrMs: Number(row['rr_ms']) }))));
const name = (path: string): string => path.split('/').at(-1)!.replace('.csv', '');
const show = (rows: readonly object[]) =>
  console.table(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, cell(value)]))),
  );
const cell = (value: unknown): unknown =>
  typeof value === 'number'
    ? Number(value.toFixed(4))
    : typeof value === 'object'
      ? JSON.stringify(value)
      : value;

function main(): void {
  if (!existsSync(join(folder, 'artefacts'))) {
    console.error(`No artefacts/ in ${folder}: name the folder that holds the reference data.`);
    process.exitCode = 2;
    return;
  }
  const result = { injected: injected(), annotated: annotated(), untouched: untouched() };
  if (asJson) {
    console.log(JSON.stringify(result));
    return;
  }
  console.log('Injected artefacts: mean absolute error of RMSSD, %, and detection');
  show(result.injected);
  console.log('Annotated recordings: intervals beside a beat that is not normal');
  show(result.annotated);
  console.log('Recordings as they are: flags per 10 minutes');
  show(result.untouched);
}

main();
