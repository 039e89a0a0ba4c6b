// Builds what `attune` runs and says where the time went: `node scripts/build.mjs [node] [web]`.
// What was built of the same sources, and is as it was left, is not built again; the sources are told by their content.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** All that either part is made of. More than each needs: a part too many built is better than one too few. */
const SOURCES = ['bin', 'cli', 'devices', 'engine', 'fixtures', 'scripts', 'server', 'web'];
const SOURCE_FILE = /^(NOTICE|\.env.*|package(-lock)?\.json|tsconfig\.json|vite\..*)$/;
/** Made by a build itself, from the rest. */
const MADE = [join('web', 'audio', 'recorded'), join('web', 'features', 'songs', 'made')];
const PARTS = { node: 'vite.node.config.ts', web: 'vite.config.ts' };

function filesIn(folder) {
  if (!existsSync(join(ROOT, folder)) || MADE.includes(folder)) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

function keyOf(files, more = '') {
  const hash = createHash('sha256').update(more);
  for (const file of files.sort()) hash.update(`\n${file}\n`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

const sourceKey = () =>
  keyOf(
    [...SOURCES.flatMap(filesIn), ...readdirSync(ROOT).filter((name) => SOURCE_FILE.test(name))],
    `${process.version} ${process.env.NODE_ENV ?? ''}`,
  );
const builtKey = (part) => keyOf(filesIn(join('dist', part)));
const stampOf = (part) => join(ROOT, 'dist', `${part}.built`);

function isBuilt(part, sources) {
  return existsSync(stampOf(part)) && readFileSync(stampOf(part), 'utf8') === sources + builtKey(part);
}

/** Runs Node with `args`; a failure is the build's. */
const run = (...args) =>
  new Promise((resolve) => {
    spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] }).on(
      'exit',
      (code) => {
        if (code !== 0) process.exit(code ?? 1);
        resolve();
      },
    );
  });

/** Does `work` and prints how long it took; nothing happens behind a person's back for a minute. */
async function timed(what, work) {
  const begin = performance.now();
  await work();
  console.log(`${((performance.now() - begin) / 1000).toFixed(1).padStart(6)} s  ${what}`);
}

/** In as many processes as there are cores: each has a share of the instruments. */
async function makeRecordings() {
  const shares = Math.min(4, availableParallelism());
  const share = (i) => run('--import', 'tsx', 'scripts/make-recordings.ts', '--share', `${i}/${shares}`);
  await Promise.all(Array.from({ length: shares }, (_, i) => share(i)));
}

async function build(part, sources) {
  rmSync(stampOf(part), { force: true });
  await run('node_modules/vite/bin/vite.js', 'build', '--config', PARTS[part], '--logLevel', 'warn');
  // What changed while it was built is built next time.
  if (sourceKey() === sources) writeFileSync(stampOf(part), sources + builtKey(part));
}

const args = process.argv.slice(2);
const sources = sourceKey();
const wanted = Object.keys(PARTS).filter((part) => args.includes(part) && !isBuilt(part, sources));
if (wanted.includes('web')) await timed("the instruments' recordings", makeRecordings);
for (const part of wanted)
  await timed(part === 'node' ? 'the command line and the service' : 'the web app', () =>
    build(part, sources),
  );
if (wanted.length === 0) console.log('   0.0 s  built already, of the same sources');
