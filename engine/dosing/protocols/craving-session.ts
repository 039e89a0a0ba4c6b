import type { Protocol } from '../protocol.ts';

/** The daily session: 10–15 minutes, from where the person is to where it is quiet. */
export const CRAVING_SESSION: Protocol = {
  id: 'craving-session',
  version: 1,
  title: 'Craving session',
  start: { family: 'calming', level: 2 },
  goal: { family: 'calming', level: 1 },
  stepS: 120,
  phases: [
    { id: 'settle', kind: 'settle', goal: 'Sit and arrive. Nothing to do.', minS: 40, maxS: 180 },
    { id: 'match', kind: 'match', goal: 'The music meets you where you are.', minS: 60, maxS: 90 },
    {
      id: 'shift',
      kind: 'step-down',
      goal: 'The music grows quieter, a step at a time.',
      minS: 260,
      maxS: 370,
    },
    { id: 'hold', kind: 'hold', goal: 'Stay here for a while.', minS: 180, maxS: 180 },
    { id: 'reflect', kind: 'reflect', goal: 'Notice what is different now.', minS: 60, maxS: 60 },
  ],
};
