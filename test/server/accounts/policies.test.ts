import { describe, expect, it } from 'vitest';
import { deviceName } from '../../../server/accounts/device-name.ts';
import { addressKey, OF_ACCOUNT, waitAfter } from '../../../server/accounts/lock-out.ts';
import { argon2Hasher } from '../../../server/accounts/password-hasher.ts';
import { newRecoveryCode, newToken } from '../../../server/accounts/secret-token.ts';
import { foldSignInName } from '../../../server/accounts/sign-in-name.ts';

describe('argon2Hasher', () => {
  it('costs what OWASP advises, and each hash has its own salt', async () => {
    const { hash, isRight } = argon2Hasher();
    const [one, other] = [await hash('seven grey herons'), await hash('seven grey herons')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(other).not.toBe(one);
    expect([await isRight(one, 'seven grey herons'), await isRight(one, 'seven grey heron')]).toEqual([
      true,
      false,
    ]);
  });

  it('is right for nothing where what is kept is no hash', async () => {
    expect(await argon2Hasher().isRight('rubbish', 'rubbish')).toBe(false);
  });
});

describe('waitAfter', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 30_000],
    [6, 60_000],
    [9, 480_000],
    [10, 900_000],
    [1e9, 900_000],
  ])('is after %d failures %d ms', (failures, waitMs) =>
    expect(waitAfter(failures, OF_ACCOUNT)).toBe(waitMs),
  );
});

describe('addressKey', () => {
  it.each([
    ['192.0.2.7', 'address 192.0.2.7'],
    ['::ffff:192.0.2.7', 'address ::ffff:192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', 'address 2001:db8:1:2'],
    ['2001:db8::6', 'address 2001:db8:0:0'],
    ['::1', 'address 0:0:0:0'],
  ])('of %s is %s', (address, key) => expect(addressKey(address)).toBe(key));
});

describe('deviceName', () => {
  it.each([
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari, iOS',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, Windows'],
    ['Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36', 'Chrome, Android'],
    ['curl/8.0', ''],
    ['', ''],
  ])('of %s is %s', (agent, name) => expect(deviceName(agent)).toBe(name));
});

describe('foldSignInName', () => {
  it('is the same for what looks the same', () =>
    expect(foldSignInName('  ＡNNA@Clinic.example ')).toBe('anna@clinic.example'));
});

describe('tokens', () => {
  it('have 256 bits, recovery codes ten letters of 31, none likelier than another', () => {
    expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
    const counts = new Map<string, number>();
    for (let i = 0; i < 3100; i += 1)
      for (const letter of newRecoveryCode().replace('-', ''))
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(31);
    // 1000 each are expected; six standard deviations are 187.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(187);
  });
});
