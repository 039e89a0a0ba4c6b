import { describe, expect, it } from 'vitest';
import { decodeHex } from '../../../engine/intervals/heart-rate-measurement.ts';
import { rrCapability } from '../../../engine/intervals/rr-capability.ts';

const times = (count: number, hex: string) => Array.from({ length: count }, () => hex);

describe('rrCapability', () => {
  it.each([
    ['one interval', ['104b3303'], 'rr'],
    ['an interval after a while without', [...times(30, '004b'), '104b3303'], 'rr'],
    ['heart rates after one interval', ['104b3303', ...times(30, '004b')], 'rr'],
    ['nine heart rates', times(9, '004b'), 'waiting'],
    ['ten heart rates', times(10, '004b'), 'heart-rate-only'],
    ['heart rates of 0', times(30, '0000'), 'waiting'],
    ['heart rates without contact', times(30, '044b'), 'waiting'],
    ['an interval with contact', ['164b3303'], 'rr'],
  ] as const)('tells from %s', (_, packets, expected) => {
    const capabilityOf = rrCapability();
    const told = packets.map((hex) => {
      const decoded = decodeHex(hex);
      return decoded.ok ? capabilityOf(decoded.value) : undefined;
    });
    expect(told.at(-1)).toBe(expected);
  });
});
