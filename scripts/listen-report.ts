import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ours, theirs, writeBlindTest } from './listening/blind-test.ts';
import { cueOf, FULL_RATE, planTo } from './music/performances.ts';
import { spectrogram } from './music/spectrogram.ts';
import { rowOf, type Row } from './music/table.ts';
import { encoded } from './recordings/strip.ts';
import { BUILT_IN_MODULES, LEVELS, type CrossfadePlan, type MusicModule } from '../engine/index.ts';
import { performOffline } from '../test/support/audio-performance.ts';
import { SCORES } from '../web/audio/modules/index.ts';

/**
 * Writes two pages: one to listen by, with every module at levels, its picture and figures, and some changes, and
 * `blind.html`, on which somebody says which of two they would rather hear again:
 * `npm run listen-report -- [--out folder] [--seconds s] [--levels 1,3,5] [--only blind|figures] [--peer file…]
 * [module…]`. The pairs are two pieces of ours, or, with `--peer`, one of ours and somebody else's recording.
 */
const PICTURE = { width: 600, height: 140 };
const SEED = 3;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'dist/listen-report' },
    seconds: { type: 'string', default: '30' },
    levels: { type: 'string', default: '1,3,5' },
    only: { type: 'string' },
    peer: { type: 'string', multiple: true, default: [] },
  },
});
const seconds = Number(values.seconds);
const levels = LEVELS.filter((level) => values.levels.split(',').includes(String(level)));
const modules = BUILT_IN_MODULES.filter(
  ({ id }) => SCORES.has(id) && (positionals.length === 0 || positionals.includes(id)),
);

/** Renders plans, writes sound and picture, and gives them back as HTML. */
async function exhibit(name: string, plans: readonly (readonly [number, CrossfadePlan])[]): Promise<string> {
  const sides = await performOffline({ seed: SEED, seconds, sampleRate: FULL_RATE }, plans);
  writeFileSync(join(values.out, `${name}.mp3`), await encoded(sides));
  writeFileSync(join(values.out, `${name}.png`), spectrogram(sides[0]!, FULL_RATE, PICTURE));
  return `<img src="${name}.png" alt="Spectrogram" width="${PICTURE.width}" height="${PICTURE.height}">
<audio controls preload="none" src="${name}.mp3"></audio>`;
}

const cells = ({ level, bpm, onsets, centroidHz, lufs, truePeakDb }: Row): string =>
  [level, bpm, onsets.toFixed(2), centroidHz.toFixed(0), lufs.toFixed(1), truePeakDb.toFixed(1)]
    .map((cell) => `<td>${cell}</td>`)
    .join('');

async function section(module: MusicModule): Promise<string> {
  const parts = [];
  for (const level of levels) {
    const row = await rowOf(SCORES.get(module.id)!, level, { seconds, seed: SEED });
    const heard = await exhibit(`${module.id}-${level}`, [
      [0, planTo(cueOf(module.id, level), 3, { kind: 'wake' })],
    ]);
    parts.push(`<tr>${cells(row)}<td>${heard}</td></tr>`);
    process.stdout.write(`${module.id} ${level}\n`);
  }
  return `<h2>${module.title}</h2><p>${module.family}. ${module.character} ${module.why ?? ''}</p>
<table><tr><th>level<th>bpm<th>strokes/s<th>centroid Hz<th>LUFS<th>dBTP<th>sound</tr>${parts.join('\n')}</table>`;
}

/** Each module into the next one, as a dose. */
async function change(from: MusicModule, to: MusicModule): Promise<string> {
  const heard = await exhibit(`${from.id}-to-${to.id}`, [
    [0, planTo(cueOf(from.id, 3), 1, { kind: 'wake' })],
    [seconds / 4, planTo(cueOf(to.id, 3), 10, { kind: 'dose', begin: 'phrase' })],
  ]);
  return `<tr><td>${from.title} → ${to.title}</td><td>${heard}</td></tr>`;
}

/** Pairs at the lowest of the levels: with each peer, or else with the next piece of the family. */
async function blind(): Promise<void> {
  const [level] = levels;
  if (level === undefined) throw new RangeError(`levels: some of 1 to 5 expected, got "${values.levels}"`);
  const peers = [];
  for (const path of values.peer) peers.push(await theirs(path, seconds));
  const pairs = [];
  for (const [i, { id, family }] of modules.entries()) {
    const one = await ours(id, level, { seed: SEED, seconds });
    for (const peer of peers) pairs.push([one, peer] as const);
    const others = modules.filter((it) => it.family === family);
    const next = others[(others.indexOf(modules[i]!) + 1) % others.length]!;
    // Two pieces are one pair.
    const paired = others.length === 2 && others[1]!.id === id;
    if (peers.length === 0 && next.id !== id && !paired)
      pairs.push([one, await ours(next.id, level, { seed: SEED + 1, seconds })] as const);
  }
  if (pairs.length === 0) throw new RangeError('a pair needs two pieces of one family, or --peer file');
  const made = `level ${level}, ${seconds} s, seeds ${SEED} and ${SEED + 1}`;
  process.stdout.write(`${await writeBlindTest(values.out, pairs, { seconds, made })}\n`);
}

async function report(): Promise<void> {
  mkdirSync(values.out, { recursive: true });
  if (values.only !== 'figures') await blind();
  if (values.only === 'blind') return;
  const sections = [];
  for (const module of modules) sections.push(await section(module));
  const changes = [];
  for (const [i, module] of modules.entries())
    changes.push(await change(module, modules[(i + 1) % modules.length]!));
  writeFileSync(
    join(values.out, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Attune: listening</title>
<style>body{font:16px/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
td,th{padding:.3rem .6rem;text-align:left}img{display:block}</style>
<h1>Listening</h1><p>${seconds} s each, seed ${SEED}; offline renderings through the whole player.</p>
${sections.join('\n')}<h2>Changes</h2><table>${changes.join('\n')}</table></html>`,
  );
  process.stdout.write(`${join(values.out, 'index.html')}\n`);
}

report().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
