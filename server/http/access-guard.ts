import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Actor } from '../access/actor.ts';
import { coarseAddress } from '../access/coarse-address.ts';
import { decideAtAll } from '../access/decide.ts';
import { seesAll, shownTo } from '../access/fields.ts';
import { reachOf, type Reach } from '../access/reach.ts';
import { reachesOthers, RULES, ruleOf, type Action } from '../access/rules.ts';
import { NO_TIES, type AccessLine, type Ties } from '../access/ties.ts';
import { ACCOUNT_HEADER } from '../contract/index.ts';
import { Failure } from './failures.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route does, as the rules name it; without it the service does not start. */
    action: Action;
  }
  interface FastifyRequest {
    /** Whose things the request may touch, known before its handler runs. */
    reach: Reach;
    /** Whose things it has seen or changed; what the access log needs of them is written before the reply leaves. */
    readonly seen: Seen;
    /** Works `actor` and `reach` out anew, for a reply that takes long: rights may have ended meanwhile. */
    reachNow(): Promise<Reach>;
    /** Writes down what was seen so far, for a reply that has no end; others are by themselves. */
    logSeen(): Promise<void>;
  }
}

/** A client's account, with the id of what was seen of theirs: absent where it was several things, or none. */
export type Seen = Map<string, string | undefined>;

export interface AccessOptions {
  /** Who asks; absent: everybody is the person of a personal service. @throws nothing: who is not known is nobody */
  readonly identify?: (request: FastifyRequest) => Promise<Actor>;
  readonly ties?: Ties;
}

/** Holds every route to the rules of `server/access/rules.ts`. */
export const guardAccess = (
  api: FastifyInstance,
  { identify = personAtTheMachine, ties = NO_TIES }: AccessOptions,
): void => {
  api.decorateRequest('actor');
  api.decorateRequest('reach');
  api.decorateRequest('seen');
  api.decorateRequest('reachNow', async function (this: FastifyRequest) {
    this.actor = await identify(this);
    const actor: Actor = lacksFactor(this) ? { kind: 'nobody' } : this.actor;
    return reachOf(actor, actionOf(this), ties);
  });
  api.decorateRequest('logSeen', async function (this: FastifyRequest) {
    const lines = linesOf(this);
    if (lines.length > 0) await ties.log(lines);
  });
  refuseUndeclared(api);
  api.addHook('onRequest', async (request) => {
    request.actor = await identify(request);
    refuseAnother(request);
    (request as { seen: Seen }).seen = new Map();
    refuse(request);
  });
  // Where a client's things are looked up the body is read and valid: no work for a request that is refused anyway.
  api.addHook('preHandler', async (request) => {
    request.reach = await reachOf(request.actor, actionOf(request), ties);
  });
  api.addHook('preSerialization', (request, _reply, payload) => {
    const { reach, seen } = request;
    // Refused before anybody asked who it is.
    const actor = request.actor as Actor | undefined;
    if (actor?.kind !== 'account' || seesAll(actor.role)) return Promise.resolve(payload);
    if (ruleOf(actionOf(request)).ofWhoAsks) return Promise.resolve(payload);
    if (!reachesOthers(actor.role, actionOf(request))) return Promise.resolve(payload);
    const isOwnAlone = seen.size === 1 && seen.has(actor.id);
    if (isOwnAlone) return Promise.resolve(payload);
    return Promise.resolve(shownTo(actor.role, payload, (account) => reach.to(account)?.called));
  });
  api.addHook('onSend', async (request, reply) => {
    if (reply.statusCode < 400) await request.logSeen();
  });
};

const personAtTheMachine = (): Promise<Actor> => Promise.resolve({ kind: 'person' });

const actionOf = ({ routeOptions }: FastifyRequest): Action => routeOptions.config.action;

/** A service with a route that no rule covers does not start. */
const refuseUndeclared = (api: FastifyInstance): void => {
  const undeclared: string[] = [];
  api.addHook('onRoute', ({ config, method, url }: RouteOptions) => {
    const { action } = (config ?? {}) as { readonly action?: string };
    if (action === undefined || !Object.hasOwn(RULES, action)) undeclared.push(`${String(method)} ${url}`);
  });
  api.addHook('onReady', () => {
    if (undeclared.length === 0) return Promise.resolve();
    const routes = undeclared.join(', ');
    return Promise.reject(new Error(`No action of server/access/rules.ts in the config of: ${routes}`));
  });
};

/**
 * A browser has one sign-in for all of its tabs: a page that still works for somebody else says whom it means.
 * @throws Failure 401
 */
const refuseAnother = ({ actor, headers }: FastifyRequest): void => {
  const meant = headers[ACCOUNT_HEADER];
  if (meant === undefined || actor.kind !== 'account' || actor.id === meant) return;
  throw new Failure(401, 'Somebody else is signed in by now.');
};

/** @throws Failure 401 or 403  whoever asks may not do this with anybody's things */
const refuse = (request: FastifyRequest): void => {
  const decision = decideAtAll(request.actor, actionOf(request));
  if (decision.allowed) {
    if (!lacksFactor(request)) return;
    const message = 'Your account asks for a second factor: set one up, or show it, first.';
    throw new Failure(403, message, 'second-factor');
  }
  if (decision.because === 'not-signed-in') throw new Failure(401, 'Nobody is signed in: sign in first.');
  throw notPermitted();
};

/** Whether the role asks for a second factor, and whoever asks has shown none. */
const lacksFactor = (request: FastifyRequest): boolean =>
  request.actor.kind === 'account' &&
  request.actor.lacksFactor === true &&
  ruleOf(actionOf(request)).beforeFactor !== true;

export const notPermitted = (message = 'Your account may not do this.'): Failure =>
  new Failure(403, message, 'not-permitted');

const linesOf = (request: FastifyRequest): AccessLine[] => {
  const { actor, seen, reach, ip } = request;
  if (actor.kind !== 'account' || seen.size === 0) return [];
  const action = actionOf(request);
  const { logged } = ruleOf(action);
  if (logged === 'no') return [];
  const from = coarseAddress(ip);
  return [...seen].flatMap(([client, subject]) => {
    const way = reach.to(client);
    if (!way) throw new Error(`${action} showed what the rules do not reach`);
    if (logged === 'of-others' && way.relation === 'own') return [];
    const { relation, breakGlass } = way;
    const about = {
      ...(subject !== undefined && { subject }),
      ...(breakGlass !== undefined && { breakGlass }),
    };
    const place = from === undefined ? {} : { from };
    return [{ account: { id: actor.id, role: actor.role }, client, action, relation, ...about, ...place }];
  });
};
