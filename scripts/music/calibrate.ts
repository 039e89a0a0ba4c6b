import type { Level } from '../../engine/index.ts';
import { LOW_HZ } from '../../web/audio/deck-strip.ts';
import type { Score } from '../../web/audio/modules/index.ts';
import { targetLufs } from '../../web/audio/modules/target-lufs.ts';
import { integratedLufs } from '../../web/features/music/own/analysis/loudness.ts';
import { digestOf, renderScore } from './digest.ts';
import { filtered, lowShelf, phones } from './filters.ts';
import { FULL_RATE } from './performances.ts';

/** What a phone may take from the loudness, LU: short of the limit, since seeds differ. */
const PHONE_LU = 2.3;
/** How far bass is held back at most, dB. */
const MOST_DB = 12;

export interface Calibration {
  readonly lowDb: number;
  readonly trimDb: number;
}

/**
 * How much bass a piece may have at a level, and what brings it to its loudness, from short versions of ten minutes
 * of it under several seeds. The tone comes before all sends, so that its shelf can be tried on the rendered sound.
 */
export async function calibrated(
  score: Score,
  level: Level,
  { seeds, seconds }: { readonly seeds: readonly number[]; readonly seconds: number },
): Promise<Calibration> {
  const plain: Score = { ...score, lowDb: [0, 0, 0, 0, 0], trimsDb: [0, 0, 0, 0, 0] };
  const pieces: (readonly Float32Array[])[] = [];
  for (const seed of seeds)
    pieces.push(
      await renderScore(digestOf(plain, { level, seconds }), { level, seed, seconds, sampleRate: FULL_RATE }),
    );
  const sides = [0, 1].map((side) => joined(pieces.map((piece) => piece[side]!)));
  const lufs = (channels: readonly Float32Array[]): number =>
    integratedLufs({ channels, sampleRate: FULL_RATE });
  const shelved = (gainDb: number): Float32Array[] =>
    sides.map((side) => filtered(side, [lowShelf(LOW_HZ, gainDb, FULL_RATE)]));
  const lost = (channels: readonly Float32Array[]): number =>
    lufs(channels) -
    Math.min(...phones(FULL_RATE).map((phone) => lufs(channels.map((side) => filtered(side, phone)))));
  let [most, least] = [0, -MOST_DB];
  if (lost(sides) > PHONE_LU)
    for (let i = 0; i < 6; i++) {
      const middle = (most + least) / 2;
      if (lost(shelved(middle)) > PHONE_LU) most = middle;
      else least = middle;
    }
  const lowDb = lost(sides) > PHONE_LU ? least : 0;
  return { lowDb, trimDb: targetLufs(score.family, level) - lufs(shelved(lowDb)) };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
