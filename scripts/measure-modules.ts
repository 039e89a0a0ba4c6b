import './music/performances.ts';
import { LEVELS } from '../engine/index.ts';
import { INSTRUMENTS } from '../web/audio/instruments/index.ts';
import { SCORES, type Score } from '../web/audio/modules/index.ts';
import { targetLufs } from '../web/audio/modules/target-lufs.ts';
import { BARS, barRows, headText, meets, rowText as barText } from './music/bars.ts';
import { calibrated, type Calibration } from './music/calibrate.ts';
import { changeOf, changeText, ladderPairs, type Change } from './music/changes.ts';
import { crowded, firstSoundMs, underruns, visit } from './music/chromium.ts';
import { modulesAsOwn, ownMusicRows, rowText, type OwnMusicRow } from './music/own-music.ts';
import { repetition } from './music/repetition.ts';
import { stops } from './music/stops.ts';
import { assetBytes, determinism, levelsOf, rowOf, unruly, type Row } from './music/table.ts';
import { transitions, type Transition } from './music/transitions.ts';

/**
 * Prints what is measured of the music: `npm run measure:music -- [--only bars,loudness,…] [--seconds s]
 * [--seed n[,n…]] [--levels 1,3] [--stops n] [--minutes n] [--trims] [module…]`. `load`, `first` and `underruns` play
 * the built app in Chromium. With `--trims` it prints the tables for `web/audio/modules/trims.ts` and nothing else.
 * Exits with 1 where a limit is not met.
 */
/** How much likelier two half minutes of one performance may be taken for each other than those of two. */
const MARGIN = 0.05;

const args = process.argv.slice(2);
const optionOf = (name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
const seconds = Number(optionOf('--seconds') ?? 40);
const seeds = (optionOf('--seed') ?? '3').split(',').map(Number);
const seed = seeds[0]!;
const levels = LEVELS.filter((level) => optionOf('--levels')?.split(',').includes(String(level)) ?? true);
const stopCount = Number(optionOf('--stops') ?? 1000);
const minutes = Number(optionOf('--minutes') ?? 30);
const only = optionOf('--only')?.split(',');
const named = args.filter((arg) => SCORES.has(arg));
const scores: Score[] = [...SCORES.values()].filter(({ id }) => named.length === 0 || named.includes(id));
const ids = scores.map(({ id }) => id);

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const wanted = (part: string): boolean => only === undefined || only.includes(part);
let missed = 0;
function verdict(what: string, good: boolean, figures: string): void {
  if (!good) missed++;
  print(`${good ? 'ok    ' : 'MISSED'} ${what}: ${figures}`);
}

async function loudnessAndLevels(): Promise<void> {
  print(`${'module'.padEnd(15)} lvl  bpm  onsets/s  centroid Hz   LUFS (ebur128)   dBTP (ebur128)   DC`);
  const rows: Row[] = [];
  for (const [score, level] of levelsOf(scores)) {
    const row = await rowOf(score, level, { seconds, seed });
    rows.push(row);
    const cells = [
      row.id.padEnd(15),
      String(level).padStart(2),
      String(row.bpm).padStart(6),
      row.onsets.toFixed(2).padStart(8),
      row.centroidHz.toFixed(0).padStart(10),
      `${row.lufs.toFixed(2)} (${row.otherLufs.toFixed(2)})`.padStart(20),
      `${row.truePeakDb.toFixed(2)} (${row.otherPeakDb.toFixed(2)})`.padStart(16),
      row.dc.toExponential(0).padStart(8),
    ];
    print(cells.join(' '));
  }
  const off = Math.max(...rows.map((row) => Math.abs(row.lufs - targetLufs(row.family, row.level))));
  const peak = Math.max(...rows.map(({ truePeakDb, otherPeakDb }) => Math.max(truePeakDb, otherPeakDb)));
  const meters = Math.max(...rows.map(({ lufs, otherLufs }) => Math.abs(lufs - otherLufs)));
  const dc = Math.max(...rows.map((row) => row.dc));
  verdict(
    'loudness',
    off <= 1,
    `at most ${off.toFixed(2)} LU from what its level is meant to have; the two meters within ${meters.toFixed(3)} LU`,
  );
  verdict('true peak', peak <= -1, `${peak.toFixed(2)} dBTP at most`);
  verdict('DC', dc < 1e-3, `${dc.toExponential(1)} of full scale at most`);
  const wrong = unruly(rows);
  verdict('levels', wrong.length === 0, wrong.length === 0 ? 'rise; families apart' : wrong.join('; '));
}

/** The tables of trims and of held-back bass that bring every piece and level to its loudness, here and on a phone. */
async function printTrims(): Promise<void> {
  const tables: [string, string[]][] = [
    ['TRIMS_DB', []],
    ['LOW_DB', []],
  ];
  for (const score of scores) {
    const made: Calibration[] = [];
    for (const level of LEVELS) made.push(await calibrated(score, level, { seeds, seconds }));
    const key = /-/.test(score.id) ? `'${score.id}'` : score.id;
    const row = (of: (it: Calibration) => number): string => made.map((it) => of(it).toFixed(1)).join(', ');
    tables[0]![1].push(`  ${key}: [${row(({ trimDb }) => trimDb)}],`);
    tables[1]![1].push(`  ${key}: [${row(({ lowDb }) => lowDb)}],`);
  }
  for (const [name, rows] of tables) print(`${name}\n${rows.join('\n')}`);
}

/** The table that every piece and level is held to, from scores and renderings, for each seed. */
async function bars(): Promise<void> {
  for (const one of seeds) {
    print(`seed ${one}: ${seconds} s of each, what misses its bar with a mark\n${headText()}`);
    const rows = await barRows(scores, { seed: one, seconds, long: true, levels }, (row) =>
      print(barText(row)),
    );
    for (const bar of BARS) {
      const held = rows.filter((row) => meets(bar, row) !== undefined);
      const wrong = held.filter((row) => !meets(bar, row));
      const figures = held.map((row) => bar.figure(row)!);
      const named = wrong.map((row) => `${row.score.id} ${row.level}`).join(', ');
      const range = `${Math.min(...figures).toFixed(bar.digits)} to ${Math.max(...figures).toFixed(bar.digits)}`;
      if (held.length > 0)
        verdict(bar.name, wrong.length === 0, `${range} in ${held.length}${named && `; not in ${named}`}`);
    }
    repeats(one);
    await changes(one);
  }
}

function repeats(one: number): void {
  for (const score of scores) {
    const { within, between } = repetition(score, 3, one);
    const figures =
      `likeness ${within.toFixed(3)} within 15 min, ` +
      `${between.toFixed(3)} between seeds (margin ${MARGIN})`;
    verdict(`repetition ${score.id}`, within < between + MARGIN && within < 1 - MARGIN, figures);
  }
}

/** Each piece into another of the next rung, up and down in turn. */
async function changes(one: number): Promise<void> {
  const made: Change[] = [];
  for (const [from, to] of ladderPairs(ids, one)) {
    const it = await changeOf(from, to, one);
    made.push(it);
    print(changeText(it));
  }
  const misses = (name: string, good: (it: Change) => boolean): void => {
    const wrong = made.filter((it) => !good(it));
    verdict(`changes, ${name}`, wrong.length === 0, `${made.length - wrong.length} of ${made.length}`);
  };
  misses('roughness', ({ before, overlap, after }) => overlap <= Math.max(before, after));
  misses('centre of gravity within an octave in 10 s', ({ octaves }) => octaves <= 1);
  misses('on a phone within 2 LU', ({ phoneLu }) => Math.abs(phoneLu) <= 2);
}

async function fades(): Promise<void> {
  const all: Transition[] = [];
  await transitions(ids, seed, (result) => all.push(result));
  const worst = (of: (result: Transition) => number): Transition =>
    all.reduce((most, it) => (of(it) > of(most) ? it : most));
  const say = ({ from, to }: Transition, figure: string): string => `${figure} (${from} → ${to})`;
  const mid = worst(({ midDb }) => Math.abs(midDb));
  const step = worst((it) => it.step);
  const gap = worst(({ gapDb }) => -gapDb);
  const left = worst(({ leftDb }) => leftDb);
  verdict(
    `mid-fade power, ${all.length} pairs`,
    Math.abs(mid.midDb) <= 1,
    say(mid, `${mid.midDb.toFixed(2)} dB at worst`),
  );
  verdict(
    'sample steps in fades',
    step.step <= 1,
    say(step, `${step.step.toFixed(2)} of the material's own at worst`),
  );
  verdict(
    'no gap in fades',
    gap.gapDb > -6,
    say(gap, `${gap.gapDb.toFixed(1)} dB against the quieter alone at worst`),
  );
  verdict('nothing left after fades', left.leftDb < -90, say(left, `${left.leftDb.toFixed(0)} dBFS at most`));
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

async function firstVisit(): Promise<void> {
  const ms = await firstSoundMs();
  verdict('first sound', ms < 1000, `${ms.toFixed(0)} ms after the press`);
  const { before, cached, offline } = await visit();
  verdict(
    'recordings',
    offline && cached === INSTRUMENTS.length,
    `${before} fetched by the page before a press, ${cached} of ${INSTRUMENTS.length} kept by the service worker ` +
      `after the first visit, ${offline ? 'music' : 'no music'} offline`,
  );
}

/** The analysis of own music, on music whose tempo, strokes and key are known, and on our own. */
async function ownMusic(): Promise<void> {
  print('pattern   bpm  found (octave)    strokes/s (of)     Hz        key  LUFS (− ebur128)  proposed');
  const rows: OwnMusicRow[] = [];
  for await (const row of ownMusicRows()) {
    rows.push(row);
    print(rowText(row));
  }
  const most = (of: (row: OwnMusicRow) => number): number => Math.max(...rows.map(of));
  const share = (of: (row: OwnMusicRow) => boolean): string => `${rows.filter(of).length} of ${rows.length}`;
  const tempo = most(({ tempoOff }) => tempoOff);
  const loud = most(({ lufsOff }) => Math.abs(lufsOff));
  verdict(
    'own music, tempo 50–180',
    tempo <= 0.02,
    `${(100 * tempo).toFixed(2)} % off at worst, or its stated octave; ` +
      `the first named is right in ${share(({ sameOctave }) => sameOctave)}`,
  );
  verdict('own music, loudness', loud <= 0.3, `${loud.toFixed(4)} LU from libebur128’s port at worst`);
  print(`       own music, key: right in ${share(({ rightKey }) => rightKey)}`);
  let [right, all] = [0, 0];
  for await (const module of modulesAsOwn(16)) {
    print(module.text);
    all++;
    if (module.right) right++;
  }
  verdict('own music, family proposed', right === all, `${right} of ${all} built-in modules in their own`);
}

async function measure(): Promise<void> {
  if (args.includes('--trims')) {
    await printTrims();
    return;
  }
  if (wanted('bars')) await bars();
  if (wanted('loudness')) await loudnessAndLevels();
  if (wanted('transitions')) await fades();
  if (wanted('stop')) {
    const { count, loudestLeftDb, sharpest } = await stops(ids, stopCount);
    verdict(
      `stop, ${count} random moments`,
      loudestLeftDb < -90,
      `${loudestLeftDb.toFixed(0)} dBFS after 0.3 s at most`,
    );
    verdict('no click in stops', sharpest <= 1, `sharpest bend ${sharpest.toFixed(2)} of the music's own`);
  }
  if (wanted('repetition') && !wanted('bars')) repeats(seed);
  if (wanted('determinism'))
    for (const id of ids) {
      const { same, other } = await determinism(id);
      verdict(
        `determinism ${id}`,
        same === 0 && other > 0.01,
        `largest difference ${same.toExponential(0)}, other seed ${other.toFixed(2)}`,
      );
    }
  if (wanted('assets')) verdict('recordings', assetBytes() <= 8e6, `${(assetBytes() / 1e6).toFixed(2)} MB`);
  if (wanted('first')) await firstVisit();
  if (wanted('load')) {
    const { mean, most } = await crowded();
    const figures = `${percent(mean)} of the time to render in, ${percent(most)} in the busiest moment`;
    verdict('load with two or three pieces in crossfades all the time', mean < 0.25, figures);
  }
  if (wanted('underruns')) {
    const it = await underruns(minutes);
    verdict(
      `${it.minutes.toFixed(1)} min in Chromium`,
      it.underruns === 0,
      `${it.underruns} underruns (${it.underrunMs.toFixed(0)} ms), audio clock ${it.behindMs.toFixed(0)} ms behind, ` +
        `load ${percent(it.load.mean)}, ${percent(it.load.most)} at most`,
    );
  }
  if (wanted('own-music')) await ownMusic();
  process.exitCode = missed === 0 ? 0 : 1;
}

void measure();
