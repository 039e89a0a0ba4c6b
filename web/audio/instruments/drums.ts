import type { Instrument } from './instrument.ts';

/** Struck once, whatever its length; each stroke is recorded so many times over. */
const STRUCK = { pitched: false, loops: false, attackS: 0.001, releaseS: 0.15 } as const;

/** 61 low bongo, 62 conga muted, 63 open, 64 low. */
export const HAND_DRUMS: Instrument = {
  ...STRUCK,
  id: 'hand-drums',
  pitches: [61, 62, 63, 64],
  takes: 5,
  lengthS: 0.6,
  toneHz: [2400, 15_000],
  source: { kind: 'font', program: 0, drums: true, velocity: 60 },
};
/** A floor tom under a soft mallet: 48. */
export const LOW_DRUM: Instrument = {
  ...STRUCK,
  id: 'low-drum',
  pitches: [48],
  takes: 6,
  lengthS: 1.2,
  toneHz: [700, 5000],
  source: {
    kind: 'samples',
    strokes: { 48: ['drum_tom_lo_soft', 'drum_tom_lo_hard'] },
    feltHz: 900,
  },
};

/**
 * A pair of tabla. Of the deep drum 60 rings, 61 is stopped short, 62 a flat slap; of the small one 63 is the rim,
 * 64 open, 65 closed. The small one is tuned to D, and rings at E where it is open.
 */
export const TABLA: Instrument = {
  ...STRUCK,
  id: 'tabla',
  pitches: [60, 61, 62, 63, 64, 65],
  takes: 5,
  lengthS: 1.4,
  toneHz: [2400, 15_000],
  source: {
    kind: 'samples',
    strokes: {
      60: ['tabla_ghe2', 'tabla_ghe3', 'tabla_ghe5', 'tabla_ghe6', 'tabla_ghe7'],
      61: ['tabla_ghe1', 'tabla_ghe4', 'tabla_ghe8'],
      62: ['tabla_ke1', 'tabla_ke2', 'tabla_ke3'],
      63: ['tabla_na', 'tabla_tas1', 'tabla_tas2', 'tabla_tas3', 'tabla_na_s'],
      64: ['tabla_tun1', 'tabla_tun2', 'tabla_tun3', 'tabla_na_o'],
      65: ['tabla_te1', 'tabla_te2', 'tabla_te_ne'],
    },
    // From C sharp and a little, as its rim says (partials at 557, 837 and 1137 Hz).
    rates: { 63: 1.05, 64: 1.05, 65: 1.05 },
  },
};
/** 69 a cabasa, 82 a shaker. */
export const SHAKERS: Instrument = {
  ...STRUCK,
  id: 'shakers',
  pitches: [69, 82],
  takes: 6,
  lengthS: 0.3,
  toneHz: [5000, 17_000],
  source: { kind: 'font', program: 0, drums: true, velocity: 60, grains: true },
};
