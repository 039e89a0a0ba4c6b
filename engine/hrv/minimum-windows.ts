/**
 * Seconds of accepted intervals below which a figure is withheld: it would be meaningless.
 *
 * RMSSD and heart rate: Munoz 2015, doi:10.1371/journal.pone.0138921. SDNN, pNN50 and the Poincaré
 * figures: Shaffer 2020, doi:10.3389/fnins.2020.594880 (60 s). Bands: Task Force 1996,
 * doi:10.1161/01.CIR.93.5.1043: ten periods of the lowest frequency, so HF 1 min and LF 2 min; VLF and
 * total power 5 min. DFA-α1: two minutes, about 16 × 8 beats.
 */
export const MINIMUM_WINDOW_S = {
  meanNn: 10,
  meanHr: 10,
  meanInstantaneousHr: 10,
  rmssd: 30,
  sdnn: 60,
  pnn50: 60,
  sd1: 60,
  sd2: 60,
  dfaAlpha1: 120,
  baevskyStressIndex: 120,
  hf: 60,
  lf: 120,
  vlf: 300,
  coherence: 60,
} as const;

export type Figure = keyof typeof MINIMUM_WINDOW_S;

/** Beats seldom fill a window to its edges: a twentieth may be missing. */
const TOLERANCE = 0.95;

export const longEnough = (figure: Figure, coveredS: number): boolean =>
  coveredS >= TOLERANCE * MINIMUM_WINDOW_S[figure];
