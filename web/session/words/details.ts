/** The words of the drawer. */
export const details = {
  title: 'Look closer',
  arousal: 'Arousal, an estimate',
  noEstimate: 'There is no estimate yet.',
  withheld: 'No estimate now.',
  estimate: (value: number, sd: number, quality: number): string =>
    `${value} of 100, give or take ${sd}; signal quality ${quality} %.`,
  legend: 'Line: the estimate, with its band. Dashed: the level the music aims at.',
  signal: 'Signal',
  corrected: 'Beats set aside in the last minute',
  rr: 'Last RR intervals',
  unknown: 'unknown',
  decisions: 'Last decisions',
  odds: 'What could have played, and how likely',
  leftOut: 'Left out:',
} as const;

/** A decision laid open. */
export const account = {
  title: 'The full account',
  rule: 'rule',
} as const;
