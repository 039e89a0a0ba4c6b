import { describe, expect, it } from 'vitest';
import { Hands, type Stroke } from '../../../web/audio/hands.ts';
import { HAND_DRUMS, HARP, PIANO, SHAKERS, STRINGS } from '../../../web/audio/instruments/index.ts';
import type { Note } from '../../../web/audio/modules/index.ts';

const INSTRUMENTS = { drum: HAND_DRUMS, shaker: SHAKERS, harp: HARP, piano: PIANO, strings: STRINGS };
const hands = (): Hands => new Hands((part) => INSTRUMENTS[part as keyof typeof INSTRUMENTS]);
const note = (part: keyof typeof INSTRUMENTS, midi: number, more: Partial<Note> = {}): Note => ({
  ...{ part, midi, beat: 0, beats: 1, velocity: 0.5 },
  ...more,
});
const often = (part: keyof typeof INSTRUMENTS, midi: number, more: Partial<Note> = {}): Note[] =>
  Array.from({ length: 64 }, (_, i) => note(part, midi, { beat: i / 4, ...more }));
const place = (index: number, seed = 5) => ({ seed, index, level: 3 });
const pairs = (strokes: readonly Stroke[]) => strokes.slice(1).map((it, i) => [strokes[i]!, it] as const);

describe('strokesOf', () => {
  it('never plays a recording of a drum twice running, from one phrase to the next either', () => {
    const player = hands();
    const strokes = [0, 1, 2, 3].flatMap((index) => player.strokesOf(often('shaker', 69), place(index)));
    for (const [before, after] of pairs(strokes)) expect(after.take).not.toBe(before.take);
    expect(new Set(strokes.map(({ take }) => take)).size).toBe(SHAKERS.takes);
  });

  it('takes notes in their time, whatever order they are written in', () => {
    const notes = often('drum', 62);
    const strokes = hands().strokesOf([...notes].reverse(), place(1));
    expect([...strokes].reverse()).toEqual(hands().strokesOf(notes, place(1)));
  });

  it('is the same for the same place, and another for another seed or phrase', () => {
    const notes = [...often('drum', 63), ...often('piano', 60)];
    const strokes = hands().strokesOf(notes, place(1));
    expect(hands().strokesOf(notes, place(1))).toEqual(strokes);
    expect(hands().strokesOf(notes, place(2))).not.toEqual(strokes);
    expect(hands().strokesOf(notes, place(1, 6))).not.toEqual(strokes);
  });

  it('lets drums be 2 % faster or slower, what has a pitch three cents, what is held nothing', () => {
    const most = (part: keyof typeof INSTRUMENTS): number =>
      Math.max(
        ...hands()
          .strokesOf(often(part, 64), place(1))
          .map(({ rate }) => Math.abs(rate - 1)),
      );
    expect(most('drum') > 0.015 && most('drum') <= 0.02).toBe(true);
    expect(1200 * Math.log2(1 + most('piano'))).toBeLessThanOrEqual(3);
    expect(most('strings')).toBe(0);
  });

  it('is the brighter the harder it strikes, and never closes on the pitch itself', () => {
    const tone = (velocity: number, midi = 50): number =>
      hands().strokesOf([note('piano', midi, { velocity })], place(1))[0]!.toneHz!;
    expect(tone(0.2) < tone(0.5) && tone(0.5) < tone(0.9)).toBe(true);
    expect(tone(0.1, 93)).toBeGreaterThan(2 * 1760);
  });

  it('says a note that comes again with another tone, where it has but one recording', () => {
    for (const [before, after] of pairs(hands().strokesOf(often('piano', 69), place(1)))) {
      expect(after.take).toBe(before.take);
      expect(Math.abs(Math.log2(after.toneHz! / before.toneHz!))).toBeGreaterThan(1 / 6);
    }
  });

  it('plays it from the recordings on either side in turn, where there are two', () => {
    for (const [before, after] of pairs(hands().strokesOf(often('harp', 64), place(1))))
      expect(after.take).not.toBe(before.take);
  });
});
