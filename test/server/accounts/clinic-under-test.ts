import { Writable } from 'node:stream';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { pino } from 'pino';
import { afterEach, beforeEach } from 'vitest';
import { sqlAccountStore } from '../../../server/accounts/sql-account-store.ts';
import { argon2Hasher } from '../../../server/accounts/password-hasher.ts';
import { invite } from '../../../server/accounts/invite.ts';
import type { AccountPorts } from '../../../server/accounts/account-ports.ts';
import type { AccountStore } from '../../../server/accounts/account-store.ts';
import type { PasswordHasher } from '../../../server/accounts/password-hasher.ts';
import type { Role } from '../../../server/access/actor.ts';
import { buildApp } from '../../../server/app.ts';
import { openSqlite } from '../../../server/database/dialects/sqlite.ts';
import { openOnce } from '../../../server/database/reopening.ts';
import { SCHEMA, type Tables } from '../../../server/schema.ts';
import { sqlSessionStore } from '../../../server/sessions/sql-session-store.ts';

export const PASSWORD = 'seven grey herons stand';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly json: Readonly<Record<string, unknown>>;
  readonly setCookies: readonly string[];
}

/** A browser with its cookies; each request is as a page of the service sends it. */
export interface Browser {
  readonly cookies: Map<string, string>;
  ask(method: InjectOptions['method'], path: string, body?: object): Promise<Answer>;
  /** As a browser comes that another site has sent here: without what is for this site alone. */
  follow(path: string): Promise<Pick<Answer, 'status' | 'headers'>>;
  signIn(signInName: string, password?: string): Promise<Answer>;
}

export interface ClinicUnderTest {
  readonly app: FastifyInstance;
  readonly store: AccountStore;
  readonly hasher: PasswordHasher & { readonly checked: number };
  /** Everything logged so far. */
  readonly log: () => string;
  /** Epoch ms, as the service has it. */
  now: number;
  browser(from?: { readonly address?: string; readonly headers?: Record<string, string> }): Browser;
  /** The token of an invitation made at the machine. */
  invited(signInName: string, role: Role): Promise<string>;
  /** A browser signed in as somebody new. */
  member(signInName: string, role: Role): Promise<Browser>;
}

const descriptors = (options: object): PropertyDescriptorMap => Object.getOwnPropertyDescriptors(options);

/** Argon2id at the lowest cost that it takes. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** A clinic's service over an empty database in memory, before each test anew. */
export const withClinic = (
  options: Pick<AccountPorts, 'secure' | 'secondFactor' | 'singleSignOn'> = {},
): ClinicUnderTest => {
  let app: FastifyInstance;
  let store: AccountStore;
  const clock = { now: 0 };
  let checked = 0;
  let log = '';
  const argon2 = argon2Hasher(CHEAP);
  const hasher = {
    ...argon2,
    isRight: (kept: string, password: string) => {
      // What is no hash costs nothing to compare.
      if (kept.startsWith('$argon2id$')) checked += 1;
      return argon2.isRight(kept, password);
    },
    get checked() {
      return checked;
    },
  };
  beforeEach(async () => {
    clock.now = Date.UTC(2026, 10, 2, 9);
    checked = 0;
    log = '';
    const sink = new Writable({
      write: (chunk, _encoding, done) => {
        log += String(chunk);
        done();
      },
    });
    const database = openOnce(await openSqlite<Tables>(':memory:', SCHEMA));
    store = sqlAccountStore(database);
    // What may change between requests is read at each.
    const accounts = Object.defineProperties({ store, hasher, clock: () => clock.now }, descriptors(options));
    app = buildApp({ store: sqlSessionStore(database), accounts, logger: pino({ level: 'trace' }, sink) });
  });
  afterEach(async () => {
    await app.close();
    await store.close();
  });
  const browser: ClinicUnderTest['browser'] = ({ address = '192.0.2.7', headers = {} } = {}) => {
    const cookies = new Map<string, string>();
    const ask: Browser['ask'] = async (method, path, body) => {
      const answer = await app.inject({
        ...{ method: method!, url: `/api/v1${path}`, remoteAddress: address },
        headers: {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'sec-fetch-site': 'same-origin',
          ...headers,
        },
        ...(body && { payload: body }),
      });
      for (const { name, value } of answer.cookies)
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      return {
        status: answer.statusCode,
        headers: answer.headers,
        json: answer.json(),
        setCookies: [answer.headers['set-cookie'] ?? []].flat(),
      };
    };
    const follow: Browser['follow'] = async (path) => {
      const {
        statusCode,
        headers,
        cookies: given,
      } = await app.inject({
        ...{ method: 'GET', url: `/api/v1${path}`, remoteAddress: address },
        headers: {
          cookie: [...cookies]
            .filter(([name]) => name.endsWith('attune-provider'))
            .map(([name, value]) => `${name}=${value}`)
            .join('; '),
          'sec-fetch-site': 'cross-site',
          'sec-fetch-mode': 'navigate',
          'sec-fetch-dest': 'document',
        },
      });
      for (const { name, value } of given)
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      return { status: statusCode, headers: headers };
    };
    return {
      cookies,
      ask,
      follow,
      signIn: (signInName, password = PASSWORD) => ask('POST', '/accounts/sign-in', { signInName, password }),
    };
  };
  const invited: ClinicUnderTest['invited'] = async (signInName, role) => {
    const made = await invite({ signInName, role }, { store, clock: () => clock.now });
    if (!made.ok) throw new Error(`${signInName} is taken`);
    return made.value.token;
  };
  return {
    get app() {
      return app;
    },
    get store() {
      return store;
    },
    hasher,
    log: () => log,
    get now() {
      return clock.now;
    },
    set now(ms) {
      clock.now = ms;
    },
    browser,
    invited,
    member: async (signInName, role) => {
      const token = await invited(signInName, role);
      const one = browser();
      const { status } = await one.ask('POST', '/accounts/invitations/accept', {
        ...{ token, shownName: `${signInName} of the clinic`, password: PASSWORD },
      });
      if (status !== 200) throw new Error(`${signInName} could not accept: ${status} ${log}`);
      return one;
    },
  };
};

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
