import { LEVELS } from '../engine/index.ts';
import { SCORES } from '../web/audio/modules/index.ts';
import { scoreFigures, type ScoreFigures } from './music/score-figures.ts';
import { scoreVerdicts } from './music/score-verdicts.ts';

/**
 * Prints what is measured of the scores alone, and how they stand: `npx tsx scripts/score-figures.ts [module…]`.
 * Nothing is rendered. Exits with 1 where a bar is not met.
 */
const SEEDS = [11, 77, 2026, 90210];
const named = process.argv.slice(2).filter((arg) => SCORES.has(arg));
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const percent = (x: number): string => (100 * x).toFixed(0);

const COLUMNS: readonly (readonly [name: string, of: (row: ScoreFigures) => string])[] = [
  ['level', ({ level }) => String(level)],
  ['seed', ({ seed }) => String(seed)],
  ['returns', ({ returns }) => String(returns)],
  ['like', ({ likeness }) => likeness.toFixed(2)],
  ['steps %', ({ steps }) => percent(steps)],
  ['leaps %', ({ leaps }) => percent(leaps)],
  ['unturned %', ({ unturned }) => percent(unturned)],
  ['home %', ({ home }) => percent(home)],
  ['density CV %', ({ densityCv }) => percent(densityCv)],
  ['sections', ({ sections }) => String(sections)],
  ['I+IV+V %', ({ primary }) => percent(primary)],
  ['I %', ({ tonic }) => percent(tonic)],
  ['notes/s', ({ notesPerSecond }) => notesPerSecond.toFixed(2)],
  ['parallels', ({ parallels }) => String(parallels)],
  ['unresolved', ({ unresolved }) => String(unresolved)],
];

print(['module'.padEnd(14), ...COLUMNS.map(([name]) => name)].join('  '));
const rows: ScoreFigures[] = [];
for (const score of SCORES.values())
  if (named.length === 0 || named.includes(score.id))
    for (const level of LEVELS)
      for (const seed of SEEDS) {
        const row = scoreFigures(score, level, seed);
        rows.push(row);
        print([row.id.padEnd(14), ...COLUMNS.map(([name, of]) => of(row).padStart(name.length))].join('  '));
      }
for (const { what, good, figures } of scoreVerdicts(rows)) {
  print(`${good ? 'ok    ' : 'MISSED'} ${what}: ${figures}`);
  if (!good) process.exitCode = 1;
}
