import './music/performances.ts';
import { INSTRUMENTS } from '../web/audio/instruments/index.ts';
import { SCORES, type Score } from '../web/audio/modules/index.ts';
import { crowded, firstSoundMs, underruns, visit } from './music/chromium.ts';
import { modulesAsOwn, ownMusicRows, rowText, type OwnMusicRow } from './music/own-music.ts';
import { repetition } from './music/repetition.ts';
import { stops } from './music/stops.ts';
import { assetBytes, determinism, levelsOf, rowOf, unruly, type Row } from './music/table.ts';
import { transitions, type Transition } from './music/transitions.ts';

/**
 * Prints what is measured of the music: `npm run measure:music -- [--only loudness,levels,…] [--seconds s] [--seed n]
 * [--stops n] [--minutes n] [--trims] [module…]`. `load`, `first` and `underruns` play the built app in Chromium.
 * With `--trims` it prints the table for `web/audio/modules/trims.ts`. Exits with 1 where a limit is not met.
 */
const TARGET_LUFS = -18;
/** How much likelier two half minutes of one performance may be taken for each other than those of two. */
const MARGIN = 0.05;

const args = process.argv.slice(2);
const optionOf = (name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
const seconds = Number(optionOf('--seconds') ?? 40);
const seed = Number(optionOf('--seed') ?? 3);
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
  const off = Math.max(...rows.map(({ lufs }) => Math.abs(lufs - TARGET_LUFS)));
  const peak = Math.max(...rows.map(({ truePeakDb, otherPeakDb }) => Math.max(truePeakDb, otherPeakDb)));
  const meters = Math.max(...rows.map(({ lufs, otherLufs }) => Math.abs(lufs - otherLufs)));
  const dc = Math.max(...rows.map((row) => row.dc));
  verdict(
    'loudness',
    off <= 1,
    `at most ${off.toFixed(2)} LU from −18 LUFS; the two meters within ${meters.toFixed(3)} LU`,
  );
  verdict('true peak', peak <= -1, `${peak.toFixed(2)} dBTP at most`);
  verdict('DC', dc < 1e-3, `${dc.toExponential(1)} of full scale at most`);
  const wrong = unruly(rows);
  verdict('levels', wrong.length === 0, wrong.length === 0 ? 'rise; families apart' : wrong.join('; '));
  if (args.includes('--trims')) print(`\n${trims(rows).join('\n')}`);
}

/** The table of trims that would bring every row to the target. */
const trims = (rows: readonly Row[]): string[] =>
  scores.map((score) => {
    const row = rows
      .filter(({ id }) => id === score.id)
      .map(({ level, lufs }) => (score.trimsDb[level - 1]! + TARGET_LUFS - lufs).toFixed(1));
    return `  ${/-/.test(score.id) ? `'${score.id}'` : score.id}: [${row.join(', ')}],`;
  });

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
  if (wanted('repetition'))
    for (const score of scores) {
      const { within, between } = repetition(score, 3);
      const figures =
        `likeness ${within.toFixed(3)} within 15 min, ` +
        `${between.toFixed(3)} between seeds (margin ${MARGIN})`;
      verdict(`repetition ${score.id}`, within < between + MARGIN && within < 1 - MARGIN, figures);
    }
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
