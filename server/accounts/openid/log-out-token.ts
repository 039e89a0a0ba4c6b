import type { ServerMetadata } from 'openid-client';
import { ProviderFault, type LoggedOut } from './provider.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

interface Expected {
  readonly clientId: string;
  readonly nowMs: number;
  readonly skewS: number;
}

/**
 * Whose sign-ins have ended, if the token is the provider's, for us and of now. Once more it harms nothing.
 *
 * @throws ProviderFault `not-fitting`
 * Source: OpenID Connect Back-Channel Logout 1.0, sections 2.4 and 2.6
 */
export const checkedLogOut = async (
  token: string,
  server: ServerMetadata,
  { clientId, nowMs, skewS }: Expected,
): Promise<LoggedOut> => {
  const { createRemoteJWKSet, jwtVerify } = await import('jose');
  const keys = createRemoteJWKSet(new URL(server.jwks_uri ?? ''));
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    ...{ issuer: server.issuer, audience: clientId, currentDate: new Date(nowMs) },
    ...{ clockTolerance: skewS, maxTokenAge: 600, requiredClaims: ['exp', 'iat', 'jti', 'events'] },
  }).catch((cause: unknown) => {
    throw new ProviderFault('not-fitting', 'the token of a log-out does not hold', { cause });
  });
  const { sub, sid, nonce, events } = payload;
  const isLogOut =
    typeof events === 'object' && events !== null && Object.hasOwn(events, EVENT) && nonce === undefined;
  const isOfType =
    protectedHeader.typ === undefined || /^(application\/)?logout\+jwt$/i.test(protectedHeader.typ);
  // An ID token, which has neither type nor event of a log-out, ends nobody's sign-in.
  if (!isLogOut || !(isOfType || protectedHeader.typ === 'JWT'))
    throw new ProviderFault('not-fitting', 'the token is not of a log-out');
  const whose: LoggedOut = {
    ...(typeof sub === 'string' && { subject: sub }),
    ...(typeof sid === 'string' && { session: sid }),
  };
  if (whose.subject === undefined && whose.session === undefined)
    throw new ProviderFault('not-fitting', 'the token names nobody');
  return whose;
};
