import type { Protocol } from '../protocol.ts';

/** "Craving now": sound at once, quieter within two minutes, then music for as long as a wave tends to last. */
export const RESCUE: Protocol = {
  id: 'rescue',
  version: 1,
  title: 'Craving now',
  start: { family: 'calming', level: 3 },
  goal: { family: 'calming', level: 1 },
  stepS: 60,
  phases: [
    { id: 'meet', kind: 'match', goal: 'You are here. Breathe out slowly.', minS: 30, maxS: 30 },
    { id: 'ease', kind: 'step-down', goal: 'The music grows quieter with you.', minS: 60, maxS: 120 },
    { id: 'stay', kind: 'hold', goal: 'Stay as long as you like. The wave passes.', minS: 690, maxS: 690 },
    { id: 'reflect', kind: 'reflect', goal: 'Notice what is different now.', minS: 60, maxS: 60 },
  ],
};
