/**
 * The probability, two-sided and exact, that fair coins would part as unevenly as these counts: the sign test. Ties are
 * left out before.
 *
 * @returns 0…1; 1 for no counts at all
 * Cost: O(a + b).
 */
export function signTest(a: number, b: number): number {
  return Math.min(1, 2 * fairTail(a + b, Math.min(a, b)));
}

/** Probability of at most `most` heads of `count` fair coins. */
export function fairTail(count: number, most: number): number {
  let term = 0.5 ** count;
  let total = 0;
  for (let heads = 0; heads <= most; heads++) {
    total += term;
    term *= (count - heads) / (heads + 1);
  }
  return total;
}
