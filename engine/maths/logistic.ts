/** The logistic function: a logit as a probability. */
export const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** ln(1 + eˣ) without overflow. */
export const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
