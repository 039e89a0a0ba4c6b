import { handDrum } from './hand-drum.ts';
import { pluckedString } from './plucked-string.ts';
import { struckString } from './struck-string.ts';
import { warmPad } from './warm-pad.ts';

export { frequencyOf, type Instrument } from './instrument.ts';
export { SURF } from './surf.ts';

export const FELT_PIANO = struckString({ id: 'felt-piano', slope: 1.5, attackS: 0.012, knock: 0.05 });
export const BRIGHT_PIANO = struckString({ id: 'bright-piano', slope: 0.9, attackS: 0.004, knock: 0.03 });

export const HARP = pluckedString({ id: 'harp', brightness: 0.3, ringS: 3.6, point: 0.42, lengthS: 4 });
export const LUTE = pluckedString({ id: 'lute', brightness: 0.7, ringS: 2.2, point: 0.18, lengthS: 2.5 });
export const BASS = pluckedString({ id: 'bass', brightness: 0.06, ringS: 1.6, point: 0.3, lengthS: 2.5 });

export const WARM_PAD = warmPad({ id: 'warm-pad', slope: 1.7, widthCents: 28, even: 0.75 });
export const HOLLOW_PAD = warmPad({ id: 'hollow-pad', slope: 1.35, widthCents: 36, even: 0.3 });

export const DRUM_LOW = handDrum({
  id: 'drum-low',
  lengthS: 0.9,
  modes: [
    [1, 1, 0.22],
    [1.59, 0.25, 0.09],
    [2.14, 0.1, 0.06],
  ],
  bend: 5,
  slap: [0.12, 700, 0.012],
});
export const DRUM_OPEN = handDrum({
  id: 'drum-open',
  lengthS: 0.5,
  modes: [
    [1, 0.7, 0.11],
    [1.59, 0.5, 0.08],
    [2.3, 0.3, 0.05],
    [2.92, 0.15, 0.03],
  ],
  bend: 2,
  slap: [0.3, 1500, 0.02],
});
export const SHAKER = handDrum({ id: 'shaker', lengthS: 0.25, modes: [], bend: 0, slap: [1, 5000, 0.035] });
