import type * as openid from 'openid-client';
import { ProviderFault } from './provider.ts';

type Kinds = Pick<
  typeof openid,
  'AuthorizationResponseError' | 'ResponseBodyError' | 'WWWAuthenticateChallengeError' | 'ClientError'
>;

/** What an error of the library means. Its words are for the log of the service, and have nothing of the person. */
export const faultOf = (error: unknown, kinds: Kinds): ProviderFault => {
  if (error instanceof ProviderFault) return error;
  if (error instanceof kinds.AuthorizationResponseError) return ofAnswer(error.error, error);
  if (error instanceof kinds.ResponseBodyError) return ofToken(error.error, error.status, error);
  if (error instanceof kinds.WWWAuthenticateChallengeError)
    return new ProviderFault('refused', `it answers ${error.status}`, { cause: error });
  if (error instanceof kinds.ClientError) {
    const { code = '', cause } = error;
    return new ProviderFault(UNHEARD.has(code) ? 'down' : 'not-fitting', wordsOf(error.message, cause), {
      cause: error,
    });
  }
  // What `fetch` throws where nobody answers.
  if (error instanceof TypeError)
    return new ProviderFault('down', wordsOf('it cannot be reached', error.cause), { cause: error });
  return new ProviderFault('not-fitting', 'its answer is of no use', { cause: error });
};

/** What an answer is that is none of an OpenID provider's. */
const UNHEARD: ReadonlySet<string> = new Set([
  ...['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'],
  ...['OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'],
]);

/** RFC 6749, 4.1.2.1, and OpenID Connect Core, 3.1.2.6. */
const ofAnswer = (error: string, cause: unknown): ProviderFault => {
  if (error === 'server_error' || error === 'temporarily_unavailable')
    return new ProviderFault('down', error, { cause });
  const isCalledOff = /^(access_denied|login_required|interaction_required|consent_required)$/.test(error);
  return new ProviderFault(isCalledOff ? 'cancelled' : 'refused', error, { cause });
};

/** RFC 6749, 5.2. */
const ofToken = (error: string, status: number, cause: unknown): ProviderFault => {
  if (error === 'invalid_grant') return new ProviderFault('spent', error, { cause });
  return new ProviderFault(status >= 500 ? 'down' : 'refused', error, { cause });
};

const wordsOf = (words: string, cause: unknown): string => {
  const { code, message } = (cause ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  const more = [code, message].find((it): it is string => typeof it === 'string' && it !== '');
  return more === undefined ? words : `${words} (${more})`;
};
