/** A tag as the log has it and as the screen says it. */
export interface Choice {
  readonly tag: string;
  readonly label: string;
}

export const FEELINGS: readonly Choice[] = [
  { tag: 'feeling:calm', label: 'Calm' },
  { tag: 'feeling:tense', label: 'Tense' },
  { tag: 'feeling:restless', label: 'Restless' },
  { tag: 'feeling:low', label: 'Low' },
  { tag: 'feeling:angry', label: 'Angry' },
  { tag: 'feeling:lonely', label: 'Lonely' },
  { tag: 'feeling:numb', label: 'Numb' },
  { tag: 'feeling:hopeful', label: 'Hopeful' },
];

/** How the body is: rest is compared with rest in the same posture. */
export const POSTURES: readonly Choice[] = [
  { tag: 'sitting', label: 'Sitting' },
  { tag: 'lying', label: 'Lying down' },
  { tag: 'standing', label: 'Standing' },
];

/** What moves the heart for reasons of its own. */
export const CONTEXTS: readonly Choice[] = [
  { tag: 'caffeine', label: 'Coffee or tea' },
  { tag: 'nicotine', label: 'Nicotine' },
  { tag: 'meal', label: 'Just ate' },
  { tag: 'exercise', label: 'Exercise in the last hour' },
  { tag: 'poor-sleep', label: 'Slept badly' },
  { tag: 'illness', label: 'Feeling ill' },
];
