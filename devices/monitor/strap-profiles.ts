/** What is known about a model of strap beyond what it reports itself. */
export interface StrapProfile {
  readonly id: string;
  /** Matches the name that it advertises. */
  readonly name: RegExp;
  /** How it senses the heart beat. */
  readonly principle: 'electric' | 'optical';
  /** The quality of its intervals: beat by beat, smoothed over several beats, or none. */
  readonly intervals: 'each-beat' | 'smoothed' | 'none';
  /** Whether its contact bit is reliable. */
  readonly contact: 'trusted' | 'not-enough';
  /** A sentence for whoever looks after the strap. */
  readonly note: string;
}

/**
 * Straps with a peculiarity that matters; any other strap works without a profile. Found by name only; what a strap
 * can do is read from its packets, see `strapMonitor`.
 */
export const STRAP_PROFILES: readonly StrapProfile[] = [
  {
    id: 'polar-h10',
    name: /^Polar H10\b/i,
    principle: 'electric',
    intervals: 'each-beat',
    contact: 'not-enough',
    note: 'It may send plausible values while it is not worn, and drops the link 45 s after it comes off.',
  },
  {
    id: 'polar-optical',
    name: /^Polar (?:OH1|Sense|Verity)\b/i,
    principle: 'optical',
    intervals: 'none',
    contact: 'trusted',
    note: 'It sends heart rate only over the common service, so there is no heart rate variability.',
  },
  {
    id: 'optical-band',
    name: /^(?:Rhythm(?:24|\+)|TICKR FIT)/i,
    principle: 'optical',
    intervals: 'smoothed',
    contact: 'not-enough',
    note: 'It reads the pulse at the arm; intervals, where it sends any, are smoothed over several beats.',
  },
];

/** The profile of a strap of that name; `undefined` where nothing special is known. */
export const strapProfileOf = (name: string): StrapProfile | undefined =>
  STRAP_PROFILES.find((profile) => profile.name.test(name.trim()));
