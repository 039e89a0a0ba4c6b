/** What may go wrong between a heart and a page; shares are 0–1, what is absent does not happen. */
export interface Faults {
  readonly seed: number;
  /** Share of notifications that never arrive. */
  readonly lostShare?: number;
  /** Share of notifications that arrive late, together with those behind them, since radio keeps their order. */
  readonly lateShare?: number;
  /** How late, ms; 2000 unless told. */
  readonly lateMs?: number;
  /** Share of notifications that arrive twice. */
  readonly duplicateShare?: number;
  /** Every so often everything is held back, then arrives at once. */
  readonly bursts?: { readonly everyMs: number; readonly heldMs: number };
  /** Every so often the link is gone, and what the strap sends with it. */
  readonly drops?: { readonly everyMs: number; readonly goneMs: number };
  /** Share of notifications that say "no contact" of a strap that is worn. */
  readonly wrongContactShare?: number;
  /** The strap's own heart rate is this many times the true one. */
  readonly rateFactor?: number;
  /** Share of notifications with one interval off by a jump of the strap's beat counter. */
  readonly counterJumpShare?: number;
  /** The battery is flat after so long: its level falls to 0, then the link is gone for good. */
  readonly batteryMs?: number;
}

/**
 * The faults, checked.
 * @throws RangeError  a share outside 0–1, or a time that is not above 0
 */
export function checkedFaults(faults: Faults): Faults {
  const { lostShare, lateShare, duplicateShare, wrongContactShare, counterJumpShare } = faults;
  const shares = { lostShare, lateShare, duplicateShare, wrongContactShare, counterJumpShare };
  for (const [name, share] of Object.entries(shares))
    if (share !== undefined && !(share >= 0 && share <= 1))
      throw new RangeError(`${name} must be from 0 to 1, not ${share}`);
  const times = {
    lateMs: faults.lateMs,
    'bursts.everyMs': faults.bursts?.everyMs,
    'bursts.heldMs': faults.bursts?.heldMs,
    'drops.everyMs': faults.drops?.everyMs,
    'drops.goneMs': faults.drops?.goneMs,
    rateFactor: faults.rateFactor,
    batteryMs: faults.batteryMs,
  };
  for (const [name, value] of Object.entries(times))
    if (value !== undefined && !(value > 0)) throw new RangeError(`${name} must be above 0, not ${value}`);
  return faults;
}
