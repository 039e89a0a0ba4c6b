import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../../engine/index.ts';
import { strokeRepetition } from '../../../scripts/music/strokes.ts';
import { SHAKERS, STRINGS, type Instrument } from '../../../web/audio/instruments/index.ts';
import { SCORES, type Score, tempoBpm } from '../../../web/audio/modules/index.ts';

/** A stroke each half beat, every one written alike. */
const machineGun = (instrument: Instrument): Score => ({
  id: 'machine-gun',
  family: 'activating',
  beatsPerPhrase: 8,
  parts: { gun: { instrument, gainDb: 0, pan: 0 } },
  reverbDb: -20,
  trimsDb: [0, 0, 0, 0, 0],
  brightnessHz: [10_000, 10_000, 10_000, 10_000, 10_000],
  phrase: () =>
    Array.from({ length: 16 }, (_, i) => ({
      ...{ part: 'gun', beat: i / 2, beats: 0.2, midi: 69, velocity: 0.5 },
    })),
});

describe('strokeRepetition', () => {
  it('finds a drum with one recording out: it falls twice running every time', () => {
    const { takes: _, ...single } = SHAKERS;
    const strokes = 15 * tempoBpm('activating', 3) * 2;
    expect(strokeRepetition(machineGun(single), 3, 1).running).toBe(Math.ceil(strokes / 16) * 16 - 1);
  });

  it('counts strokes that nobody could tell apart, and says of what', () => {
    const { toneHz: _tone, takes: _takes, ...dull } = SHAKERS;
    const { alike, of } = strokeRepetition(machineGun(dull), 3, 1);
    // Nothing but speed is left to tell them by, which has sixteen steps.
    expect(alike).toBeGreaterThan(150);
    expect(of).toBe('shakers 69');
  });

  it('keeps a stroke that is written alike three thousand times under a hundred alike', () => {
    const { alike, running } = strokeRepetition(machineGun(SHAKERS), 3, 1);
    expect(running).toBe(0);
    expect(alike).toBeLessThanOrEqual(100);
  });

  it('counts nothing that is held', () =>
    expect(strokeRepetition(machineGun(STRINGS), 3, 1)).toMatchObject({ alike: 0, running: 0 }));

  it.each([...SCORES.values()].map((score) => [score.id, score] as const))(
    '%s says no stroke a hundred times alike in a quarter of an hour, and none twice running',
    (_id, score) => {
      for (const level of LEVELS) {
        const { alike, running } = strokeRepetition(score, level, 41);
        expect(running).toBe(0);
        expect(alike).toBeLessThanOrEqual(100);
      }
    },
  );
});
