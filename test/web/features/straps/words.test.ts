import { describe, expect, it } from 'vitest';
import { badgeOf } from '../../../../web/features/straps/words.ts';

describe('badgeOf', () => {
  it('says of a band without intervals that it gives no variability', () => {
    const capabilities = { beats: 'heart-rate-only', contact: undefined } as const;
    expect(badgeOf({ name: 'TICKR FIT', state: 'streaming', off: false, capabilities })[0]).toContain(
      'no variability',
    );
  });
});
