import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { columns, runAlone, type Report } from './report.ts';

/**
 * Where the time of `npm ci && npm start` goes on a machine that has never seen Attune: HEAD in a folder of its
 * own, with an empty cache of npm. Takes minutes and fetches all packages, so it is no part of `npm run bench`.
 * Run: npx tsx bench/start.ts [--json]
 */

/** What the two commands do one after another, as commands of their own. */
const STEPS = [
  ['npm ci: fetch and unpack', 'npm ci --ignore-scripts'],
  ['npm ci: better-sqlite3, fetched or compiled', 'npm rebuild better-sqlite3'],
  ['npm ci: prepare, the command line', 'npm run prepare'],
  ["npm start: the instruments' recordings and the web app", 'npm run prestart'],
  ['npm start again: prestart', 'npm run prestart'],
  ['attune, until it can answer', 'node bin/attune.js --version'],
] as const;

interface Step {
  readonly step: string;
  readonly seconds: number;
  /** Of all its processes together. */
  readonly processorS: number;
}

/** The shell says what its children took, user and system, as `0m1.250s 0m0.125s` in its last line. */
function timed([step, command]: (typeof STEPS)[number], cwd: string, cache: string): Step {
  const begin = performance.now();
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${command} >&2 || exit 1; times`], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, npm_config_cache: cache },
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${command} failed:\n${stderr}`);
  const spent = [
    ...stdout
      .trim()
      .split('\n')
      .at(-1)!
      .matchAll(/(\d+)m([\d.]+)s/g),
  ];
  return {
    step,
    seconds: (performance.now() - begin) / 1000,
    processorS: spent.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0),
  };
}

export function start(): Report {
  const folder = mkdtempSync(join(tmpdir(), 'attune-start-'));
  const [clone, cache] = [join(folder, 'attune'), join(folder, 'cache')];
  try {
    execFileSync('git', ['clone', '--quiet', resolve('.'), clone]);
    const steps = STEPS.map((step) => timed(step, clone, cache));
    return { text: columns(steps), data: steps };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runAlone(import.meta.url, start);
