// `npm test`: all that CI runs, and what each step cost. Nothing is begun after a step that fails.
// What the tests print goes straight through: .ci/run counts the tests in it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { buffer } from 'node:stream/consumers';

/** One after the other; the lanes of a stage side by side, as each keeps one core busy. */
const STAGES = [
  [
    [['lint', 'npm', ['run', 'check:lint']]],
    [
      ['browser', 'node', ['scripts/ensure-browser.mjs']],
      ['format', 'npm', ['run', 'check:format']],
      ['types', 'npm', ['run', 'check:types']],
      ['structure', 'npm', ['run', 'check:structure']],
      ['build', 'npm', ['run', 'build']],
    ],
  ],
  [[['unit', 'npm', ['run', 'test:unit']]]],
  [[['end to end', 'npm', ['run', 'test:e2e']]]],
];

const costs = [];
const hasFailed = () => costs.some(({ code }) => code !== 0);

/** Alone it prints as it goes; beside another, when it has ended. */
const runStep = async ([name, program, args], isAlone) => {
  const startedAt = performance.now();
  const child = spawn(program, args, { stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  const printed = isAlone ? [] : [child.stdout, child.stderr].map((stream) => buffer(stream));
  // Null where a signal ended it.
  const code = await once(child, 'close').then(
    ([code]) => code ?? 1,
    (error) => (console.error(error.message), 1),
  );
  for (const text of await Promise.all(printed)) process.stdout.write(text);
  costs.push({ name, seconds: (performance.now() - startedAt) / 1000, code });
};

const row = (name, seconds, note = '') => `${name.padEnd(12)}${seconds.toFixed(1).padStart(8)} s  ${note}`;

for (const lanes of STAGES)
  await Promise.all(
    lanes.map(async (steps) => {
      for (const step of steps) if (!hasFailed()) await runStep(step, lanes.length === 1);
    }),
  );
console.log('\nWhat the tests cost');
for (const { name, seconds, code } of costs)
  console.log(row(name, seconds, code === 0 ? '' : `ended with ${code}`));
const notRun = STAGES.flat(2)
  .map(([name]) => name)
  .filter((name) => !costs.some((cost) => cost.name === name));
console.log(
  row('together', performance.now() / 1000, notRun.length > 0 ? `not run: ${notRun.join(', ')}` : ''),
);
process.exitCode = costs.find(({ code }) => code !== 0)?.code ?? 0;
