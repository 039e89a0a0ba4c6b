/** A tunable number. */
export interface Tunable {
  readonly value: number;
  readonly unit: string;
  readonly range: readonly [number, number];
  /** A paper, a specification, or "judgement" where tuning is ours. */
  readonly source: string;
}

export type SettingsOf<Tunables> = { readonly [Name in keyof Tunables]: number };

/**
 * Defaults with `changes` on top, in the order of `tunables`.
 * @throws RangeError  a value outside its range, named with its range
 */
export function settingsFrom<Tunables extends Readonly<Record<string, Tunable>>>(
  tunables: Tunables,
  changes: Partial<SettingsOf<Tunables>>,
): SettingsOf<Tunables> {
  const entries = Object.entries(tunables).map(([name, { value, range, unit }]) => {
    const chosen = changes[name] ?? value;
    if (chosen >= range[0] && chosen <= range[1]) return [name, chosen] as const;
    throw new RangeError(`${name} must be within ${range[0]}–${range[1]} ${unit}, not ${chosen}`);
  });
  return Object.fromEntries(entries) as SettingsOf<Tunables>;
}
