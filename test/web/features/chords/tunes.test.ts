import { describe, expect, it } from 'vitest';
import { wordsUnderChords } from '../../../../web/features/chords/play/line-words.ts';
import { foldedTo } from '../../../../web/features/chords/sing/folded.ts';
import { laneOf, targetAt } from '../../../../web/features/chords/sing/lane.ts';
import { arrangement } from '../../../../web/features/chords/sound/arrangement.ts';
import { tuneOfOwn } from '../../../../web/features/chords/own-songs.ts';
import { chordName, pitchClass, tonesOf } from '../../../../web/features/chords/theory/chord.ts';
import { readTune } from '../../../../web/features/chords/tunes/read-tune.ts';
import { beatsOf, changesOf, chordsOf } from '../../../../web/features/chords/tunes/tune.ts';
import { TUNES } from '../../../../web/features/chords/tunes/tunes.ts';

const of = { id: 't', title: 'T', by: '', beatsPerBar: 3, upbeat: 1, tempoBpm: 60 };
const tune = readTune(of, [
  ['G:4 D:3', 'd4:1:A- g4:2:maz- b4:1:ing a4:1.5:grace: a4:.5:_ r:1'],
  ['D:1 G:2', 'a4:1:so g4:2:sweet.'],
]);

describe('readTune', () => {
  it('puts chords, tones and words in their places', () => {
    expect(tune.lines.map(({ text }) => text)).toEqual(['Amazing grace:', 'so sweet.']);
    expect(tune.lines[1]!.tones[0]).toEqual({ midi: 69, atBeat: 7, beats: 1, syllable: 'so', joined: false });
    expect(beatsOf(tune)).toBe(10);
  });

  it('does not take a line whose tones and chords differ in length', () => {
    expect(() => readTune(of, [['G:4', 'd4:1:a g4:2:b']])).toThrow(/chords last 4 beats, tones 3/);
    expect(() => readTune(of, [['Q:1', 'd4:1:a']])).toThrow(/no chord/);
    expect(() => readTune(of, [['G:1', 'h4:1:a']])).toThrow(/no tone/);
    expect(() => readTune(of, [['G:0', 'r:1']])).toThrow(/no number of beats/);
  });
});

describe('changesOf', () => {
  it('has a chord that is held over the end of a line once', () => {
    expect(changesOf(tune).map(({ chord, beats }) => [chordName(chord, 'en'), beats])).toEqual([
      ['G', 4],
      ['D', 4],
      ['G', 2],
    ]);
  });
});

describe('wordsUnderChords', () => {
  it('writes each chord over the syllable that it comes with, and a held one only once', () => {
    const [first, second] = tune.lines.map((line) => wordsUnderChords(tune, line, 2));
    expect(first!.map(({ chord, text }) => [chord && chordName(chord, 'en'), text])).toEqual([
      ['A', 'Amazing '],
      ['E', 'grace: '],
    ]);
    expect(second!.map(({ chord, text, change }) => [chord && chordName(chord, 'en'), text, change])).toEqual(
      [
        [undefined, 'so ', 1],
        ['A', 'sweet. ', 2],
      ],
    );
  });
});

describe('TUNES', () => {
  it.each(TUNES.map((one) => [one.title, one] as const))('%s can be sung and played', (_, one) => {
    const pitches = one.lines.flatMap(({ tones }) => tones.map(({ midi }) => midi));
    expect(Math.max(...pitches) - Math.min(...pitches)).toBeLessThanOrEqual(14);
    // A bar's first tone belongs to its chord more often than not: else words and chords have slipped.
    const onChord = one.lines.flatMap(({ tones, chords }) =>
      tones
        .filter(({ beats }) => beats >= 1)
        .map(({ midi, atBeat }) => {
          const under = chords.find((c) => atBeat >= c.atBeat - 1e-6 && atBeat < c.atBeat + c.beats)!;
          return tonesOf(under.chord).includes(pitchClass(midi));
        }),
    );
    expect(onChord.filter(Boolean).length / onChord.length).toBeGreaterThan(0.6);
  });

  it('begins with one chord, and never has more than four', () => {
    expect(chordsOf(TUNES[0]!)).toHaveLength(1);
    expect(Math.max(...TUNES.map((one) => chordsOf(one).length))).toBeLessThanOrEqual(4);
  });

  it('has names of its own for the addresses', () =>
    expect(new Set(TUNES.map(({ id }) => id)).size).toBe(TUNES.length));
});

describe('arrangement', () => {
  const parts = { chords: true, tune: true, beat: false };

  it('counts a bar and the rest of the one that the upbeat ends', () => {
    const made = arrangement(tune, { tempoBpm: 60, transpose: 0, chordsOn: 'guitar', parts });
    expect(made.beginsS).toBe(5);
    expect(made.endsS).toBe(15);
    const strokes = made.notes.filter(({ instrument }) => instrument.id === 'shakers').map(({ atS }) => atS);
    expect(strokes).toEqual([0, 1, 2, 3, 4]);
  });

  it('plays tune and chords in the key that is asked for', () => {
    const made = arrangement(tune, { tempoBpm: 60, transpose: 2, chordsOn: 'keyboard', parts });
    const at = (id: string) => made.notes.filter(({ instrument }) => instrument.id === id);
    expect(at('flute')[0]).toMatchObject({ midi: 64, atS: 5 });
    expect(
      at('felt-piano')
        .slice(0, 3)
        .map(({ midi }) => midi),
    ).toEqual([69, 73, 76]);
  });
});

describe('laneOf', () => {
  it('has the tune, with a hyphen where a word goes on', () => {
    const lane = laneOf(tune, 0);
    expect(lane.kind).toBe('tune');
    expect(lane.tones.slice(0, 3).map(({ syllable }) => syllable)).toEqual(['A-', 'maz-', 'ing']);
  });

  it('has the tones of the chord where nobody has written a tune', () => {
    const own = tuneOfOwn({
      ...{ id: 'o', title: 'Mine', tempoBpm: 70, beatsPerBar: 4 },
      lines: [
        {
          text: 'stay here',
          chords: [
            { name: 'Em7', beats: 4 },
            { name: 'Gadd9', beats: 4 },
          ],
        },
      ],
    })!;
    const lane = laneOf(own, 0);
    expect(lane.kind).toBe('chords');
    expect(lane.tones.slice(0, 3).map(({ midi }) => pitchClass(midi))).toEqual([4, 7, 11]);
    expect(wordsUnderChords(own, own.lines[0]!, 0).map(({ text }) => text)).toEqual(['stay here', '']);
  });
});

describe('tuneOfOwn', () => {
  it('is none where there are no words', () =>
    expect(tuneOfOwn({ id: 'o', title: '', tempoBpm: 70, beatsPerBar: 4, lines: [] })).toBeUndefined());
});

describe('foldedTo', () => {
  it('takes any octave for the tune, and a slip for a slip', () => {
    expect(foldedTo(50, 62)).toBe(62);
    expect(foldedTo(75.5, 62)).toBe(63.5);
    expect(foldedTo(targetAt(tune, 1) - 12.3, targetAt(tune, 1))).toBeCloseTo(66.7);
  });
});
