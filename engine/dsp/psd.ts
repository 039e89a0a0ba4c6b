/** A one-sided power spectral density: bin k lies at `firstHz` + k·`binWidthHz`. */
export interface Psd {
  /** Density of the bins, in the square of the series' unit per Hz. */
  readonly density: Float64Array;
  /** Width of a bin, Hz. */
  readonly binWidthHz: number;
  /** Frequency of bin 0; absent: 0. */
  readonly firstHz?: number;
}

/** Low and high end, Hz. */
export type Band = readonly [number, number];

export const frequencyOf = ({ binWidthHz, firstHz = 0 }: Psd, bin: number): number =>
  firstHz + bin * binWidthHz;

/** ΣP·Δf over all bins. */
export const totalPower = ({ density, binWidthHz }: Psd): number =>
  density.reduce((sum, p) => sum + p, 0) * binWidthHz;
