import { LEVELS } from '../engine/index.ts';
import { SCORES } from '../web/audio/modules/index.ts';
import { scoreFigures, type ScoreFigures } from './music/score-figures.ts';

/** Prints what is measured of the scores alone: `npx tsx scripts/score-figures.ts [module…]`. */
const SEEDS = [11, 77, 2026];
const named = process.argv.slice(2).filter((arg) => SCORES.has(arg));
const share = (x: number): string => (100 * x).toFixed(0).padStart(5);

const row = (it: ScoreFigures): string =>
  [
    ...[it.id.padEnd(15), it.level, String(it.seed).padStart(5), String(it.returns).padStart(4)],
    ...[it.likeness.toFixed(2), share(it.steps), share(it.leaps), share(it.unturned), share(it.home)],
    ...[share(it.densityCv), String(it.sections).padStart(4), share(it.primary), share(it.tonic)],
    ...[it.notesPerSecond.toFixed(2), it.parallels, it.unresolved],
  ].join(' ');

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
print(
  'module        level seed back like steps leaps unturned home CV sections I+IV+V I notes/s parallels unresolved',
);
for (const score of SCORES.values())
  if (named.length === 0 || named.includes(score.id))
    for (const level of LEVELS) for (const seed of SEEDS) print(row(scoreFigures(score, level, seed)));
