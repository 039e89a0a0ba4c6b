/** What was published of a questionnaire: the spread of its scores, and how far it gives the same score twice. */
export interface Reliability {
  readonly sd: number;
  /** Test-retest, 0…1. */
  readonly retest: number;
}

/**
 * The smallest change of a score that error of measurement alone would bring in fewer than 1 of 20: 1.96 times the
 * standard error of a difference, √2·SD·√(1 − r).
 *
 * Source: Jacobson & Truax 1991, as set out by Blampied 2022, "Reliable change and the reliable change index"
 */
export const reliableChange = ({ sd, retest }: Reliability): number =>
  1.96 * Math.SQRT2 * sd * Math.sqrt(1 - retest);
