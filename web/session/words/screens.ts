/** The words of a session's screens, one block a screen. */
export const before = {
  title: 'Before you begin',
  lead: 'Answer what you like, or nothing at all.',
  craving: 'How strong is the craving?',
  feeling: 'How do you feel?',
  posture: 'How are you placed?',
  context: 'Anything that moves your heart today?',
  listening: 'Heart rate from:',
  listeningNone: 'No heart rate. The music goes by the clock.',
  begin: 'Begin',
  skip: 'Skip and begin',
  back: 'Back',
} as const;

/** What a recording was taken for, in the quiet notice before a session. */
export const reading = {
  label: 'About this recording',
  takenFor: 'Read as:',
  partly: (why: string): string => `Only a part: ${why}`,
  more: (count: number): string => `${count} more`,
} as const;

export const session = {
  still: 'I am sitting still',
  starting: 'The music is on its way.',
  calmer: 'Calmer',
  livelier: 'Livelier',
  tooMuch: 'Too much',
  another: 'Something else',
  mark: 'I notice craving',
  marked: 'Noted',
  volume: 'Volume',
  breathing: 'Breathing and state',
  now: 'Music',
  connectAgain: 'Connect again',
  heartCaption: 'Heart rate, beats per minute',
  artefacts: 'Left out',
  heartText: 'Heart rate over the last 90 seconds; the current value is in the line of state.',
  howStrong: 'How strong is it?',
  keepRating: 'Keep this',
  noRating: 'Not now',
  left: 'left at most',
  heart: 'Heart rate',
  arousal: 'Arousal, estimated',
  upper: 'upper bound',
  lower: 'lower bound',
  target: 'level aimed at',
  closer: 'Look closer',
  finish: 'Finish here',
  resume: 'Go on',
  stoppedByFault: 'The session had to stop.',
  broken: 'Something in Attune failed, so the music is off. What was recorded is safe.',
  soundBlocked: 'The browser holds the sound back.',
  sound: 'Turn sound on',
  soundInterrupted: 'Sound was interrupted.',
  soundAgain: 'Tap to go on',
  noStrap: 'no strap',
} as const;

export const after = {
  title: 'That was your session',
  again: 'How strong is the craving now?',
  save: 'Keep this and finish',
  skip: 'Finish without rating',
  thanks: 'Thank you for taking this time.',
  hard: 'That is a hard place to be. You do not have to handle it alone.',
  picture: 'Your session in one picture',
  heart: 'Heart rate',
  artefacts: 'Dots at the lower edge: intervals that are no steady heartbeat and are left out of the line.',
  arousal: 'Arousal, estimated',
} as const;

/** What played when. */
export const strip = { title: 'Music; a deeper colour is livelier' } as const;

/** What may be taken up in place of more music. */
export const offers = {
  label: 'Other things that may help now',
  breath: 'Breathe with the guide',
  stop: 'Stop here',
  resume: 'Music again',
} as const;
