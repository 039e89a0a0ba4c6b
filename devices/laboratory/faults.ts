/** What can go wrong between a heart and a page. Shares are 0–1; an absent fault does not occur. */
export interface Faults {
  readonly seed: number;
  /** Share of notifications that never arrive. */
  readonly lostShare?: number;
  /** Share of notifications that arrive late, together with those behind them, since radio keeps their order. */
  readonly lateShare?: number;
  /** How late, ms; 2000 by default. */
  readonly lateMs?: number;
  /** Share of notifications that arrive twice. */
  readonly duplicateShare?: number;
  /** At regular intervals everything is held back, then arrives at once. */
  readonly bursts?: { readonly everyMs: number; readonly heldMs: number };
  /** At regular intervals the link is lost, and with it what the strap sends meanwhile. */
  readonly drops?: { readonly everyMs: number; readonly goneMs: number };
  /** Share of notifications that report "no contact" although the strap is worn. */
  readonly wrongContactShare?: number;
  /** The strap's own heart rate is this many times the true one. */
  readonly rateFactor?: number;
  /** Share of notifications with one interval falsified by a jump of the strap's beat counter. */
  readonly counterJumpShare?: number;
  /** Time until the battery is flat, ms: its level falls to 0, then the link is lost for good. */
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
