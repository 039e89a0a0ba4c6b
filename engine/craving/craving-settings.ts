import { settingsFrom, type SettingsOf, type Tunable } from '../config/tunable.ts';

/** The tunable numbers of craving, tier 1: default, unit, range, source. */
export const CRAVING_TUNABLES = {
  cravingRating: {
    value: 50,
    unit: 'points',
    range: [1, 100],
    source: 'judgement: from the middle of the scale on, a rating counts as craving',
  },
  alarmProbability: {
    value: 0.5,
    unit: '1',
    range: [0.05, 0.95],
    source: 'judgement: where a forecast would be called an alarm, for the count of false ones',
  },
  windowsPerDay: {
    value: 64,
    unit: '1/d',
    range: [1, 1440],
    source: 'judgement: a look every 15 min over 16 waking hours',
  },
} as const satisfies Record<string, Tunable>;

export type CravingSettings = SettingsOf<typeof CRAVING_TUNABLES>;

/** Defaults with `changes` on top; see {@link settingsFrom}. */
export const cravingSettings = (changes: Partial<CravingSettings> = {}): CravingSettings =>
  settingsFrom(CRAVING_TUNABLES, changes);
