import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backingOf,
  BARS,
  BEATS_PER_BAR,
  chordName,
  keyName,
} from '../../../../web/features/songs/backing.ts';
import { lyricChordPro, lyricMarkdown, lyricText } from '../../../../web/features/songs/lyric-files.ts';
import { placeTake, trimmed } from '../../../../web/features/songs/place-take.ts';
import {
  broughtBack,
  newSong,
  openSlot,
  SLOTS,
  STYLES,
  withLyrics,
  type Song,
} from '../../../../web/features/songs/song.ts';
import { waitingSong } from '../../../../web/features/songs/songs-view-model.ts';
import { peaked } from '../../../../web/features/songs/stereo.ts';
import { roundsOf } from '../../../../web/features/songs/studio-view-model.ts';
import { outlineOf, pieceCount, piecesOf, samplesOf } from '../../../../web/features/songs/take.ts';
import { transposeFor, voicePitch } from '../../../../web/features/songs/voice-pitch.ts';
import { readWav, wavFile } from '../../../../web/features/songs/wav-file.ts';
import { markerAt } from '../../../../engine/rhythm/index.ts';
import { seeded } from '../../../../web/audio/random.ts';

const MINUTE_MS = 60_000;
const song = (lyrics: Partial<Song['lyrics']> = {}): Song => ({
  ...newSong({ id: 's1', kind: 'three', language: 'en' }, 0),
  lyrics: { first: '', second: '', chorus: '', ...lyrics },
});
const names = { first: 'Where I am', second: 'Who I want to be', chorus: 'My message' };

describe('withLyrics', () => {
  it('keeps no version of words that are still being written', () => {
    const next = withLyrics(song({ first: 'a' }), { first: 'ab', second: '', chorus: '' }, MINUTE_MS);
    expect(next.versions).toEqual([]);
    expect(next.lyrics.first).toBe('ab');
  });

  it('keeps what has stood for ten minutes, once', () => {
    const stood = withLyrics(song({ first: 'a' }), { first: 'b', second: '', chorus: '' }, 10 * MINUTE_MS);
    expect(stood.versions).toEqual([{ atMs: 0, lyrics: { first: 'a', second: '', chorus: '' } }]);
    const again = withLyrics(stood, { first: 'c', second: '', chorus: '' }, 11 * MINUTE_MS);
    expect(again.versions).toHaveLength(1);
  });
});

describe('broughtBack', () => {
  it('loses nothing: what stood before is a version', () => {
    const now = song({ first: 'new' });
    const back = broughtBack(now, { atMs: -1, lyrics: { first: 'old', second: '', chorus: '' } }, 5);
    expect(back.lyrics.first).toBe('old');
    expect(back.versions.map(({ lyrics }) => lyrics.first)).toEqual(['new']);
  });
});

describe('openSlot', () => {
  it('is the chorus first, and none before anything is written', () => {
    expect(openSlot(song())).toBeUndefined();
    expect(openSlot(song({ first: 'a' }))).toBe('chorus');
    expect(openSlot(song({ first: 'a', chorus: 'c' }))).toBe('second');
    expect(openSlot(song({ first: 'a', second: 'b', chorus: 'c' }))).toBeUndefined();
  });
});

describe('waitingSong', () => {
  it('speaks of the song that was written on last', () => {
    const old = { ...song({ first: 'a' }), id: 'old' };
    const last = { ...song({ second: 'a' }), id: 'last', changedAtMs: 9 };
    expect(waitingSong([old, last])).toEqual([{ to: '/songs/last', line: 'Your song has no chorus yet.' }]);
    expect(waitingSong({ state: 'locked' })).toEqual([]);
  });
});

describe('roundsOf', () => {
  it('has two bars for a line, eight to a round, blank lines not counted', () => {
    expect(roundsOf('')).toBe(1);
    expect(roundsOf('1\n2\n\n3\n4')).toBe(1);
    expect(roundsOf('1\n2\n\n3\n4\n5')).toBe(2);
  });
});

describe('lyricText', () => {
  it('keeps stanzas apart and leaves out parts without words', () => {
    expect(lyricText(song({ first: 'one\ntwo\n\n\nthree' }), names, 'None')).toBe(
      'None\n\nWhere I am\n\none\ntwo\n\nthree\n',
    );
  });
});

describe('lyricMarkdown', () => {
  it('escapes what Markdown would read', () => {
    const text = lyricMarkdown(
      { ...song({ chorus: '* star\n- dash\n1. one' }), title: '# no *bold*' },
      names,
      '',
    );
    expect(text).toBe('# \\# no \\*bold\\*\n\n## My message\n\n\\* star  \n\\- dash  \n1\\. one\n');
  });
});

describe('lyricChordPro', () => {
  it('puts a bar at the head of a line and one in its middle', () => {
    const harmony = { key: 'D', chords: { first: ['D', 'G'], second: ['A'], chorus: ['D', 'A', 'G'] } };
    const text = lyricChordPro(song({ first: 'one two three four', chorus: 'stay [here]\nnow' }), names, {
      untitled: 'None',
      harmony,
    });
    expect(text).toContain('{start_of_verse: Where I am}\n[D]one two [G]three four\n{end_of_verse}');
    expect(text).toContain('{start_of_chorus: My message}\n[D]stay [A]here\n[G]now\n{end_of_chorus}');
    expect(text).toContain('{key: D}\n{tempo: 76}');
  });
});

describe('backingOf', () => {
  const choice = { style: 'piano', tempoBpm: 76, transpose: 0, backingDb: 0 } as const;

  it('is the same for the same song and part, and another for another', () => {
    expect(backingOf('first', choice, 'a')).toEqual(backingOf('first', choice, 'a'));
    expect(backingOf('first', choice, 'a').chords).not.toEqual(backingOf('chorus', choice, 'a').chords);
  });

  it('stays within its bars, and keeps to the key that was chosen', () => {
    const major = new Set([0, 2, 4, 5, 7, 9, 11]);
    for (const style of STYLES)
      for (const slot of SLOTS)
        for (const transpose of [-5, 0, 6]) {
          const { notes, chords, beats } = backingOf(slot, { ...choice, style, transpose }, 'x');
          expect(chords).toHaveLength(BARS);
          expect(beats).toBe(BARS * BEATS_PER_BAR);
          const pitched = notes.filter(({ part }) => part !== 'drum');
          expect(notes.every(({ beat }) => beat >= 0 && beat < beats)).toBe(true);
          expect(pitched.every(({ midi }) => major.has((((midi - 62 - transpose) % 12) + 12) % 12))).toBe(
            true,
          );
        }
  });

  it('begins the chorus at home', () => {
    expect(backingOf('chorus', choice, 'any').chords[0]!.root).toBe(0);
  });
});

describe('chordName', () => {
  it('writes keys with sharps or flats as musicians do', () => {
    expect(keyName(0)).toBe('D');
    expect(keyName(1)).toBe('Eb');
    expect(chordName({ root: 2, tones: [0, 2, 4, 6] }, 0)).toBe('F#m7');
    expect(chordName({ root: 3, tones: [0, 2, 4, 8] }, 1)).toBe('Abadd9');
    expect(chordName({ root: 4, tones: [0, 3, 4, 8] }, 0)).toBe('Asus4');
    expect(chordName({ root: 4, tones: [0, 2, 4, 6] }, 0)).toBe('A7');
    expect(chordName({ root: 0, tones: [0, 2, 4, 6] }, 0)).toBe('Dmaj7');
  });
});

describe('piecesOf', () => {
  it('gives the same sound again, to a step of 16 bits, whatever the order of the pieces', () => {
    const samples = Float32Array.from({ length: 500_001 }, (_, i) => Math.sin(i / 50));
    let next = 0;
    const pieces = piecesOf('t', samples, () => String(next++));
    expect(pieces).toHaveLength(pieceCount({ frames: samples.length }));
    const again = samplesOf({ id: 't', frames: samples.length }, [...pieces].reverse());
    expect(again.length).toBe(samples.length);
    expect(again.every((x, i) => Math.abs(x - samples[i]!) < 4e-5)).toBe(true);
  });

  it('is silence where a piece is missing, and nothing of other takes', () => {
    const pieces = piecesOf('other', new Float32Array(10).fill(1), () => 'p');
    expect(samplesOf({ id: 't', frames: 3 }, pieces)).toEqual(new Float32Array(3));
  });
});

describe('wavFile', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { maxLength: 50 }), (values) => {
        const left = Float32Array.from(values);
        const right = left.map((x) => -x);
        const { channels, sampleRate } = readWav(wavFile([left, right], 48_000));
        expect(sampleRate).toBe(48_000);
        channels.forEach((side, n) =>
          side.forEach((x, i) => expect(x).toBeCloseTo([left, right][n]![i]!, 4)),
        );
      }),
    );
  });

  it('has a header of 44 bytes that other programs know', () => {
    const file = wavFile([Float32Array.of(1, -2)], 44_100);
    expect(new TextDecoder('latin1').decode(file.subarray(0, 16))).toContain('WAVEfmt ');
    expect(file.length).toBe(48);
    expect([...file.subarray(44)]).toEqual([0xff, 0x7f, 0x01, 0x80]);
  });
});

describe('readWav', () => {
  it('refuses what is no such file', () => {
    expect(() => readWav(new Uint8Array(60))).toThrow('not a WAV file');
    expect(() => readWav(wavFile([new Float32Array(9)], 8000).subarray(0, 50))).toThrow('cut short');
  });
});

describe('outlineOf', () => {
  it('is the loudest of each stretch', () => {
    expect(outlineOf(Float32Array.of(0, 0.5, -1, 0.25), 2)).toEqual([0.5, 1]);
  });
});

describe('peaked', () => {
  it('brings the highest sample to −1 dBFS and leaves silence alone', () => {
    const { left } = peaked({ left: Float32Array.of(0.1, -0.2), right: new Float32Array(2), sampleRate: 1 });
    expect(20 * Math.log10(Math.abs(left[1]!))).toBeCloseTo(-1, 5);
    expect(peaked({ left: new Float32Array(2), right: new Float32Array(2), sampleRate: 1 }).left).toEqual(
      new Float32Array(2),
    );
  });
});

/** A voice that hums: a tone with overtones that trembles a little. */
const hum = (hz: number, seconds: number): Float32Array =>
  Float32Array.from({ length: 16_000 * seconds }, (_, i) => {
    const phase = (2 * Math.PI * hz * i) / 16_000 + 0.2 * Math.sin(i / 500);
    return 0.2 * (Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.3 * Math.sin(3 * phase));
  });

describe('voicePitch', () => {
  it.each([110, 196, 329.6])('hears %d Hz', (hz) => {
    expect(voicePitch(hum(hz, 4), 16_000)).toBeCloseTo(69 + 12 * Math.log2(hz / 440), 1);
  });

  it('hears nothing in noise, silence or a moment of tone', () => {
    const random = seeded(4);
    expect(
      voicePitch(
        Float32Array.from({ length: 64_000 }, () => random() - 0.5),
        16_000,
      ),
    ).toBeUndefined();
    expect(voicePitch(new Float32Array(64_000), 16_000)).toBeUndefined();
    expect(voicePitch(hum(196, 1), 16_000)).toBeUndefined();
  });
});

describe('transposeFor', () => {
  it('makes what is hummed the third of the key, nearest to D', () => {
    expect(transposeFor(66)).toBe(0);
    expect(transposeFor(54.2)).toBe(0);
    expect(transposeFor(67)).toBe(1);
    expect(transposeFor(65)).toBe(-1);
    for (let midi = 40; midi < 80; midi++) expect(transposeFor(midi)).toBeGreaterThanOrEqual(-5);
  });
});

describe('placeTake', () => {
  const sampleRate = 48_000;
  const clicksAtS = [10.3, 11.3, 12.3, 13.3];
  /** A room that hears the clicks so late, and a voice that answers the first beat. */
  const heard = (loopS: number): Float32Array<ArrayBuffer> => {
    const samples = new Float32Array(8 * sampleRate);
    const random = seeded(9);
    samples.forEach((_, i) => (samples[i] = 0.003 * (random() - 0.5)));
    const { inPhase } = markerAt(sampleRate);
    for (const at of clicksAtS)
      inPhase.forEach((x, i) => (samples[Math.round((at - 10 + loopS) * sampleRate) + i]! += 0.1 * x));
    return samples;
  };
  const take = { sampleRate, fromS: 10, clicksAtS, beatAtS: 14.3, reportedS: 0.05 };

  it.each([0.03, 0.18, 0.4])('finds a round trip of %d s by the clicks, to 5 ms', (loopS) => {
    const place = placeTake({ ...take, samples: heard(loopS) });
    expect(place.how).toBe('marker');
    expect(Math.abs(place.offsetS - (4.3 + loopS))).toBeLessThan(0.005);
  });

  it('stands on what was measured before where it hears no click, else on what the browser says', () => {
    const silent = { ...take, samples: new Float32Array(8 * sampleRate) };
    const stored = placeTake({ ...silent, storedLoopS: 0.12 });
    expect(stored.how).toBe('stored-loop');
    expect(stored.offsetS).toBeCloseTo(4.42, 6);
    const reported = placeTake(silent);
    expect(reported.how).toBe('reported');
    expect(reported.offsetS).toBeCloseTo(4.35, 6);
  });
});

describe('trimmed', () => {
  it('leaves the count-in out and the first beat where it was', () => {
    const samples = new Float32Array(1000);
    samples[800] = 1;
    const cut = trimmed({ samples, sampleRate: 100 }, 8);
    expect(cut.samples[Math.round(cut.offsetS * 100)]).toBe(1);
    expect(cut.offsetS).toBeCloseTo(0.6, 6);
  });
});
