import type { Faults } from './faults.ts';

/** The faults that the laboratory can switch on one by one, each severe enough to notice within minutes. */
export const FAULT_PRESETS = {
  lost: { lostShare: 0.1 },
  late: { lateShare: 0.1, lateMs: 2500 },
  duplicate: { duplicateShare: 0.2 },
  burst: { bursts: { everyMs: 60_000, heldMs: 8000 } },
  contact: { wrongContactShare: 0.1 },
  bpm: { rateFactor: 1.25 },
  drop: { drops: { everyMs: 60_000, goneMs: 15_000 } },
  battery: { batteryMs: 300_000 },
  counter: { counterJumpShare: 0.05 },
} as const satisfies Record<string, Omit<Faults, 'seed'>>;

export type FaultName = keyof typeof FAULT_PRESETS;
export const FAULT_NAMES = Object.keys(FAULT_PRESETS) as readonly FaultName[];

/** The presets of these names, combined. */
export const faultsNamed = (names: Iterable<FaultName>, seed: number): Faults =>
  Object.assign({ seed }, ...Array.from(names, (name) => FAULT_PRESETS[name])) as Faults;
