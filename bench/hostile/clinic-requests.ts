import type { Chance } from '../../engine/index.ts';
import { BODIES } from './bodies.ts';
import type { ClinicPeople } from './clinic-people.ts';
import { ODD_HEADERS } from './lines.ts';
import { framed, hostileRequest, type HostileRequest, type Targets } from './requests.ts';

/** Requests to a clinic's service that follow from the description of its API, with something wrong in most of them. */

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
}

/** A route as the service describes it. */
export interface DescribedRoute {
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  /** Names of what may follow the question mark. */
  readonly query: readonly string[];
  /** Absent: it takes none. */
  readonly body?: Schema;
}

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly parameters?: readonly { readonly name: string; readonly in: string }[];
            readonly requestBody?: {
              readonly content: Readonly<Record<string, { readonly schema?: Schema }>>;
            };
          }
        >
      >
    >
  >;
}

/** What the service says of its own routes. @throws where it does not say it */
export const describedRoutes = async (url: string): Promise<readonly DescribedRoute[]> => {
  const { paths } = (await (await fetch(`${url}/api/docs/json`)).json()) as Described;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => {
      const body = Object.values(requestBody?.content ?? {})[0]?.schema;
      const query = parameters.filter((it) => it.in === 'query').map(({ name }) => name);
      return { method: method.toUpperCase(), path, query, ...(body && { body }) };
    }),
  );
};

export interface ClinicTargets extends Targets {
  readonly people: ClinicPeople;
  readonly routes: readonly DescribedRoute[];
}

const whole = (next: Chance, below: number): number => Math.floor(next() * below);
const pick = <T>(next: Chance, some: readonly T[]): T => some[whole(next, some.length)]!;

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
const ODD_VALUES = [
  '',
  ' ',
  '..',
  '%00',
  '%2e%2e',
  '-1',
  '1e999',
  'null',
  '[object Object]',
  '\ufffd',
  'x'.repeat(3000),
];
const ODD_JSON = [
  null,
  true,
  -1,
  0.5,
  1e308,
  '',
  '\u0000',
  '\ud800',
  'x'.repeat(20_000),
  [],
  {},
  [[]],
  { a: { b: [1] } },
];

/**
 * One request of somebody who has an account of a clinic, or says so. It is never the honest client's, and never
 * addresses that account where its sender may do something to it by right.
 */
export const clinicRequest = (next: Chance, targets: ClinicTargets): HostileRequest => {
  if (next() < 0.25) return hostileRequest(next, targets);
  const { people, routes } = targets;
  const drawn = pick(next, routes);
  // It leaves most of what comes after it without a sign-in.
  const route = drawn.path.endsWith('/sign-out') && next() < 0.9 ? pick(next, routes) : drawn;
  const sender = next() < 0.15 ? undefined : pick(next, people.hostile);
  const ids = [...targets.sessions, ...people.patsies, ...people.hostile.map(({ id }) => id), UNKNOWN_ID];
  // An admin may close any account, and a clinician may break the glass: that is no fault.
  if (sender?.role === 'client' || sender?.role === 'researcher') ids.push(people.honest.id);
  const value = (): string => (next() < 0.75 ? pick(next, ids) : encodeURIComponent(pick(next, ODD_VALUES)));
  const path = route.path.replace(/\{[^}]+\}/g, value);
  const query = route.query.filter(() => next() < 0.4).map((name) => `${name}=${value()}`);
  const isRoom = path.includes('/rooms/') && next() < 0.7;
  const lines = [
    `${next() < 0.03 ? pick(next, ['TRACE', 'OPTIONS', 'HEAD', 'QUERY']) : route.method} ` +
      `${path}${query.length > 0 ? `?${query.join('&')}` : ''} HTTP/1.1`,
    'host: 127.0.0.1',
    `x-forwarded-for: 203.0.113.${whole(next, 4)}`,
    ...cookieLines(next, sender?.cookie),
    ...(next() < 0.2 ? [pick(next, ODD_HEADERS)] : []),
    ...(isRoom ? HANDSHAKE : []),
  ];
  const content =
    route.body && (next() < 0.15 ? pick(next, BODIES) : JSON.stringify(bentValue(next, route.body, ids)));
  const body = content === undefined ? undefined : Buffer.from(content);
  const sent = body && framed(next, body, ['content-type: application/json']);
  const head = Buffer.from(`${[...lines, ...(sent?.headers ?? [])].join('\r\n')}\r\n\r\n`, 'latin1');
  const frames = isRoom ? junkFrames(next) : Buffer.alloc(0);
  const isUnsure = isRoom || head.length > 12_000 || lines.some((line) => /upgrade|^expect/i.test(line));
  return {
    bytes: Buffer.concat([head, sent?.body ?? Buffer.alloc(0), frames]),
    isLast: isUnsure || sent?.isBroken === true,
    maySilence: isUnsure || sent?.isBroken === true || lines[0]!.startsWith('QUERY'),
    isOfApi: head.length <= 12_000 && !lines[0]!.startsWith('QUERY'),
  };
};

const HANDSHAKE = [
  'connection: upgrade',
  'upgrade: websocket',
  'sec-websocket-version: 13',
  'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
];

/** Frames of a WebSocket that say nothing sensible, or are none. */
const junkFrames = (next: Chance): Buffer => {
  const said = pick(next, [
    '{}',
    '{"type":"command"}',
    '[',
    '\u0000',
    'x'.repeat(5000),
    '{"type":"command","command":{}}',
  ]);
  const payload = Buffer.from(said);
  const length =
    payload.length < 126 ? [0x80 | payload.length] : [0xfe, payload.length >> 8, payload.length & 255];
  const frame = Buffer.concat([
    Buffer.from([0x80 | pick(next, [0, 1, 2, 3, 8, 9, 15]), ...length, 0, 0, 0, 0]),
    payload,
  ]);
  return next() < 0.3 ? frame.subarray(0, whole(next, frame.length)) : frame;
};

/** The sign-in as it is, bent, twice, or none. */
const cookieLines = (next: Chance, cookie: string | undefined): readonly string[] => {
  if (cookie === undefined) return next() < 0.5 ? [] : ['cookie: attune-sign-in=' + 'A'.repeat(43)];
  switch (whole(next, 20)) {
    case 0:
      return [`cookie: ${cookie.slice(0, -1)}`];
    case 1:
      return [`cookie: ${cookie}; ${cookie}x`];
    case 2:
      return [`cookie: a=${'b'.repeat(3000)}; ${cookie}`];
    case 3:
      return [`cookie: ${cookie.toLowerCase()}`];
    case 4:
      return [`cookie: ;;=;${cookie};__Host-${cookie}`];
    default:
      return [`cookie: ${cookie}`];
  }
};

/** A value that a schema asks for, in which mostly one thing or another is not as it asks. */
const bentValue = (next: Chance, schema: Schema, ids: readonly string[]): unknown => {
  if (next() < 0.06) return pick(next, ODD_JSON);
  const { anyOf, properties, items, type } = schema;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return pick(next, schema.enum);
  if (anyOf) return bentValue(next, pick(next, anyOf), ids);
  if (properties) {
    const names = Object.keys(properties).filter((name) => {
      const isAsked = schema.required?.includes(name);
      return next() < (isAsked ? 0.97 : 0.5);
    });
    const fields = names.map((name): [string, unknown] => [name, bentValue(next, properties[name]!, ids)]);
    return Object.fromEntries(next() < 0.05 ? [...fields, ['more', 1]] : fields);
  }
  switch (Array.isArray(type) ? pick(next, type as readonly string[]) : type) {
    case 'array':
      return Array.from({ length: whole(next, 4) }, () => bentValue(next, items ?? {}, ids));
    case 'integer':
      return whole(next, 2000) - 10;
    case 'number':
      return next() * 2e12;
    case 'boolean':
      return next() < 0.5;
    case 'string':
      return next() < 0.5
        ? pick(next, ids)
        : pick(next, ['care', 'research', 'a reason that is long enough', 'x']);
    case undefined:
    default:
      return {};
  }
};
