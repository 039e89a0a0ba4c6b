import { Secret, TOTP } from 'otpauth';
import type { AccountPorts } from './account-ports.ts';
import { foldRecoveryCode } from './secret-token.ts';

const PERIOD_MS = 30_000;

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, thirty seconds. */
const totpOf = (secret: Secret, label: string): TOTP =>
  new TOTP({ issuer: 'Attune', label, secret, algorithm: 'SHA1', digits: 6, period: PERIOD_MS / 1000 });

/** A secret of 160 bits, as RFC 4226 advises, and the address that an app reads it from. */
export const newCodeSecret = (signInName: string): { readonly secret: string; readonly uri: string } => {
  const secret = new Secret({ size: 20 });
  return { secret: secret.base32, uri: totpOf(secret, signInName).toString() };
};

/**
 * Whether `code` is the app's of now, or of half a minute before or after, and was not taken before. It is taken by
 * that.
 */
export const takeCode = async (
  { accountId, secret, code }: { readonly accountId: string; readonly secret: string; readonly code: string },
  { store, clock }: AccountPorts,
): Promise<boolean> => {
  const timestamp = clock();
  const token = code.replaceAll(' ', '');
  const delta = totpOf(Secret.fromBase32(secret), '').validate({ token, window: 1, timestamp });
  if (delta === null) return false;
  return store.codes.take(accountId, Math.floor(timestamp / PERIOD_MS) + delta);
};

/** The same of a confirmed app or a recovery code, which is used up. */
export const takeAnyCode = async (accountId: string, code: string, ports: AccountPorts): Promise<boolean> => {
  const { codes } = ports.store;
  if (!/^[\d ]+$/.test(code))
    return codes.takeRecovery(accountId, await keptRecoveryCode(accountId, code, ports));
  const secret = await codes.secretOf(accountId, true);
  return secret !== undefined && takeCode({ accountId, secret, code }, ports);
};

/** What is kept of a recovery code: 50 bits are few enough to be tried, so at a password's cost (ASVS 6.5.2). */
export const keptRecoveryCode = (
  accountId: string,
  code: string,
  { hasher }: AccountPorts,
): Promise<string> => hasher.derive(foldRecoveryCode(code), accountId);
