import type { Turn } from './tour.ts';

/** One quiet sentence at each turn of the story. */
export const turns: Readonly<Record<Turn, string>> = {
  listening:
    'A recorded heart, of somebody who is being upset. The music begins at once, and the heart is listened to.',
  upset:
    'It beats well above its resting rate: arousal is estimated high. “Look closer” shows how sure that is.',
  met: 'First the music comes nearer to how it is: one step livelier than it began.',
  'missed-beat': 'The strap missed a beat. It is marked in the trace and left out of the figures.',
  'led-down': 'The estimate falls, and the music leads on down: a step at a time, at most one a minute.',
  lost: 'The strap is lost. The music goes on.',
  withheld: 'Too long without a beat to estimate anything, so nothing is shown. The music goes by the clock.',
  back: 'The strap is back, and soon the estimate too.',
  settled: 'Near its resting level again. A real session does this in ten to fifteen minutes.',
};
