import type { Instrument } from './instrument.ts';
import { pitches } from './pitches.ts';

/** What sounds as long as it is held; scores say how it swells. */
const HOLDS = { pitched: true, sides: 2, loops: true, lengthS: 5, attackS: 2, releaseS: 1.4 } as const;
/** A bow on its way into the loop, or a breath. */
const BEGINS = { loops: false, lengthS: 1.6, attackS: 0.03, releaseS: 0.25 } as const;

/** A held instrument with the beginning of its own notes before the loop. */
const withOnset = (instrument: Instrument): Instrument => ({
  ...instrument,
  onset: { ...instrument, ...BEGINS, id: `${instrument.id}-onset` },
});

export const STRINGS = withOnset({
  ...HOLDS,
  id: 'strings',
  pitches: pitches(38, 86, 6),
  source: { kind: 'font', program: 49, velocity: 60 },
});
export const VOICES = withOnset({
  ...HOLDS,
  id: 'voices',
  pitches: pitches(43, 79, 6),
  source: { kind: 'font', program: 53, velocity: 60 },
});
/** Rubbed glasses. */
export const GLASS = withOnset({
  ...HOLDS,
  id: 'glass',
  pitches: pitches(62, 92, 5),
  source: { kind: 'glass' },
});
/** Pads come from the middle: they are the first that is heard, and half the sound is decoded in half the time. */
const { sides: _sides, ...MIDDLE } = HOLDS;
export const WARM_PAD: Instrument = {
  ...MIDDLE,
  id: 'warm-pad',
  pitches: pitches(35, 80, 5),
  source: { kind: 'pad', slope: 1.7, widthCents: 28, even: 0.75 },
};
export const HOLLOW_PAD: Instrument = {
  ...MIDDLE,
  id: 'hollow-pad',
  pitches: pitches(50, 85, 5),
  source: { kind: 'pad', slope: 1.35, widthCents: 36, even: 0.3 },
};

/** From a velocity on the font has the attack of the bow, too. */
const cello = (id: string, velocity: number): Instrument => ({
  id,
  pitches: pitches(36, 69, 5),
  pitched: true,
  lengthS: 5,
  loops: false,
  attackS: 0.12,
  toneHz: [3400, 14_000],
  releaseS: 0.2,
  source: { kind: 'font', program: 42, velocity },
});
export const CELLO: Instrument = {
  ...cello('cello', 55),
  harder: { at: 0.5, instrument: cello('cello-firm', 92) },
};
export const FLUTE: Instrument = {
  id: 'flute',
  pitches: pitches(62, 92, 5),
  pitched: true,
  lengthS: 4.5,
  loops: false,
  attackS: 0.08,
  toneHz: [5000, 16_000],
  releaseS: 0.15,
  source: { kind: 'font', program: 73, velocity: 55 },
};
