import { Writable } from 'node:stream';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { pino } from 'pino';
import { afterEach, beforeEach } from 'vitest';
import { buildApp, openSqliteSessionStore, type AppOptions, type SessionStore } from '../../server/index.ts';
import { newSession } from '../support/session-store-contract.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The body, read as JSON; undefined where it is none. */
  readonly json: unknown;
}

export interface AppUnderTest {
  readonly app: FastifyInstance;
  readonly store: SessionStore;
  /** Everything logged so far. */
  readonly log: () => string;
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  /** An object is sent as JSON, a string as it is. */
  post(url: string, body: object | string, headers?: Record<string, string>): Promise<Answer>;
  delete(url: string, headers?: Record<string, string>): Promise<Answer>;
}

/** The real service over an empty log in memory, before each test anew. */
export const withApp = (options: () => Partial<AppOptions> = () => ({})): AppUnderTest => {
  let app: FastifyInstance;
  let store: SessionStore;
  let log: string;
  beforeEach(async () => {
    log = '';
    const sink = new Writable({
      write: (chunk, _encoding, done) => {
        log += String(chunk);
        done();
      },
    });
    store = await openSqliteSessionStore(':memory:');
    app = buildApp({ store, logger: pino({ level: 'trace' }, sink), ...options() });
  });
  afterEach(async () => {
    await app.close();
    await store.close();
  });
  const ask = async (request: InjectOptions): Promise<Answer> => {
    const { statusCode, headers, body } = await app.inject(request);
    const isJson =
      headers['content-encoding'] === undefined &&
      String(headers['content-type']).startsWith('application/json');
    return { status: statusCode, headers, text: body, json: isJson ? JSON.parse(body) : undefined };
  };
  return {
    get app() {
      return app;
    },
    get store() {
      return store;
    },
    log: () => log,
    get: (url, headers = {}) => ask({ method: 'GET', url, headers }),
    post: (url, payload, headers = {}) =>
      ask({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } }),
    delete: (url, headers = {}) => ask({ method: 'DELETE', url, headers }),
  };
};

export const SESSIONS = '/api/v1/sessions';
export const SESSION = `${SESSIONS}/${newSession().id}`;
export const EVENTS = `${SESSION}/events`;
