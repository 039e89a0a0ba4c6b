import { describe, expect, it } from 'vitest';
import { capabilityReader, strapProfileOf, STRAP_PROFILES } from '../../../devices/index.ts';

const times = (count: number, hex: string) => Array.from({ length: count }, () => hex);

describe('capabilityReader', () => {
  it.each([
    ['nothing yet', [], { beats: 'waiting', contact: undefined }],
    ['one interval', ['104b3303'], { beats: 'rr', contact: false }],
    ['an interval after a while without', [...times(30, '004b'), '104b3303'], { beats: 'rr' }],
    ['nine heart rates', times(9, '004b'), { beats: 'waiting' }],
    ['ten heart rates', times(10, '004b'), { beats: 'heart-rate-only', contact: false }],
    ['heart rates of 0', times(30, '0000'), { beats: 'waiting' }],
    ['heart rates without contact', times(30, '044b'), { beats: 'waiting', contact: true }],
    ['an interval with contact', ['164b3303'], { beats: 'rr', contact: true }],
    ['payloads that are none', times(30, ''), { beats: 'waiting', contact: undefined }],
  ])('tells %s', (_, packets, expected) => {
    const read = capabilityReader();
    let told = read('');
    for (const hex of packets) told = read(hex);
    expect(told).toMatchObject(expected);
  });
});

describe('strapProfileOf', () => {
  it.each([
    ['Polar H10 A1B2C3D4', 'polar-h10'],
    ['Polar Sense 0AAB5C22', 'polar-optical'],
    ['Polar H9 12345678', undefined],
    ['', undefined],
  ])('knows %j as %j', (name, id) => {
    expect(strapProfileOf(name)?.id).toBe(id);
  });

  it('has each profile once', () => {
    expect(new Set(STRAP_PROFILES.map(({ id }) => id)).size).toBe(STRAP_PROFILES.length);
  });
});
