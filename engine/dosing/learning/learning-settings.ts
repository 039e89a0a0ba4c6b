import { settingsFrom, type SettingsOf, type Tunable } from '../../config/tunable.ts';

/** The tunable numbers of learning: default, unit, range, source. Set before any result was seen. */
export const LEARNING_TUNABLES = {
  arousalPoints: {
    value: 10,
    unit: 'points per 1',
    range: [0, 100],
    source: 'judgement: the whole arousal scale counts as much as 10 points of craving',
  },
  arousalEvidence: {
    value: 90,
    unit: 'points per 1',
    range: [0, 200],
    source:
      'judgement: on top of arousalPoints where learning is concerned: ' +
      'a rating comes twice and is out by 7, the estimate comes each second',
  },
  skipPoints: { value: 2, unit: 'points', range: [0, 50], source: 'judgement: a skip costs little' },
  worsePoints: { value: 10, unit: 'points', range: [0, 100], source: 'judgement: "too much" costs a lot' },
  rewardQuality: {
    value: 0.5,
    unit: '1',
    range: [0, 1],
    source: 'judgement: below this mean quality of the signal nothing is learned',
  },
  effectSd: {
    value: 5,
    unit: 'points',
    range: [0.1, 50],
    source: 'judgement: pieces of one family rarely differ by more than 10 points',
  },
  meetingSd: {
    value: 3,
    unit: 'points',
    range: [0.1, 50],
    source: 'judgement: where a course begins matters less than what plays',
  },
  meetingLead: {
    value: 2,
    unit: 'points',
    range: [0, 50],
    source:
      'judgement: the rule’s own place is held to be this much better until a person’s sessions say otherwise',
  },
  baseSd: { value: 20, unit: 'points', range: [1, 100], source: 'judgement: weak' },
  noiseSd: {
    value: 12,
    unit: 'points',
    range: [1, 100],
    source: 'judgement: two ratings, each out by 7 or 8, and the day',
  },
  explored: {
    value: 0.15,
    unit: '1',
    range: [0, 1],
    source:
      'judgement: each of n pieces has at least this over n; ' +
      'nothing allowed is ruled out, so that logs can be evaluated',
  },
} as const satisfies Record<string, Tunable>;

export type LearningSettings = SettingsOf<typeof LEARNING_TUNABLES>;

/** Defaults with `changes` on top; see {@link settingsFrom}. */
export const learningSettings = (changes: Partial<LearningSettings> = {}): LearningSettings =>
  settingsFrom(LEARNING_TUNABLES, changes);
