/** The words of Today. */
export const today = {
  title: 'Today',
  lead: 'Attune plays calm music and lets your heartbeat guide it.',
  limits: 'It is self-help. It does not diagnose or treat, and its readings are estimates.',
  craving: 'Craving now',
  cravingHint: 'Music at once. No questions, no strap.',
  /** Said between the press and the first sound, as the shell says it. */
  coming: 'Music is coming…',
  yours: 'Yours',
  underWay: 'A session is under way. Back to it',
  failed: 'Attune could not be loaded. Please reload this page.',
} as const;
