/** A reading that the file itself speaks against. */
export interface Suspicion {
  /** Whether figures would be wrong beyond use, so that none are given unless the person insists. */
  readonly refuse: boolean;
  /** What speaks against it and what settles it, for the person. */
  readonly sentence: string;
}
