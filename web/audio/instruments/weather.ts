import type { Instrument } from './instrument.ts';

const noise = (
  of: 'surf' | 'rain' | 'wind' | 'stream' | 'breath',
  sides: { readonly sides?: 2 },
): Instrument => ({
  id: of,
  pitches: [60],
  pitched: false,
  ...sides,
  loops: true,
  lengthS: 10,
  attackS: 2,
  releaseS: 1.4,
  source: { kind: 'noise', of },
});
export const SURF = noise('surf', { sides: 2 });
export const RAIN = noise('rain', { sides: 2 });
export const WIND = noise('wind', { sides: 2 });
export const STREAM = noise('stream', { sides: 2 });
/** The pacer's own sound: soft air in the middle, for a swell that is breathed with. */
export const BREATH = noise('breath', {});
