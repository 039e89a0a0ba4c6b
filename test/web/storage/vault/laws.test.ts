import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, seal, unseal } from '../../../../web/storage/vault/envelope.ts';
import { phraseOf, rootOf } from '../../../../web/storage/vault/phrase.ts';
import { masterKeyOf, newRoot } from '../../../../web/storage/vault/root.ts';
import { rootOfShares, sharesOf } from '../../../../web/storage/vault/shares.ts';

const root = fc.uint8Array({ minLength: 16, maxLength: 16 });
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const place = fc.record({ kind: fc.string(), id: fc.string() });

describe('seal', () => {
  it('opens with the same key in the same place, to the byte', () => {
    fc.assert(
      fc.property(key, place, fc.uint8Array(), (k, at, plain) => {
        expect(unseal(k, at, seal(k, at, plain))).toEqual(plain);
      }),
    );
  });

  it('opens in no other place, so that rows cannot be swapped', () => {
    fc.assert(
      fc.property(key, place, place, (k, at, other) => {
        fc.pre(at.kind !== other.kind || at.id !== other.id);
        const sealed = seal(k, at, bytesOf('text'));
        expect(unseal(k, other, sealed)).toBeUndefined();
        expect(unseal(k, other, { ...sealed, kind: other.kind })).toBeUndefined();
      }),
    );
  });

  it('opens with no bit changed, in no other version, and with no other key', () => {
    fc.assert(
      fc.property(key, key, place, fc.nat(), (k, other, at, bit) => {
        fc.pre(k.some((byte, i) => byte !== other[i]));
        const sealed = seal(k, at, bytesOf('some text'));
        const box = sealed.box.slice();
        box[(bit >> 3) % box.length]! ^= 1 << (bit & 7);
        expect(unseal(k, at, { ...sealed, box })).toBeUndefined();
        expect(unseal(k, at, { ...sealed, box: box.slice(0, bit % box.length) })).toBeUndefined();
        expect(unseal(k, at, { ...sealed, v: 2 })).toBeUndefined();
        expect(unseal(other, at, sealed)).toBeUndefined();
      }),
    );
  });

  it('is never the same twice', () => {
    const [k, at] = [masterKeyOf(newRoot()), { kind: 'a', id: 'b' }];
    expect(seal(k, at, bytesOf('text')).box).not.toEqual(seal(k, at, bytesOf('text')).box);
  });

  it('is undefined for whatever lies in the database instead of an envelope', () => {
    for (const other of [undefined, null, 1, 'text', {}, { v: 1, kind: 'a', nonce: [], box: [] }])
      expect(unseal(masterKeyOf(newRoot()), { kind: 'a', id: 'b' }, other)).toBeUndefined();
  });
});

describe('rootOf', () => {
  it('gives back every root from its twelve words, however they are written', () => {
    fc.assert(
      fc.property(root, fc.constantFrom(' ', ', ', '\n', '  1. '), (one, between) => {
        const words = phraseOf(one);
        expect(words).toHaveLength(12);
        expect(rootOf(words.join(between).toUpperCase())).toEqual(one);
      }),
    );
  });

  it('says the words of the standard for a root of zeros', () => {
    // The first test vector of BIP-39.
    expect(phraseOf(new Uint8Array(16)).join(' ')).toBe(`${'abandon '.repeat(11)}about`);
  });

  it('takes no eleven words, none that is not of the list, and no wrong checksum', () => {
    const words = phraseOf(new Uint8Array(16));
    expect(rootOf(words.slice(1).join(' '))).toBeUndefined();
    expect(rootOf([...words.slice(1), 'musik'].join(' '))).toBeUndefined();
    expect(rootOf('abandon '.repeat(12))).toBeUndefined();
  });
});

describe('rootOfShares', () => {
  it('gives back every root from any two cards and from all three', async () => {
    await fc.assert(
      fc.asyncProperty(root, async (one) => {
        const [a, b, c] = (await sharesOf(one)).map((words) => words.join(' ')) as [string, string, string];
        for (const cards of [
          [a, b],
          [c, a],
          [b, c],
          [a, b, c],
        ])
          expect(await rootOfShares(cards)).toEqual(one);
      }),
      { numRuns: 20 },
    );
  });
});
