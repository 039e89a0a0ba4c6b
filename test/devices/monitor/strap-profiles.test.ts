import { describe, expect, it } from 'vitest';
import { strapProfileOf, STRAP_PROFILES } from '../../../devices/index.ts';

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
