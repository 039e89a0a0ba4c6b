import { chance } from '../engine/index.ts';
import { brokenPromise } from '../test/support/random-dosing.ts';

/**
 * Random sessions over all protocols, with hostile policies, and how many broke a promise of dosing.
 * Run: npx tsx bench/dosing-promises.ts [sessions]
 */

const sessions = Number(process.argv[2] ?? 100_000);
const next = chance(6);
const faults: string[] = [];
for (let i = 0; i < sessions; i++) {
  const [seed, length] = [Math.floor(next() * 2 ** 31), 1 + Math.floor(next() * 30)];
  const fault = brokenPromise(seed, length);
  if (fault !== undefined) faults.push(`seed ${seed}, ${length} steps: ${fault}`);
}
process.stdout.write(`${sessions} random sessions with hostile policies: ${faults.length} broke a promise\n`);
for (const fault of faults.slice(0, 10)) process.stdout.write(`  ${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
