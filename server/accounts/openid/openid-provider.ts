import type * as openIdClient from 'openid-client';
import type { ClientAuth, Configuration, IDToken, ServerMetadata } from 'openid-client';
import { identityOf, isComplete } from './provider-claims.ts';
import { faultOf } from './provider-faults.ts';
import { checkedLogOut } from './log-out-token.ts';
import { ProviderFault, type Journey, type Provider, type ProviderOptions } from './provider.ts';

type OpenId = typeof openIdClient;

/** How long the provider may take over each answer, seconds. */
const PATIENCE_S = 10;
/** How far the clocks may be apart, seconds. */
const SKEW_S = 30;
/** How long what the provider says of itself is believed, ms. */
const KNOWN_MS = 3_600_000;
/** Nobody is let in by an older proof than a whole sign-in of staff lasts, seconds. */
const OLDEST_S = 12 * 3600;
/** A person that is asked anew has so long for it, seconds. */
const ANEW_S = 300;

/**
 * A provider over OpenID Connect: authorization code with PKCE, state and nonce; ID tokens are checked against its
 * published keys. It is asked for the first time when somebody wants to sign in by it.
 *
 * Source: OpenID Connect Core 1.0; RFC 7636 (PKCE); RFC 9207 (issuer in the answer).
 */
export const openIdProvider = (
  options: ProviderOptions,
  clock: () => number,
): Provider & { readonly check: () => Promise<void> } => {
  let known: { readonly server: ServerMetadata; readonly untilMs: number } | undefined;

  let asked: Promise<ServerMetadata> | undefined;
  /** Asks it; who wants to know meanwhile waits for the same answer. */
  const ask = async (openid: OpenId): Promise<ServerMetadata> => {
    asked ??= discovered(openid, options)
      .then((found) => found.serverMetadata())
      .finally(() => (asked = undefined));
    const server = await asked;
    known = { server, untilMs: clock() + KNOWN_MS };
    return server;
  };
  const asking = async <T>(
    work: (config: Configuration, openid: OpenId) => Promise<T>,
    isAskedFirst = false,
  ): Promise<T> => {
    const openid = await import('openid-client');
    try {
      const still = !isAskedFirst && known && known.untilMs > clock() ? known.server : undefined;
      const server = still ?? (await ask(openid));
      const config = configurationOf(openid, server, { options, skewMs: clock() - Date.now() });
      return await work(config, openid);
    } catch (error) {
      throw faultOf(error, openid);
    }
  };
  return {
    address: (journey) =>
      asking(async (config, openid) => {
        const challenge = await openid.calculatePKCECodeChallenge(journey.verifier);
        return openid.buildAuthorizationUrl(config, parametersOf(journey, challenge, options)).href;
        // Nobody is sent to a page that does not answer.
      }, true),
    identity: (came, journey) =>
      asking(async (config, openid) => {
        const tokens = await openid.authorizationCodeGrant(config, came, {
          ...{ pkceCodeVerifier: journey.verifier, expectedState: journey.state },
          ...{ expectedNonce: journey.nonce, idTokenExpected: true },
          maxAge: journey.anew ? ANEW_S : OLDEST_S,
        });
        const own = tokens.claims();
        if (!own) throw new ProviderFault('not-fitting', 'it gave no ID token');
        return identityOf(await moreOf(own, tokens.access_token, { config, openid, options }), options);
      }),
    loggedOut: (token) =>
      asking((config) =>
        checkedLogOut(token, config.serverMetadata(), {
          ...{ clientId: options.clientId, nowMs: clock(), skewS: SKEW_S },
        }),
      ),
    check: () => asking((config, openid) => knowsUs(config, openid)),
  };
};

/** For an issuer on this machine alone; the library marks it so that nobody takes it for anything else. */
// eslint-disable-next-line @typescript-eslint/no-deprecated
const overPlainHttp = ({ allowInsecureRequests }: OpenId) => allowInsecureRequests;

const discovered = (openid: OpenId, { issuer, clientId }: ProviderOptions): Promise<Configuration> =>
  openid.discovery(new URL(issuer), clientId, undefined, openid.None(), {
    ...{ timeout: PATIENCE_S, execute: isPlain(issuer) ? [overPlainHttp(openid)] : [] },
  });

/** The settings allow plain http on this machine alone. */
const isPlain = (issuer: string): boolean => new URL(issuer).protocol === 'http:';

interface Configured {
  readonly options: ProviderOptions;
  /** How far the service's clock is before this machine's. */
  readonly skewMs: number;
}

const configurationOf = (
  openid: OpenId,
  server: ServerMetadata,
  { options, skewMs }: Configured,
): Configuration => {
  const { clientId, clientSecret, issuer } = options;
  const clocks = { [openid.clockSkew]: Math.round(skewMs / 1000), [openid.clockTolerance]: SKEW_S };
  const config = new openid.Configuration(server, clientId, clocks, proofOf(openid, server, clientSecret));
  config.timeout = PATIENCE_S;
  if (isPlain(issuer)) overPlainHttp(openid)(config);
  // The signature is checked although the token came straight from the provider.
  openid.enableNonRepudiationChecks(config);
  return config;
};

/** Basic is what every provider has to take unless it says otherwise. */
const proofOf = (openid: OpenId, server: ServerMetadata, secret: string): ClientAuth => {
  const takes = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return takes.includes('client_secret_basic')
    ? openid.ClientSecretBasic(secret)
    : openid.ClientSecretPost(secret);
};

const parametersOf = (
  { returnTo, state, nonce, anew }: Journey,
  challenge: string,
  { scopes, acr }: ProviderOptions,
): Record<string, string> => ({
  redirect_uri: returnTo,
  response_type: 'code',
  scope: ['openid', ...scopes.filter((scope) => scope !== 'openid')].join(' '),
  ...{ state, nonce, code_challenge: challenge, code_challenge_method: 'S256' },
  // Has it say when the person was asked (`auth_time`), too.
  max_age: String(anew ? ANEW_S : OLDEST_S),
  ...(anew && { prompt: 'login' }),
  ...(acr.length > 0 && { acr_values: acr.join(' ') }),
});

interface Asked {
  readonly config: Configuration;
  readonly openid: OpenId;
  readonly options: ProviderOptions;
}

/** The claims of the ID token; where some are missing, over those that the provider gives out apart. */
const moreOf = async (own: IDToken, accessToken: string, { config, openid, options }: Asked) => {
  if (isComplete(own, options) || config.serverMetadata().userinfo_endpoint === undefined) return own;
  return { ...(await openid.fetchUserInfo(config, accessToken, own.sub)), ...own };
};

/** Asks for a token with a code that there is not: a provider that knows us says so, another says that we are wrong. */
const knowsUs = async (config: Configuration, openid: OpenId): Promise<void> => {
  const server = config.serverMetadata();
  const methods = server.code_challenge_methods_supported;
  if (!server.authorization_endpoint || !server.token_endpoint || !server.jwks_uri)
    throw new ProviderFault('refused', 'it offers no sign-in by authorization code');
  if (methods && !methods.includes('S256'))
    throw new ProviderFault('refused', 'it does not offer PKCE (S256)');
  try {
    await openid.genericGrantRequest(config, 'authorization_code', {
      ...{ code: 'attune-check', redirect_uri: 'https://attune.invalid/', code_verifier: 'x'.repeat(43) },
    });
  } catch (error) {
    const fault = faultOf(error, openid);
    if (fault.code !== 'spent') throw fault;
  }
};
