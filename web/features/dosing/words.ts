/** The screen of what dosing keeps of a person. */
export const dosing = {
  title: 'Limits and learning',
  lead: 'What Attune remembers from one session to the next, and what it must respect.',
  linkOff: 'what is set aside, limits, learning (off)',
  linkOn: 'what is set aside, limits, learning (on)',
  aside: 'Set aside after a hard moment',
  asideHint: 'Craving rose clearly while these played. Nobody knows whether it was the music.',
  asideNone: 'Nothing is set aside.',
  free: (title: string) => `Play ${title} again`,
  limits: 'Limits, agreed with your clinician',
  level: 'Nothing livelier than level',
  levelNone: 'no limit',
  minutes: 'Minutes of music a day',
  minutesHint: 'Empty: the usual 240. “Craving now” is never withheld by minutes.',
  heard: (minutes: number, share: number) =>
    `In the last seven days about ${minutes} minutes, ${share} % of a week’s sound for the ears, ` +
    'as far as can be estimated.',
  learning: 'Let the music learn from my sessions',
  what: [
    'After each session with a strap it notes which pieces went along with a falling heartbeat and ' +
      'craving, and where it was good to meet you.',
    'It is a table of sums: not when, not what you wrote, nothing that you said. It stays in this ' +
      'browser and in the logs of your sessions.',
    'It chooses only among what is allowed anyway, and never rules a piece out. A session itself is ' +
      'never changed by what it learns in it.',
    'With your consent only. Off holds at once, in a session under way as well; then the rules choose, ' +
      'as they always did.',
  ],
  learned: (sessions: number, observations: number) =>
    sessions === 0
      ? 'Nothing has been learned yet.'
      : `${sessions === 1 ? 'One session was' : `${sessions} sessions were`} looked at; ` +
        `${observations} of their stretches taught something.`,
  stop: 'Stop it in the session under way',
  stopped: 'Stopped. The rules choose from here on.',
  read: 'Read what was learned',
  export: 'Save it as a file',
  delete: 'Forget what was learned',
  deleteSure:
    'Forget all of it? This cannot be undone. Logs of past sessions keep what they say until you delete them.',
  deleteYes: 'Forget it',
  deleteNo: 'Keep it',
} as const;
