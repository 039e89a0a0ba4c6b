import type { Instrument } from './instrument.ts';
import { pitches, RINGS } from './pitches.ts';

/** The damper on the string, and what of it rings on. One for both pianos. */
const RELEASE: Instrument = {
  ...RINGS,
  id: 'piano-release',
  pitches: pitches(33, 87, 6),
  lengthS: 0.9,
  attackS: 0.004,
  source: { kind: 'grand', velocity: 'release', feltHz: 2400 },
};
/** Under the note that is let go: as recorded, a string rings on at about −20 dB. */
const release = { instrument: RELEASE, gainDb: -20 } as const;

const felt = (
  id: string,
  felting: { readonly velocity: 4 | 7 | 10; readonly feltHz: number; readonly softenMs: number },
): Instrument => ({
  ...RINGS,
  id,
  pitches: pitches(33, 87, 6),
  sides: 2,
  lengthS: 5.5,
  toneHz: [3000, 12_000],
  source: { kind: 'grand', ...felting },
});
export const FELT_PIANO: Instrument = {
  ...felt('felt-piano', { velocity: 7, feltHz: 1700, softenMs: 13 }),
  softer: { at: 0.3, instrument: felt('felt-piano-soft', { velocity: 4, feltHz: 1500, softenMs: 16 }) },
  harder: { at: 0.48, instrument: felt('felt-piano-firm', { velocity: 10, feltHz: 2100, softenMs: 10 }) },
  release,
};

const open = (id: string, velocity: 4 | 7 | 10): Instrument => ({
  ...RINGS,
  id,
  pitches: pitches(33, 93, 6),
  sides: 2,
  lengthS: 3.5,
  toneHz: [3600, 16_000],
  source: { kind: 'grand', velocity, feltHz: 6500 },
});
export const PIANO: Instrument = {
  ...open('piano', 7),
  softer: { at: 0.34, instrument: open('piano-soft', 4) },
  harder: { at: 0.52, instrument: open('piano-firm', 10) },
  release,
};
