import { METHODS as KNOWN_METHODS } from 'node:http';
import type { Chance } from '../../engine/index.ts';
import { BODIES, REFUSED_EVENTS, TAKEN_EVENTS } from './bodies.ts';
import {
  HOSTS,
  METHODS,
  NO_HTTP,
  NO_METHODS,
  ODD_HEADERS,
  ODD_METHODS,
  ODD_PATHS,
  ORIGINS,
  QUERIES,
  TRAVERSALS,
  TYPES,
} from './lines.ts';

/** Requests that nobody well-meaning sends, as bytes. All of them follow from `next`. */

export interface HostileRequest {
  readonly bytes: Buffer;
  /** Nothing can follow it on the same connection: it is no HTTP, or promises more than it brings. */
  readonly isLast: boolean;
  /** It may be left without an answer: it breaks off, or asks for what is no reply. */
  readonly maySilence: boolean;
  /** It is for the API by the plain form of its address; of others that is not said. */
  readonly isOfApi: boolean;
}

/** What hostile requests may touch, and what they must not be able to. */
export interface Targets {
  /** Sessions and a track that are to be there afterwards as they were. */
  readonly sessions: readonly string[];
  readonly track: string;
}

const whole = (next: Chance, below: number): number => Math.floor(next() * below);
const pick = <T>(next: Chance, some: readonly T[]): T => some[whole(next, some.length)]!;
const chance = (next: Chance, share: number): boolean => next() < share;

/** Sessions of nobody, which hostile requests make, fill and delete as they like. */
const FREE = Array.from({ length: 12 }, (_, i) => `f0000000-0000-4000-8000-${String(i).padStart(12, '0')}`);
const FREE_TRACKS = Array.from({ length: 4 }, (_, i) => `own-${String(i).repeat(16)}`);

/** One hostile request; a well-formed one with something wrong in it, or no HTTP at all. */
export function hostileRequest(next: Chance, targets: Targets): HostileRequest {
  if (chance(next, 0.06)) return noHttp(next);
  const session = pick(next, chance(next, 0.25) ? targets.sessions : FREE);
  const track = chance(next, 0.2) ? targets.track : pick(next, FREE_TRACKS);
  const { path, kind } = pathOf(next, session, track);
  const isGuarded = [...targets.sessions, targets.track].some((id) => path.includes(id));
  const isInvalid = chance(next, 0.02);
  const method = isInvalid ? pick(next, NO_METHODS) : methodFor(next, kind);
  // What may not be touched is asked to be deleted by foreigners alone, whom the service refuses.
  const isForeign = chance(next, 0.12) || (isGuarded && method === 'DELETE');
  const headers = [
    ...(isForeign ? foreign(next) : ['host: 127.0.0.1']),
    ...Array.from({ length: whole(next, 4) }, () => pick(next, ODD_HEADERS)),
  ];
  const framed = bodyOf(next, { kind, method, session, isGuarded });
  const lines = [`${method} ${path} HTTP/1.1`, ...headers, ...framed.headers];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  // Two lengths, or a length with chunks: the parser refuses what could be read in two ways.
  const lengths = lines.filter((line) => /^(content-length|transfer-encoding):/.test(line)).length;
  const isUnknown = !KNOWN_METHODS.includes(method) || /[^\x21-\x7e]/.test(path);
  const isOdd = isUnknown || lengths > 1 || head.length > 12_000;
  return {
    bytes: Buffer.concat([head, framed.body]),
    isLast: isOdd || framed.isBroken || lines.some((line) => /upgrade|^expect/.test(line)),
    maySilence: framed.isBroken || isUnknown,
    isOfApi: !isOdd && /^\/api\//.test(path),
  };
}

const foreign = (next: Chance): readonly string[] =>
  chance(next, 0.5) ? pick(next, HOSTS) : ['host: 127.0.0.1', ...pick(next, ORIGINS)];

type Kind = 'session' | 'sessions' | 'events' | 'track' | 'piece' | 'about' | 'other';

function pathOf(next: Chance, session: string, track: string): { path: string; kind: Kind } {
  const api = '/api/v1';
  const id = chance(next, 0.05)
    ? pick(next, [session.toUpperCase(), `${session}%00`, `{${session}}`, '1'])
    : session;
  const query = chance(next, 0.3) ? pick(next, QUERIES) : '';
  switch (whole(next, 12)) {
    case 0:
      return { path: pick(next, TRAVERSALS), kind: 'other' };
    case 1:
    case 2:
      return { path: pick(next, ODD_PATHS), kind: 'other' };
    case 3:
      return { path: `${api}/sessions${query}`, kind: 'sessions' };
    case 4:
      return { path: `${api}/sessions/${id}${query}`, kind: 'session' };
    case 5:
    case 6:
    case 7:
      return { path: `${api}/sessions/${id}/events${query}`, kind: 'events' };
    case 8:
      return { path: `${api}/sessions/${id}/export${query}`, kind: 'session' };
    case 9:
      return { path: `${api}/tracks/${track}`, kind: 'track' };
    case 10:
      return { path: `${api}/tracks/${track}/upload`, kind: 'piece' };
    default:
      return { path: `${api}/tracks/${pick(next, FREE_TRACKS)}/about`, kind: 'about' };
  }
}

function methodFor(next: Chance, kind: Kind): string {
  if (chance(next, 0.05)) return pick(next, ODD_METHODS);
  const fitting = { sessions: 'POST', events: 'POST', track: 'PUT', piece: 'PATCH', about: 'PUT' } as const;
  if (kind in fitting && chance(next, 0.5)) return fitting[kind as keyof typeof fitting];
  return pick(next, METHODS);
}

interface Framed {
  readonly headers: readonly string[];
  readonly body: Buffer;
  /** It is not what its headers promise. */
  readonly isBroken: boolean;
}

const NONE: Framed = { headers: [], body: Buffer.alloc(0), isBroken: false };

interface For {
  readonly kind: Kind;
  readonly method: string;
  readonly session: string;
  readonly isGuarded: boolean;
}

function bodyOf(next: Chance, about: For): Framed {
  const { method } = about;
  const hasBody = ['POST', 'PUT', 'PATCH'].includes(method) ? !chance(next, 0.05) : chance(next, 0.1);
  if (!hasBody) return NONE;
  const content = contentOf(next, about);
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const isFile = about.kind === 'track' || about.kind === 'piece';
  const usual = isFile ? 'application/octet-stream' : 'application/json';
  const types = [`content-type: ${chance(next, 0.8) ? usual : pick(next, TYPES)}`];
  if (chance(next, 0.03)) types.push(`content-type: ${pick(next, TYPES)}`);
  if (chance(next, 0.03)) types.push(`content-encoding: ${pick(next, ['gzip', 'br', 'deflate', 'x', ''])}`);
  if (about.kind === 'piece' && chance(next, 0.7))
    types.push(`upload-offset: ${whole(next, 3) * 7}`, `upload-length: ${1 + whole(next, 40)}`);
  return framed(next, bytes, types);
}

function contentOf(next: Chance, { kind, session, isGuarded }: For): string | Buffer {
  if (chance(next, 0.35)) return pick(next, BODIES);
  switch (kind) {
    case 'events':
      return isGuarded || chance(next, 0.6) ? pick(next, REFUSED_EVENTS) : pick(next, TAKEN_EVENTS);
    case 'sessions': {
      const startedAtMs = pick(next, [
        '1',
        '0',
        '8.64e15',
        '8.64e16',
        '-1',
        '0.1',
        '1e-7',
        '"1"',
        'null',
        '1e999',
      ]);
      const protocol = pick(next, ['rescue', '', ' ', '../x', 'x'.repeat(101), '\\u0000', '<b>', '\\ud800']);
      return `{"id":"${session}","startedAtMs":${startedAtMs},"protocol":"${protocol}"}`;
    }
    case 'about': {
      const name = pick(next, ['a.mp3', '', '../../x', 'x'.repeat(1001), '\\u0000', '\\ud800']);
      return `{"fileName":"${name}","addedAtMs":${whole(next, 3) - 1},"trigger":"clean"}`;
    }
    case 'track':
    case 'piece':
      return Buffer.from(Array.from({ length: whole(next, 30) }, () => whole(next, 256)));
    case 'session':
    case 'other':
      return pick(next, BODIES);
  }
}

/** With its length, in chunks, or with a length or chunks that are wrong. */
export function framed(next: Chance, body: Buffer, types: readonly string[]): Framed {
  const { length } = body;
  const broken = (more: readonly string[], bytes = body): Framed => ({
    headers: [...types, ...more],
    body: bytes,
    isBroken: true,
  });
  const chunked = 'transfer-encoding: chunked';
  const chunk = Buffer.concat([Buffer.from(`${length.toString(16)}\r\n`), body, Buffer.from('\r\n')]);
  const end = Buffer.from('0\r\n\r\n');
  switch (whole(next, 24)) {
    case 0:
      return broken([`content-length: ${length + 1 + whole(next, 1000)}`]);
    case 1:
      return broken(
        [`content-length: ${Math.max(0, length - 1 - whole(next, 5))}`],
        Buffer.concat([body, end]),
      );
    case 2:
      return broken([
        `content-length: ${pick(next, ['abc', '+5', '1e3', '0x5', '5, 5', '-1', '', '9'.repeat(30)])}`,
      ]);
    case 3:
      return broken([`content-length: ${length}`, `content-length: ${length + 1}`]);
    case 4:
      return broken([`content-length: ${length}`, chunked], Buffer.concat([chunk, end]));
    case 5:
      return broken(
        [chunked],
        Buffer.from(pick(next, ['zz\r\n', 'FFFFFFFFFFFFFFFFF\r\n', '-1\r\n', '5\r\nab', '\r\n'])),
      );
    case 6:
      return broken([chunked], chunk);
    case 7:
      return broken([
        `transfer-encoding: ${pick(next, ['gzip, chunked', 'chunked, gzip', 'xchunked', 'identity', ''])}`,
      ]);
    case 8:
      return broken([`content-length: ${length * 2 + 1}`], body.subarray(0, length >> 1));
    case 9:
      return broken(['content-length: 200000001']);
    case 10:
    case 11:
      return length === 0
        ? { ...NONE, headers: types }
        : { headers: [...types, chunked], body: Buffer.concat([chunk, end]), isBroken: false };
    case 12:
      return broken([chunked], Buffer.concat([chunk, Buffer.from('0;x="y"\r\nhost: evil.example\r\n\r\n')]));
    default:
      return { headers: [...types, `content-length: ${length}`], body, isBroken: false };
  }
}

function noHttp(next: Chance): HostileRequest {
  const some = chance(next, 0.3)
    ? Buffer.from(Array.from({ length: whole(next, 200) }, () => whole(next, 256)))
    : pick(next, NO_HTTP);
  const bytes = typeof some === 'string' ? Buffer.from(some, 'latin1') : some;
  return { bytes, isLast: true, maySilence: true, isOfApi: false };
}
