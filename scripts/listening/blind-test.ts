import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cueOf, FULL_RATE, planTo } from '../music/performances.ts';
import { encoded } from '../recordings/strip.ts';
import { loudnessOf } from '../../test/support/audio-loudness.ts';
import { performOffline } from '../../test/support/audio-performance.ts';
import type { Level } from '../../engine/index.ts';
import { OfflineContext } from '../../web/audio/tone.ts';

/** Both of a pair are brought to this, or to less where peaks would clip. LUFS, dBTP. */
const [SAME_LUFS, HIGHEST_DBTP] = [-20, -1];
/** Seconds in which a cut piece comes and goes. */
const FADE_S = 1.5;

/** One of a pair: what it is called in the results, and how it sounds. */
interface Side {
  readonly name: string;
  readonly sides: readonly Float32Array[];
}

/** What is written into the page. Files lie beside it, under names that tell nothing. */
export interface Trials {
  readonly made: string;
  readonly seconds: number;
  readonly pairs: readonly (readonly { readonly name: string; readonly file: string }[])[];
}

/** A piece of ours under a seed. */
export async function ours(
  module: string,
  level: Level,
  { seed, seconds }: { readonly seed: number; readonly seconds: number },
): Promise<Side> {
  const wake = planTo(cueOf(module, level), 0.5, { kind: 'wake' });
  const sides = await performOffline({ seed, seconds, sampleRate: FULL_RATE }, [[0, wake]]);
  return { name: `${module} ${level}, seed ${seed}`, sides };
}

/** The beginning of somebody else's piece, of any kind that can be decoded. @throws Error  it cannot be */
export async function theirs(path: string, seconds: number): Promise<Side> {
  const file = readFileSync(path);
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  const context = new OfflineContext(2, 0.1, FULL_RATE);
  const buffer = await context.decodeAudioData(bytes).catch((cause: unknown) => {
    throw new Error(`${path}: this is no sound that can be decoded; take WAV, MP3, Ogg or FLAC`, { cause });
  });
  const frames = Math.min(buffer.length, Math.round(seconds * FULL_RATE));
  const side = (channel: number): Float32Array => buffer.getChannelData(channel).slice(0, frames);
  return { name: basename(path), sides: [side(0), side(Math.min(1, buffer.numberOfChannels - 1))] };
}

/** Two sounds equally loud, neither of them clipping, as short as the shorter, with soft ends. */
export function matched([one, other]: readonly [Side, Side]): readonly [Side, Side] {
  const frames = Math.min(one.sides[0]!.length, other.sides[0]!.length);
  const cut = ({ sides }: Side): Float32Array[] => sides.map((side) => side.subarray(0, frames));
  const roomDb = (side: Side): number => {
    const { integratedLufs, truePeakDb } = loudnessOf(cut(side), FULL_RATE);
    return HIGHEST_DBTP - truePeakDb - (SAME_LUFS - integratedLufs);
  };
  const room = Math.min(0, roomDb(one), roomDb(other));
  const made = (side: Side): Side => {
    const { integratedLufs } = loudnessOf(cut(side), FULL_RATE);
    const gain = 10 ** ((SAME_LUFS + room - integratedLufs) / 20);
    const fade = FADE_S * FULL_RATE;
    const shape = (n: number): number => gain * Math.min(1, n / fade, (frames - n) / fade);
    return { name: side.name, sides: cut(side).map((samples) => samples.map((x, n) => x * shape(n))) };
  };
  return [made(one), made(other)];
}

/** Writes the page `blind.html` with its sounds into a folder. It works from there, without a network. */
export async function writeBlindTest(
  folder: string,
  pairs: readonly (readonly [Side, Side])[],
  { seconds, made }: { readonly seconds: number; readonly made: string },
): Promise<string> {
  const written: Trials['pairs'][number][] = [];
  for (const [n, pair] of pairs.entries()) {
    const files = [];
    for (const [i, { name, sides }] of matched(pair).entries()) {
      const file = `pair-${n + 1}-${'xy'[i]!}.mp3`;
      writeFileSync(join(folder, file), await encoded(sides));
      files.push({ name, file });
    }
    written.push(files);
  }
  const path = join(folder, 'blind.html');
  writeFileSync(path, blindPage({ made, seconds, pairs: written }));
  return path;
}

/** The page as text, whatever the pieces are called. */
export function blindPage(trials: Trials): string {
  const page = readFileSync(new URL('blind.html', import.meta.url), 'utf8');
  const json = JSON.stringify(trials).replaceAll('<', '\\u003c');
  return page.replace('__TRIALS__', () => json);
}
