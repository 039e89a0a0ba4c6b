import { describe, expect, it } from 'vitest';
import { chance } from '../../../engine/maths/random.ts';
import { paceOrder, RESONANCE_PACES } from '../../../engine/resonance/paces.ts';

const orders = Array.from({ length: 300 }, (_, seed) => paceOrder(chance(seed)));

describe('paceOrder', () => {
  it('has each pace once', () => {
    for (const order of orders) expect([...order].sort((a, b) => a - b)).toEqual(RESONANCE_PACES);
  });

  it('never leads from fast to slow or back over the session', () => {
    for (const order of orders) {
      const lean = order.reduce((sum, pace, i) => sum + (pace - 5.75) * (i - 2.5), 0);
      expect(Math.abs(lean / 8.75)).toBeLessThanOrEqual(0.09);
    }
  });

  it('differs from session to session, and any pace may come first', () => {
    expect(new Set(orders.map(String)).size).toBeGreaterThan(40);
    expect(new Set(orders.map(([first]) => first))).toEqual(new Set(RESONANCE_PACES));
  });
});
