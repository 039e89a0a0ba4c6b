import { describe, expect, it } from 'vitest';
import { readHarmony, readTune } from '../../../web/audio/modules/notation.ts';

const four = { beatsPerBar: 4, home: 7 };

describe('readTune', () => {
  it('reads numbers of the scale with lengths, octaves and rests', () => {
    expect(readTune("1 5,:2 r | 1':4", four)).toEqual([
      { beat: 0, beats: 1, step: 7 },
      { beat: 1, beats: 2, step: 4 },
      { beat: 4, beats: 4, step: 14 },
    ]);
  });

  it('counts from the home of the piece', () => {
    expect(readTune('1:4', { ...four, home: 1 })[0]!.step).toBe(1);
  });

  it.each([
    ['1 2 3', 'tune, bar 1: 4 beats expected, got 3'],
    ['1:4 | 1:2 2:3', 'tune, bar 2: 4 beats expected, got 5'],
    ['1:4 | 8:4', 'tune, bar 2: a note such as "3:2" expected, got "8:4"'],
  ])('says where %s is wrong', (text, message) => {
    expect(() => readTune(text, four)).toThrow(message);
  });
});

describe('readHarmony', () => {
  it('shares a bar among its chords, unless they say how long they stand', () => {
    const beats = (text: string) => readHarmony(text, four).map((stand) => [stand.beat, stand.beats]);
    expect(beats('ii7 V | I')).toEqual([[0, 2], [2, 2], [4, 4]]); // prettier-ignore
    expect(beats('ii7:3 V:1')).toEqual([[0, 3], [3, 1]]); // prettier-ignore
  });

  it('counts degrees from the home of the piece, and puts a tone into the bass', () => {
    const [chord] = readHarmony('IV9/3', { ...four, home: 8 });
    expect(chord!.chord).toEqual({ root: 4, tones: [0, 2, 4, 8], bass: 2 });
  });

  it('lets a suspended fourth stand for half the time, then the third over the same bass', () => {
    const [hangs, falls] = readHarmony('V43', four);
    expect([hangs!.chord.tones, falls!.chord.tones]).toEqual([[0, 3, 4], [0, 2, 4]]); // prettier-ignore
    expect([hangs!.beats, falls!.beat, hangs!.chord.root]).toEqual([2, 2, falls!.chord.root]);
  });

  it.each(['H', 'iiii', 'V44', 'I/2'])('says that %s is no chord', (text) => {
    expect(() => readHarmony(text, four)).toThrow(
      `harmony, bar 1: a chord such as "IV9/3" expected, got "${text}"`,
    );
  });

  it('says which bar has another length', () => {
    expect(() => readHarmony('I | V:3', four)).toThrow('harmony, bar 2: 4 beats expected');
  });
});
