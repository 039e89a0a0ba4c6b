import type { Chance } from '../maths/random.ts';

/** The paces that are tried, breaths a minute. Source: Lehrer 2000, doi:10.1023/A:1009554825745 (4.5–6.5), and 7. */
export const RESONANCE_PACES: readonly number[] = [4.5, 5, 5.5, 6, 6.5, 7];

/** Of all orders, those in which pace and place in the session have next to no correlation: ten in a hundred. */
const MOST_CORRELATION = 0.09;

/**
 * An order to try the paces in, drawn evenly from those in which the pace neither rises nor falls over the session, so
 * that a heart that calms down on the way is not taken for one that likes the later paces.
 */
export function paceOrder(chance: Chance): readonly number[] {
  for (;;) {
    const order = shuffled(RESONANCE_PACES, chance);
    if (Math.abs(correlationWithPlace(order)) <= MOST_CORRELATION) return order;
  }
}

function shuffled(values: readonly number[], chance: Chance): readonly number[] {
  const order = [...values];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Of evenly spaced values with their index. */
function correlationWithPlace(order: readonly number[]): number {
  const middle = (order.length - 1) / 2;
  const mean = order.reduce((sum, pace) => sum + pace, 0) / order.length;
  let [both, pace2, place2] = [0, 0, 0];
  order.forEach((pace, i) => {
    both += (pace - mean) * (i - middle);
    pace2 += (pace - mean) ** 2;
    place2 += (i - middle) ** 2;
  });
  return both / Math.sqrt(pace2 * place2);
}
