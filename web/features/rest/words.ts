import type { BaselineStratum, UsualRest } from '../../../engine/index.ts';

/** The words of "Your resting heart". */
export const rest = {
  title: 'Your resting heart',
  lead:
    'Each session with a strap begins with two quiet minutes. They show how your heart rests; the ' +
    'estimate stands on that.',
  linkHint: 'how your heart rests, over 60 days',
  empty:
    'Nothing is here yet. Sit quietly for the first minutes of a session with a strap, and its resting ' +
    'heart rate appears here.',
  use:
    'From five sessions of the last 60 days in the same posture and part of the day on, a new session ' +
    'begins with what is usual for you and does not have to wait. Rest that is much faster than usual is ' +
    'then not taken for rest.',
  across: 'the last 60 days',
  up: 'Resting heart rate, beats a minute',
  table: 'What is usual for you',
  tooFew: 'five sessions needed',
  when: 'When',
  sessions: 'Sessions',
  rate: 'Heart rate',
  variability: 'RMSSD',
  delete: 'Delete these figures',
  deleteSure:
    'Delete the resting figures of all sessions? The sessions themselves stay. This cannot be undone.',
  deleteYes: 'Delete',
  deleteNo: 'Keep them',
  deleted: 'Deleted.',
} as const;

export const stratumText = ({ posture, timeOfDay }: BaselineStratum): string =>
  `${posture}, ${timeOfDay === 'night' ? 'at night' : `in the ${timeOfDay}`}`;

/** Median and the error of it. */
export const usualRateText = ({ heartRateBpm: { median, se } }: UsualRest): string =>
  `${median.toFixed(0)} bpm, give or take ${Math.max(1, se).toFixed(0)}`;

/** Of a logarithm: the error as a factor. */
export const usualVariabilityText = ({ lnRmssd }: UsualRest): string =>
  lnRmssd ? `${Math.exp(lnRmssd.median).toFixed(0)} ms` : '–';

/** The picture in words. */
export const restsText = (count: number, low: number, high: number): string =>
  `${count} ${count === 1 ? 'session' : 'sessions'}, ` +
  `resting at ${low.toFixed(0)} to ${high.toFixed(0)} beats a minute.`;
