import { ProviderFault, type Identity, type ProviderOptions } from './provider.ts';

type Claims = Readonly<Record<string, unknown>>;

/**
 * Who it is by what the provider said.
 *
 * @param claims  those of the ID token, over those of its userinfo
 * @throws ProviderFault `not-fitting`  a claim that is needed is missing
 */
export const identityOf = (
  claims: Claims,
  { claim, groupsClaim, acr, demandsFactors }: ProviderOptions,
): Identity => {
  const name = textIn(claims, claim);
  const subject = textIn(claims, 'sub');
  if (name === undefined || subject === undefined)
    throw new ProviderFault('not-fitting', `its answer has no claim ${name === undefined ? claim : 'sub'}`);
  const session = textIn(claims, 'sid');
  const shownName = textIn(claims, 'name');
  const signInName = textIn(claims, 'preferred_username') ?? textIn(claims, 'email');
  const { auth_time: authTime } = claims;
  return {
    ...{ name, subject },
    ...(session !== undefined && { session }),
    // Who does not say when has proved nothing lately.
    provedAtMs: typeof authTime === 'number' && Number.isFinite(authTime) ? authTime * 1000 : 0,
    isStrong: demandsFactors || saysTwoFactors(claims, acr),
    groups: groupsClaim === undefined ? [] : textsIn(claims, groupsClaim),
    ...(shownName !== undefined && { shownName }),
    ...(signInName !== undefined && { signInName }),
  };
};

/** Whether all that is needed of a person is there. */
export const isComplete = (claims: Claims, { claim, groupsClaim, scopes }: ProviderOptions): boolean =>
  [claim, ...(groupsClaim === undefined ? [] : [groupsClaim])].every((name) => name in claims) &&
  (!scopes.includes('profile') || 'name' in claims);

/** `amr` has `mfa` where several factors were used (RFC 8176); what `acr` means is the provider's own. */
const saysTwoFactors = (claims: Claims, acr: readonly string[]): boolean =>
  textsIn(claims, 'amr').includes('mfa') || acr.includes(textIn(claims, 'acr') ?? '');

const LONGEST = 255;

const textIn = (claims: Claims, name: string): string | undefined => {
  const value = claims[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' && value.length <= LONGEST ? value : undefined;
};

/** A text stands for a list of one. */
const textsIn = (claims: Claims, name: string): string[] => {
  const value = claims[name];
  return [value].flat().filter((it) => typeof it === 'string');
};
