import type { Chance } from '../engine/index.ts';
import type { AccessModel } from './access-model.ts';

/** A line of the access log, as far as both sides know it. */
export interface Line {
  readonly client: string;
  readonly action: string;
  readonly relation: string;
}

/** What is asked, and what must come of it by the model. */
export interface Trial {
  readonly as: string | undefined;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  readonly status: number;
  readonly lines: readonly Line[];
  /** Ids that the reply holds, of all that there are of their kind. */
  readonly holds?: readonly string[];
  /** What the model has to remember, once it has been answered well. */
  readonly remember?: (reply: unknown) => void;
}

export interface World {
  readonly model: AccessModel;
  readonly next: Chance;
  readonly people: readonly string[];
  readonly clients: readonly string[];
  readonly pseudonyms: ReadonlyMap<string, string>;
  readonly newId: () => string;
}

type Making = (world: World, as: string) => Omit<Trial, 'as'>;

export const pick = <T>(next: Chance, from: readonly T[]): T => from[Math.floor(next() * from.length)]!;

const GET = 'GET' as const;
const none = { lines: [] };
const NOT_THERE = '00000000-0000-4000-a000-000000000000';

const someSession = ({ model, next }: World): readonly [id: string, owner: string | undefined] => {
  const id = next() < 0.05 ? NOT_THERE : pick(next, [...model.sessions.keys(), NOT_THERE]);
  return [id, model.sessions.get(id)];
};

const readOne =
  (rest: string): Making =>
  (world, as) => {
    const [id, owner] = someSession(world);
    const how = owner === undefined ? undefined : world.model.sees(as, owner);
    const path = `/sessions/${id}${rest}`;
    if (how === undefined || owner === undefined) return { method: GET, path, status: 404, ...none };
    return {
      method: GET,
      path,
      status: 200,
      lines: [{ client: owner, action: 'session.read', relation: how }],
    };
  };

const list: Making = ({ model, people }, as) => {
  const seen = people.flatMap((client) => {
    const relation = model.sees(as, client);
    const ids = [...model.sessions].filter(([, owner]) => owner === client).map(([id]) => id);
    return relation && ids.length > 0 ? [{ ids, line: { client, action: 'session.list', relation } }] : [];
  });
  const lines = seen.map(({ line }) => line);
  return {
    method: GET,
    path: '/sessions?limit=200',
    status: 200,
    lines,
    holds: seen.flatMap(({ ids }) => ids),
  };
};

const exportOwn: Making = (world, as) => {
  const [id, owner] = someSession(world);
  const isOwn = owner === as;
  const lines = isOwn ? [{ client: as, action: 'session.export', relation: 'own' }] : [];
  return { method: GET, path: `/sessions/${id}/export`, status: isOwn ? 200 : 404, lines };
};

const exportClient: Making = ({ model, next, clients, pseudonyms }, as) => {
  const client = pick(next, clients);
  const isByPseudonym = model.roles.get(as) === 'researcher' && next() < 0.8;
  const name = isByPseudonym ? (pseudonyms.get(client) ?? `p-${'0'.repeat(32)}`) : client;
  const path = `/clients/${name}/export`;
  if (!['clinician', 'researcher'].includes(model.roles.get(as)!))
    return { method: GET, path, status: 403, ...none };
  const how = isByPseudonym === (model.roles.get(as) === 'researcher') ? model.takes(as, client) : undefined;
  if (!how) return { method: GET, path, status: 404, ...none };
  return { method: GET, path, status: 200, lines: [{ client, action: 'client.export', relation: how }] };
};

const append: Making = (world, as) => {
  const [id, owner] = someSession(world);
  const author = pick(world.next, ['person', 'device', 'engine', 'clinician']);
  const path = `/sessions/${id}/events`;
  const body = { events: [{ seq: 0, atMs: 0, type: 'tag', author, tags: [author] }] };
  const { model } = world;
  const isClinician = model.roles.get(as) === 'clinician';
  const reaches = owner !== undefined && model.reachesToWrite(as, owner);
  // Who has nobody's but their own things is refused for the author before anything is looked up.
  const isAlone = !isClinician || ![...world.clients].some((it) => model.sees(as, it) === 'assigned');
  if (!reaches && !(isAlone && author === 'clinician'))
    return { method: 'POST', path, body, status: 404, ...none };
  if (!reaches || !model.writes(as, owner, author))
    return { method: 'POST', path, body, status: 403, ...none };
  const lines = owner === as ? [] : [{ client: owner, action: 'session.append', relation: 'assigned' }];
  // 409 where the first event says otherwise: it was reached, and nothing of it is told.
  return { method: 'POST', path, body, status: 200, lines };
};

const create: Making = ({ model, next, newId }, as) => {
  const isTaken = next() < 0.3 && model.sessions.size > 0;
  const id = isTaken ? pick(next, [...model.sessions.keys()]) : newId();
  const owner = model.sessions.get(id);
  const status = owner === undefined ? 201 : owner === as ? 200 : 409;
  const body = { id, startedAtMs: 1000, protocol: 'calm-down' };
  const remember = () => model.sessions.set(id, owner ?? as);
  return { method: 'POST', path: '/sessions', body, status, ...none, remember };
};

const remove: Making = (world, as) => {
  const [id, owner] = someSession(world);
  const isOwn = owner === as;
  const lines = isOwn ? [{ client: as, action: 'session.delete', relation: 'own' }] : [];
  const remember = () => isOwn && world.model.sessions.delete(id);
  return { method: 'DELETE', path: `/sessions/${id}`, status: 200, lines, remember };
};

const consent: Making = ({ model, next }, as) => {
  const purpose = pick(next, ['care', 'research', 'sharing']);
  const isGiven = next() < 0.7;
  const path = `/clients/me/consents/${purpose}`;
  const line = { client: as, action: isGiven ? 'consent.give' : 'consent.withdraw', relation: 'own' };
  const key = `${as} ${purpose}`;
  const remember = () => (isGiven ? model.agreed.add(key) : model.agreed.delete(key));
  return isGiven
    ? { method: 'PUT', path, body: { version: '2026-11' }, status: 200, lines: [line], remember }
    : { method: 'DELETE', path, status: 200, lines: [line], remember };
};

const readConsents: Making = ({ model, next, clients }, as) => {
  const client = pick(next, clients);
  const relation =
    as === client
      ? 'own'
      : model.isAssigned(as, client)
        ? 'assigned'
        : model.breaking(as, client)
          ? 'break-glass'
          : undefined;
  const path = `/clients/${client}/consents`;
  if (!relation) return { method: GET, path, status: 404, ...none };
  return { method: GET, path, status: 200, lines: [{ client, action: 'consent.read', relation }] };
};

const care: Making = ({ model, next, people, clients }, as) => {
  const clinician = pick(next, people);
  const client = pick(next, clients);
  const isBegun = next() < 0.6;
  const method = isBegun ? 'PUT' : 'DELETE';
  const path = `/clients/${client}/clinicians/${clinician}`;
  if (!model.isAdministrator(as)) return { method, path, status: 403, ...none };
  if (isBegun && model.roles.get(clinician) !== 'clinician') return { method, path, status: 404, ...none };
  const line = { client, action: isBegun ? 'care.assign' : 'care.unassign', relation: 'none' };
  const remember = () =>
    isBegun ? model.assign(clinician, client) : model.cares.delete(`${clinician} ${client}`);
  return { method, path, status: 200, lines: [line], remember };
};

const caseload: Making = ({ model, clients }, as) => {
  if (model.roles.get(as) !== 'clinician') return { method: GET, path: '/caseload', status: 403, ...none };
  const mine = clients.filter((client) => model.isAssigned(as, client));
  const lines = mine.map((client) => ({ client, action: 'care.caseload', relation: 'assigned' }));
  return { method: GET, path: '/caseload', status: 200, lines };
};

const begin: Making = ({ model, next, clients }, as) => {
  const client = pick(next, clients);
  const asked = {
    method: 'POST',
    path: `/clients/${client}/break-glass`,
    body: { reason: 'unconscious, need to know what was played' },
  } as const;
  if (model.roles.get(as) !== 'clinician') return { ...asked, status: 403, ...none };
  const remember = (reply: unknown) => {
    const { id } = reply as { readonly id: string };
    model.glasses.unshift({ id, clinician: as, client, untilMs: model.nowMs + 10_800_000, reviewed: false });
  };
  return {
    ...asked,
    status: 201,
    lines: [{ client, action: 'break-glass.begin', relation: 'none' }],
    remember,
  };
};

const end: Making = ({ model, next }, as) => {
  const glass = pick(next, model.glasses) as (typeof model.glasses)[number] | undefined;
  const asked = { method: 'DELETE', path: `/break-glass/${glass?.id ?? NOT_THERE}` } as const;
  if (model.roles.get(as) !== 'clinician') return { ...asked, status: 403, ...none };
  if (glass?.clinician !== as) return { ...asked, status: 404, ...none };
  const remember = () => {
    glass.untilMs = Math.min(glass.untilMs, model.nowMs);
  };
  const lines = [{ client: glass.client, action: 'break-glass.end', relation: 'none' }];
  return { ...asked, status: 200, lines, remember };
};

const review: Making = ({ model, next }, as) => {
  const glass = pick(next, model.glasses) as (typeof model.glasses)[number] | undefined;
  const asked = { method: 'PUT', path: `/break-glass/${glass?.id ?? NOT_THERE}/review` } as const;
  const isAdministrator = model.isAdministrator(as);
  if (!isAdministrator && model.roles.get(as) !== 'clinician') return { ...asked, status: 403, ...none };
  if (!glass || !(isAdministrator || model.isAssigned(as, glass.client)))
    return { ...asked, status: 404, ...none };
  if (glass.clinician === as) return { ...asked, status: 403, ...none };
  const relation = isAdministrator ? 'none' : 'assigned';
  const lines = [{ client: glass.client, action: 'break-glass.review', relation }];
  return { ...asked, status: 200, lines, remember: () => (glass.reviewed = true) };
};

const glasses: Making = ({ model, people }, as) => {
  const relationTo = (client: string) => {
    if (client === as) return 'own';
    if (model.isAdministrator(as)) return 'none';
    return model.isAssigned(as, client) ? 'assigned' : undefined;
  };
  const seen = people.flatMap((client) => {
    const on = model.glasses.filter((it) => it.client === client);
    const relation = relationTo(client);
    return relation && on.length > 0 ? [{ on, line: { client, action: 'break-glass.list', relation } }] : [];
  });
  const holds = seen.flatMap(({ on }) => on.map(({ id }) => id));
  return { method: GET, path: '/break-glass', status: 200, lines: seen.map(({ line }) => line), holds };
};

const accessLog: Making = ({ next, clients }, as) => {
  const client = next() < 0.5 ? 'me' : pick(next, clients);
  const isOwn = client === 'me' || client === as;
  const lines = isOwn ? [{ client: as, action: 'access-log.read', relation: 'own' }] : [];
  return { method: GET, path: `/clients/${client}/access-log?limit=3`, status: isOwn ? 200 : 404, lines };
};

const MAKINGS: readonly (readonly [times: number, make: Making])[] = [
  [20, readOne('')],
  [14, readOne('/events')],
  [10, list],
  [6, exportOwn],
  [5, exportClient],
  [8, append],
  [5, create],
  [2, remove],
  [6, consent],
  [4, readConsents],
  [6, care],
  [3, caseload],
  [2, begin],
  [2, end],
  [2, review],
  [2, glasses],
  [3, accessLog],
];
const TICKETS = MAKINGS.flatMap(([times, make]) => Array.from({ length: times }, () => make));

/** A random request by somebody, or by nobody. */
export const randomTrial = (world: World): Trial => {
  const as = world.next() < 0.04 ? undefined : pick(world.next, world.people);
  const made = pick(world.next, TICKETS)(world, as ?? pick(world.next, world.people));
  if (as !== undefined) return { as, ...made };
  const { method, path, body } = made;
  return { as, method, path, ...(body && { body }), status: 401, lines: [] };
};
