import { describe, expect, it } from 'vitest';
import { coarseAddress } from '../../../server/access/coarse-address.ts';

describe('coarseAddress', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:12:3400::1', '2001:db8:12::/48'],
    ['::1', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['nowhere', undefined],
  ])('makes of %s its network', (address, network) => {
    expect(coarseAddress(address)).toBe(network);
  });
});
