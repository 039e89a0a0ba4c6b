/** One line for each kind of session; a protocol that is not here has its own purpose. */
export const kindLines: Readonly<Record<string, string>> = {
  'craving-session': 'From where you are to where it is quiet. The daily one.',
  activation: 'From flat to a little livelier, as far as your heart leaves room.',
  'after-hard-session': 'Settling down after a hard hour of therapy.',
  'resonance-assessment': 'Quiet, and six paces of breathing, to find the one that suits you.',
  'rhythm-session': 'A pulse to tap along to, then a rhythm of your own.',
  'group-session': 'Rhythm, listening and talk, together in one room.',
  'guided-relaxation': 'Slowly through the body, with music under it.',
  demonstration: 'A session in short, over a recorded heart: met, led down, settled.',
  exposure: 'Short excerpts of songs that pull at you, together with your clinician.',
};

export const kinds = {
  legend: 'What kind of session?',
  other: 'Another kind',
  locked: 'Locked. It can stir craving up, so your clinician unlocks it and is there with you.',
  drawn: (from: string, to: string) => `The music begins at ${from} and ends at ${to}.`,
} as const;
