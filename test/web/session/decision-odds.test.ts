import { describe, expect, it } from 'vitest';
import { oddsOf } from '../../../web/session/decision-odds.tsx';

describe('oddsOf', () => {
  const decision = {
    drawn: true,
    eligible: ['cradle', 'still-water', 'night-harp'],
    probabilities: [0.3, 0.7, 0],
  };

  it('has what had a chance, the likeliest first', () => {
    expect(oddsOf(decision)).toEqual([
      { id: 'still-water', share: 0.7 },
      { id: 'cradle', share: 0.3 },
    ]);
  });

  it('is empty where nothing was drawn', () => {
    expect(oddsOf({ ...decision, drawn: false })).toEqual([]);
  });
});
