import { describe, expect, it } from 'vitest';
import { chordPlayer, type PlayedChord } from '../../../../bench/played-chords.ts';
import { chance } from '../../../../engine/index.ts';
import { chordHeard } from '../../../../web/features/chords/hear/chord-heard.ts';
import { PITCH_SAMPLES, pitchListener } from '../../../../web/features/chords/hear/pitch-heard.ts';
import { LOOK_SAMPLES, toneWeights } from '../../../../web/features/chords/hear/tone-weights.ts';
import { chordNamed } from '../../../../web/features/chords/theory/chord.ts';
import { pitchesOf } from '../../../../web/features/chords/theory/fingering.ts';
import { isInTune, steadied, stringHeard } from '../../../../web/features/chords/tuner/string-heard.ts';

const RATE = 48_000;
const clean = { length: LOOK_SAMPLES, tuningCents: 0, stringCents: 2, noiseDb: 40 };
let player: Promise<PlayedChord> | undefined;
const playerHere = () => (player ??= chordPlayer(RATE));

const sine = (count: number, hz: number, partials: readonly number[]): Float32Array =>
  Float32Array.from({ length: count }, (_, i) =>
    partials.reduce(
      (sum, gain, k) => sum + 0.2 * gain * Math.sin((2 * Math.PI * hz * (k + 1) * i) / RATE),
      0,
    ),
  );

describe('chordHeard', () => {
  it.each(['G', 'C', 'Am', 'E7'])('names %s on a guitar that is tuned a little high', async (name) => {
    const chord = chordNamed(name)!;
    const play = await playerHere();
    const sound = play(chance(1), pitchesOf(chord, 'guitar'), { ...clean, kind: 'guitar', tuningCents: 25 });
    expect(chordHeard(sound, RATE)).toEqual({ is: 'chord', chord });
  });

  it('names nothing where a wrong key sounds along, or only one string', async () => {
    const play = await playerHere();
    const [low, ...rest] = pitchesOf(chordNamed('C')!, 'keyboard');
    for (const pitches of [[low!, ...rest, 66], [low!]])
      expect(chordHeard(play(chance(2), pitches, { ...clean, kind: 'keyboard' }), RATE).is).toBe('unsure');
  });

  it('hears nothing in silence, and no chord in noise', () => {
    expect(chordHeard(new Float32Array(LOOK_SAMPLES), RATE)).toEqual({ is: 'quiet' });
    const next = chance(3);
    const noise = Float32Array.from({ length: LOOK_SAMPLES }, () => 0.2 * (next() - 0.5));
    expect(chordHeard(noise, RATE).is).not.toBe('chord');
  });
});

describe('toneWeights', () => {
  it('puts the partials of one tone down to that tone', () => {
    const weights = toneWeights(sine(LOOK_SAMPLES, 220 * 2 ** (20 / 1200), [1, 0.7, 0.5, 0.35, 0.2]), RATE)!;
    expect(weights.classes[9]).toBeGreaterThan(0.8);
    expect(weights.tuningCents).toBeGreaterThan(14);
    expect(weights.tuningCents).toBeLessThan(26);
  });

  it('does not take another length', () => {
    expect(() => toneWeights(new Float32Array(100), RATE)).toThrow(RangeError);
  });
});

describe('pitchListener', () => {
  const pitchOf = pitchListener();

  it.each([82.41, 196, 440])('tells %s Hz to a cent', (hz) => {
    const midi = pitchOf(sine(PITCH_SAMPLES, hz, [1, 0.8, 0.6, 0.3]), RATE)!;
    expect(Math.abs(100 * (midi - (69 + 12 * Math.log2(hz / 440))))).toBeLessThan(1.5);
  });

  it('tells nothing of silence or noise', () => {
    const next = chance(4);
    expect(pitchOf(new Float32Array(PITCH_SAMPLES), RATE)).toBeUndefined();
    expect(
      pitchOf(
        Float32Array.from({ length: PITCH_SAMPLES }, () => next() - 0.5),
        RATE,
      ),
    ).toBeUndefined();
  });
});

describe('stringHeard', () => {
  it('finds the string, and by how much it is off', () => {
    expect(stringHeard(45.12, 'guitar')).toEqual({ string: 1, cents: expect.closeTo(12, 6) as number });
    expect(stringHeard(40, 'guitar').string).toBe(0);
    expect(stringHeard(64, 'guitar').string).toBe(5);
    expect(stringHeard(59.7, 'ukulele')).toEqual({ string: 1, cents: expect.closeTo(-30, 6) as number });
  });

  it('takes an overtone an octave up for the string', () => expect(stringHeard(57, 'guitar').string).toBe(1));
});

describe('isInTune', () => {
  it('is five cents either way', () => {
    expect(isInTune({ string: 0, cents: -5 })).toBe(true);
    expect(isInTune({ string: 0, cents: 5.5 })).toBe(false);
  });
});

describe('steadied', () => {
  it('shows the middle of the last five, and begins anew with another string', () => {
    const cents = [0, 40, 2, 1, 3];
    let kept: ReturnType<typeof steadied>['kept'] = [];
    let shown;
    for (const one of cents) ({ kept, shown } = steadied(kept, { string: 2, cents: one }));
    expect(shown).toEqual({ string: 2, cents: 2 });
    expect(steadied(kept, { string: 3, cents: 9 }).kept).toHaveLength(1);
  });
});
