/** What somebody might want to change about craving, tier 1: default, unit, range, source. */
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
} as const;

export type CravingSettings = { readonly [Name in keyof typeof CRAVING_TUNABLES]: number };

/**
 * Defaults with `changes` on top.
 * @throws RangeError  a value outside its range, named with its range
 */
export function cravingSettings(changes: Partial<CravingSettings> = {}): CravingSettings {
  const setting = (name: keyof CravingSettings): number => {
    const { value, range, unit } = CRAVING_TUNABLES[name];
    const chosen = changes[name] ?? value;
    if (chosen >= range[0] && chosen <= range[1]) return chosen;
    throw new RangeError(`${name} must be within ${range[0]}–${range[1]} ${unit}, not ${chosen}`);
  };
  return {
    cravingRating: setting('cravingRating'),
    alarmProbability: setting('alarmProbability'),
    windowsPerDay: setting('windowsPerDay'),
  };
}
