import type { Level } from '../../engine/index.ts';
import { LOW_HZ } from '../../web/audio/deck-strip.ts';
import type { Score } from '../../web/audio/modules/index.ts';
import { targetLufs } from '../../web/audio/modules/target-lufs.ts';
import { integratedLufs } from '../../web/features/music/own/analysis/loudness.ts';
import { digestOf, renderScore } from './digest.ts';
import { filtered, highPass, highShelf, lowShelf, phones, powerGain, type Section } from './filters.ts';
import { FRAME, powers } from './measures.ts';

/** Hz: what lies above is no loudness to speak of, and this renders in half the time. */
const RATE = 22_050;
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
      await renderScore(digestOf(plain, { level, seconds }), { level, seed, seconds, sampleRate: RATE }),
    );
  const sides = [0, 1].map((side) => joined(pieces.map((piece) => piece[side]!)));
  const heard = weighted(sides);
  const lost = (gainDb: number): number => phoneLoss(heard, lowShelf(LOW_HZ, gainDb, RATE));
  let [most, least] = [0, -MOST_DB];
  if (lost(0) > PHONE_LU)
    for (let i = 0; i < 8; i++) {
      const middle = (most + least) / 2;
      if (lost(middle) > PHONE_LU) most = middle;
      else least = middle;
    }
  const lowDb = lost(0) > PHONE_LU ? least : 0;
  const shelved = sides.map((side) => filtered(side, [lowShelf(LOW_HZ, lowDb, RATE)]));
  const lufs = integratedLufs({ channels: shelved, sampleRate: RATE });
  return { lowDb, trimDb: targetLufs(score.family, level) - lufs };
}

/** Power by bin, as the ear weighs it in loudness. */
function weighted(sides: readonly Float32Array[]): Float64Array {
  const ear = [highPass(38, 0.5, RATE), highShelf(1682, 4, RATE)];
  const sum = new Float64Array(FRAME / 2);
  for (const side of sides)
    powers(side).forEach((power, bin) => (sum[bin]! += power * gainOf(ear, (bin * RATE) / FRAME)));
  return sum;
}

/** What a phone takes from it, LU, behind a shelf. */
function phoneLoss(heard: Float64Array, shelf: Section): number {
  const through = (sections: readonly Section[]): number =>
    heard.reduce((sum, power, bin) => sum + power * gainOf(sections, (bin * RATE) / FRAME), 0);
  const whole = through([shelf]);
  return Math.max(...phones(RATE).map((phone) => 10 * Math.log10(whole / through([shelf, ...phone]))));
}

/** What sections make of the power at a frequency. */
const gainOf = (sections: readonly Section[], hertz: number): number =>
  sections.reduce((gain, section) => gain * powerGain(section, hertz, RATE), 1);

function joined(parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
