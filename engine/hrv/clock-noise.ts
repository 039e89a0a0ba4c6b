/**
 * Power below which a series shows no rhythm, ms²: rounding intervals to 1/1024 s alone makes 0.08 ms² (a twelfth
 * of the step's square), and a constant series has the rounding of its arithmetic.
 */
export const CLOCK_NOISE_MS2 = 0.1;
