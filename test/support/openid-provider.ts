import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Configuration, Provider } from 'oidc-provider';

export const CLIENT_ID = 'attune';
export const CLIENT_SECRET = 'thirty grey herons by the water';

/** Who signs in at the provider next, and what it says of them. */
export interface Person {
  readonly sub: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly amr?: readonly string[];
  readonly acr?: string;
}

/** A real OpenID provider on loopback, with a page on which people choose who they are. */
export interface OpenIdProvider {
  readonly issuer: string;
  /** Whom its page signs in. */
  person: Person;
  /** The tokens that it posted where a session ended. */
  readonly logOuts: string[];
  /** Answers each request in its place; absent: it answers itself. */
  instead: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  close(): Promise<void>;
}

interface ProviderUnderTest {
  /** Where browsers may be sent back to. */
  readonly returnTo: readonly string[];
  readonly acrValues?: readonly string[];
}

/** Starts one on any free port. */
export const startOpenIdProvider = async ({
  returnTo,
  acrValues = ['two'],
}: ProviderUnderTest): Promise<OpenIdProvider> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: { person: Person; instead: OpenIdProvider['instead'] } = {
    person: { sub: 'anna' },
    instead: undefined,
  };
  const logOuts: string[] = [];
  const provider = await quietly(async () => {
    const { Provider } = await import('oidc-provider');
    return new Provider(issuer, configuration({ issuer, returnTo, acrValues, people: () => state.person }));
  });
  const callback = provider.callback();
  server.on('request', (request, response) => {
    if (state.instead?.(request, response)) return;
    const { pathname } = new URL(request.url ?? '/', issuer);
    if (pathname === '/told') void told(request, response, logOuts);
    else if (pathname.startsWith('/interaction/')) void interact(provider, state, request, response);
    else void callback(request, response);
  });
  return {
    issuer,
    logOuts,
    get person() {
      return state.person;
    },
    set person(person) {
      state.person = person;
    },
    get instead() {
      return state.instead;
    },
    set instead(instead) {
      state.instead = instead;
    },
    close: () => ended(server),
  };
};

interface Configured {
  readonly issuer: string;
  readonly returnTo: readonly string[];
  readonly acrValues: readonly string[];
  readonly people: () => Person;
}

const configuration = ({ issuer, returnTo, acrValues, people }: Configured): Configuration => ({
  clients: [
    {
      client_id: CLIENT_ID,
      // What has blanks goes through `client_secret_basic` only where both sides encode it alike.
      client_secret: CLIENT_SECRET,
      redirect_uris: [...returnTo],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      id_token_signed_response_alg: 'ES256',
      backchannel_logout_uri: `${issuer}/told`,
      backchannel_logout_session_required: true,
    },
  ],
  jwks: { keys: [signingKey()] },
  cookies: { keys: [randomUUID()] },
  acrValues: [...acrValues],
  enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
  claims: { openid: ['sub', 'amr', 'acr'], profile: ['name', 'preferred_username', 'groups'], sid: null },
  ttl: {
    AccessToken: 60,
    AuthorizationCode: 60,
    Grant: 3600,
    IdToken: 120,
    Interaction: 600,
    Session: 86_400,
  },
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { logoutSource: askedToLogOut },
  },
  // Its own would refuse to call an address of this machine.
  fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined } as RequestInit),
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  findAccount: (_ctx, sub) => ({
    accountId: sub,
    claims: () => ({ sub, ...people().claims }),
  }),
  // Nobody is asked what they agree to: the clinic has.
  loadExistingGrant: async (ctx) => {
    const { session, client, provider } = ctx.oidc;
    const grant = new provider.Grant({
      clientId: client!.clientId,
      ...(session?.accountId !== undefined && { accountId: session.accountId }),
    });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
});

const signingKey = () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: randomUUID() };
};

const askedToLogOut: NonNullable<
  NonNullable<Configuration['features']>['rpInitiatedLogout']
>['logoutSource'] = (ctx, form) => {
  ctx.body = form;
};

/** The page: who one is, or no. */
const interact = async (
  provider: Provider,
  { person }: { readonly person: Person },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { pathname } = new URL(request.url ?? '/', 'http://host');
  if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><title>Clinic account</title><h1>Clinic account</h1>` +
        `<form method="post" action="${pathname}/go"><button>Go on as ${person.sub}</button></form>` +
        `<form method="post" action="${pathname}/no"><button>Cancel</button></form></html>`,
    );
    return;
  }
  const { sub: accountId, amr, acr } = person;
  const result = pathname.endsWith('/no')
    ? { error: 'access_denied', error_description: 'called off' }
    : { login: { accountId, ...(amr && { amr: [...amr] }), ...(acr !== undefined && { acr }) } };
  await provider.interactionFinished(request, response, result);
};

const told = async (request: IncomingMessage, response: ServerResponse, logOuts: string[]) => {
  let body = '';
  for await (const piece of request) body += String(piece);
  logOuts.push(new URLSearchParams(body).get('logout_token') ?? '');
  response.end();
};

const ended = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** It warns of Node 20, and of being a test's. */
const quietly = async <T>(work: () => Promise<T>): Promise<T> => {
  const { warn, info } = console;
  Object.assign(console, { warn: () => undefined, info: () => undefined });
  try {
    return await work();
  } finally {
    Object.assign(console, { warn, info });
  }
};

/** Somebody's browser at the provider: goes where it is sent, and presses a button on its page. */
export const openIdVisitor = () => {
  const cookies = new Map<string, string>();
  const visit = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    visit,
    /** @returns the address that the provider sends the browser back to */
    go: async (address: string, press: 'go' | 'no' = 'go'): Promise<URL> => {
      const { origin } = new URL(address);
      let response = await visit(address);
      for (let i = 0; i < 10; i += 1) {
        const location = response.headers.get('location');
        const to = location === null ? undefined : new URL(location, origin);
        if (to && to.origin !== origin) return to;
        if (to?.pathname.startsWith('/interaction/')) {
          response = await visit(`${to.href}/${press}`, { method: 'POST' });
          continue;
        }
        if (!to) throw new Error(`the provider answers ${response.status}: ${await response.text()}`);
        response = await visit(to.href);
      }
      throw new Error('the provider sends round in circles');
    },
  };
};
