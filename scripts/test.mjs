// `npm test`: all that CI runs, step by step, and what each step cost. Ends as the first step that fails, at once.
// What the steps print goes straight through: .ci/run counts the tests in it.
import { spawnSync } from 'node:child_process';

const STEPS = [
  ['browser', 'node', ['scripts/ensure-browser.mjs']],
  ['format', 'npm', ['run', 'check:format']],
  ['lint', 'npm', ['run', 'check:lint']],
  ['types', 'npm', ['run', 'check:types']],
  ['structure', 'npm', ['run', 'check:structure']],
  ['build', 'npm', ['run', 'build']],
  ['unit', 'npm', ['run', 'test:unit']],
  ['end to end', 'npm', ['run', 'test:e2e']],
];

/** @returns {{ seconds: number, code: number }} */
const runStep = (program, args) => {
  const startedAt = process.hrtime.bigint();
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' });
  if (error) console.error(error.message);
  // Null where a signal ended it.
  return { seconds: Number(process.hrtime.bigint() - startedAt) / 1e9, code: status ?? 1 };
};

const row = (name, seconds, note = '') => `${name.padEnd(12)}${seconds.toFixed(1).padStart(8)} s  ${note}`;

const costs = [];
for (const [name, program, args] of STEPS) {
  const cost = { name, ...runStep(program, args) };
  costs.push(cost);
  if (cost.code !== 0) break;
}
const total = costs.reduce((sum, { seconds }) => sum + seconds, 0);
const notRun = STEPS.slice(costs.length).map(([name]) => name);
console.log('\nWhat the tests cost');
for (const { name, seconds, code } of costs)
  console.log(row(name, seconds, code === 0 ? '' : `ended with ${code}`));
console.log(row('together', total, notRun.length > 0 ? `not run: ${notRun.join(', ')}` : ''));
process.exitCode = costs.at(-1).code;
