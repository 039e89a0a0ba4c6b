import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './csv-columns.ts';
import { columns, runAlone, type Report } from './report.ts';
import { score, type RowScore } from './artefact-score.ts';
import { correct, intoSegments, trust, type Trust } from '../engine/artefacts/index.ts';
import type { Correction } from '../engine/artefacts/correct.ts';
import { mean, sum } from '../engine/maths/statistics.ts';

/**
 * How well artefacts are found and repaired, on recordings with known ones:
 * `npx tsx bench/artefact-accuracy.ts [--json] [folder]`. The folder holds `artefacts/` (with
 * `truth_and_reference.csv`) and `rr/`; `../shared/data` unless given.
 */

const UP_TO_5 = 'all to 5 %';

/** Mean absolute errors, %, of one kind of artefact at one rate; sensitivity is absent where nothing was injected. */
function summary(kind: string, rows: readonly RowScore[]) {
  const error = (pick: (row: RowScore) => number) =>
    mean(rows.map((row) => Math.abs(pick(row) / row.cleanMs - 1) * 100));
  const truth = sum(rows.map((row) => row.injected));
  return {
    kind,
    attune: error((row) => row.attuneMs),
    attuneOriginalPairs: error((row) => row.originalPairsMs),
    lt2019: error((row) => row.publishedMs),
    neurokit: error((row) => row.tools.neurokit),
    malik: error((row) => row.tools.malik),
    median20: error((row) => row.tools.median20),
    sensitivity: truth === 0 ? undefined : sum(rows.map((row) => row.found)) / truth,
    falseFlagsPer10Min: (10 * sum(rows.map((row) => row.falseFlags))) / sum(rows.map((row) => row.minutes)),
    withheldShare: mean(rows.map((row) => (row.withheld ? 1 : 0))),
    liveAgreement: sum(rows.map((row) => row.agreeing)) / sum(rows.map((row) => row.beats)),
  };
}

function injected(folder: string) {
  const rows = readCsv(join(folder, 'artefacts/truth_and_reference.csv'));
  const kinds = new Map<string, RowScore[]>();
  for (const row of rows) {
    const one = score(row, readCsv(join(folder, 'artefacts', `${row['file']!}.csv`)));
    const kind = `${row['kind']!} ${Number(row['rate']) * 100} %`;
    for (const key of Number(row['rate']) <= 0.05 ? [kind, UP_TO_5] : [kind])
      kinds.set(key, [...(kinds.get(key) ?? []), one]);
  }
  return [...kinds].map(([kind, scores]) => summary(kind, scores));
}

const recordings = (folder: string, sub: string): string[] => {
  const path = join(folder, 'rr', sub);
  return existsSync(path) ? readdirSync(path).map((file) => join(path, file)) : [];
};

/** Ectopic intervals are those that a labelled beat other than N begins or ends. */
function annotated(folder: string) {
  return recordings(folder, 'annotated').map((path) => {
    const rows = readCsv(path);
    const { beats } = read(rows);
    const isTrue = rows.map((row) => row['beat'] !== 'N' || row['prev_beat'] !== 'N');
    const isFound = beats.map((beat) => beat.class !== 'normal');
    const both = isTrue.filter((it, i) => it && isFound[i]).length;
    const labelled = isTrue.filter(Boolean).length;
    const flagged = isFound.filter(Boolean).length;
    const { bad, badGiven, good, goodGiven } = minutes(beats, isTrue);
    return {
      file: name(path),
      beats: rows.length,
      labelled,
      flagged,
      sensitivity: both / labelled,
      precision: both / flagged,
      'over 30 %': bad,
      'of them given': badGiven,
      'under 10 %': good,
      'of these given': goodGiven,
      verdict: verdictOf(trust(beats.map((beat) => beat.class))),
    };
  });
}

/**
 * Minutes whose labelled share is beyond saving, and those that are nearly
 * clean; and how many of each have figures.
 */
function minutes(beats: Correction['beats'], isTrue: readonly boolean[]) {
  const all = new Map<number, number[]>();
  beats.forEach(({ atMs }, i) => {
    const minute = Math.floor(atMs / 60_000);
    all.set(minute, [...(all.get(minute) ?? []), i]);
  });
  const judged = [...all.values()].map((its) => ({
    share: its.filter((i) => isTrue[i]).length / its.length,
    given: typeof trust(its.map((i) => beats[i]!.class)) === 'string',
  }));
  const [bad, good] = [judged.filter(({ share }) => share > 0.3), judged.filter(({ share }) => share < 0.1)];
  const given = (some: typeof judged) => some.filter((one) => one.given).length;
  return { bad: bad.length, badGiven: given(bad), good: good.length, goodGiven: given(good) };
}

const verdictOf = (verdict: Trust): string =>
  typeof verdict === 'string' ? verdict : `withheld: ${verdict.withheld}`;

/** Recordings that nobody injected anything into. They hold real ectopic and lost beats, so flags are not all false. */
function untouched(folder: string) {
  return ['long_healthy', 'fullday', 'short_ecg', 'strap', 'chf']
    .flatMap((sub) => recordings(folder, sub))
    .map((path) => {
      const rows = readCsv(path);
      const { beats, correctedShare, verdict } = read(rows);
      const minutes = sum(beats.map((beat) => beat.rrMs)) / 60_000;
      const flags = beats.filter((beat) => beat.class !== 'normal' && beat.class !== 'gap').length;
      return {
        file: name(path),
        beats: rows.length,
        flagsPer10Min: (10 * flags) / minutes,
        correctedShare,
        verdict: verdictOf(verdict),
      };
    });
}

const read = (rows: readonly Record<string, string>[]) =>
  correct(intoSegments(rows.map((row) => ({ atMs: Number(row['t_s']) * 1000, rrMs: Number(row['rr_ms']) }))));
const name = (path: string): string => path.split('/').at(-1)!.replace('.csv', '');

export function artefactAccuracy([folder = '../shared/data']: readonly string[]): Report {
  if (!existsSync(join(folder, 'artefacts')))
    return { text: `No artefacts/ in ${folder}: name the folder that holds the reference data.`, data: null };
  const data = { injected: injected(folder), annotated: annotated(folder), untouched: untouched(folder) };
  const text = [
    'Injected artefacts: mean absolute error of RMSSD, %, and detection',
    columns(data.injected),
    '\nAnnotated recordings: intervals beside a beat that is not normal; minutes by their true share of them',
    columns(data.annotated),
    '\nRecordings as they are: flags per 10 minutes',
    columns(data.untouched),
  ].join('\n');
  return { text, data };
}

await runAlone(import.meta.url, artefactAccuracy);
