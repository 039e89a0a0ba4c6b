import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { Check, Clean } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import {
  Appended,
  errorCodes,
  errorReply,
  GapReply,
  KeptTrack,
  SessionPage,
  SessionSummary,
  TrackList,
  type ErrorStatus,
} from '../../../server/contract/index.ts';
import {
  isAppended,
  isErrorReply,
  isGapReply,
  isKeptTrack,
  isSessionPage,
  isSessionSummary,
  isTrackList,
} from '../../../web/storage/reply-shapes.ts';
import { SESSION_ID } from './outbox-under-test.ts';

const track = {
  id: 'own-0123456789abcdef',
  sizeBytes: 7,
  about: {
    fileName: 'a song.mp3',
    addedAtMs: 1000,
    trigger: 'clean',
    placed: { family: 'calming', level: 2 },
  },
};
const summary = { id: SESSION_ID, startedAtMs: 1000, protocol: 'rescue', eventCount: 3, endedAtMs: 9 };

interface Case {
  readonly name: string;
  readonly guard: (value: unknown) => boolean;
  readonly schema: TSchema;
  readonly good: object;
}

const cases: readonly Case[] = [
  { name: 'isAppended', guard: isAppended, schema: Appended, good: { nextSeq: 4 } },
  { name: 'isSessionSummary', guard: isSessionSummary, schema: SessionSummary, good: summary },
  {
    name: 'isGapReply',
    guard: isGapReply,
    schema: GapReply,
    good: { service: 'attune', code: 'gap', message: '', expectedSeq: 1 },
  },
  {
    name: 'isSessionPage',
    guard: isSessionPage,
    schema: SessionPage,
    good: { sessions: [summary], next: '1~a' },
  },
  { name: 'isKeptTrack', guard: isKeptTrack, schema: KeptTrack, good: track },
  { name: 'isTrackList', guard: isTrackList, schema: TrackList, good: { tracks: [track] } },
  ...([400, 403, 409] as const).map((status) => ({
    name: `isErrorReply(${status})`,
    guard: isErrorReply(status),
    schema: errorReply(status),
    good: { service: 'attune', code: errorCodes[status][0], message: 'why' },
  })),
];

/** Every object within, itself first. */
const objectsIn = (value: unknown): Record<string, unknown>[] =>
  typeof value === 'object' && value !== null
    ? [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)]
    : [];

/** Values that are near to what the fields want, and some that are not. */
const near = fc.oneof(
  fc.constantFrom(
    '',
    'gap',
    'conflict',
    'clean',
    'activating',
    'own-0123456789abcdef',
    1.5,
    -1,
    0,
    5,
    6,
    null,
  ),
  fc.jsonValue({ maxDepth: 1 }),
);

describe('the shapes of replies', () => {
  it.each(cases)('$name says what the contract’s schema says, of a reply spoiled anywhere', (it) => {
    expect(it.guard(it.good)).toBe(true);
    const asSchema = (value: unknown): boolean => Check(it.schema, Clean(it.schema, structuredClone(value)));
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.option(near, { nil: undefined }), (where, which, put) => {
        const spoiled = structuredClone(it.good);
        const places = objectsIn(spoiled);
        const place = places[where % places.length]!;
        const names = [...Object.keys(place), 'added'];
        const name = names[which % names.length]!;
        if (put === undefined) Reflect.deleteProperty(place, name);
        else place[name] = put;
        expect(it.guard(spoiled)).toBe(asSchema(spoiled));
      }),
      { numRuns: 500 },
    );
  });

  it.each(cases)('$name says no to what is no object', ({ guard }) => {
    for (const value of [undefined, null, 7, 'a page', [], '<html></html>']) expect(guard(value)).toBe(false);
  });
});

describe('isErrorReply', () => {
  it('takes each code with its own status alone', () => {
    const statuses = Object.keys(errorCodes).map(Number) as ErrorStatus[];
    for (const status of statuses)
      for (const code of statuses.flatMap((it) => errorCodes[it] as readonly string[]))
        expect(isErrorReply(status)({ service: 'attune', code, message: '' })).toBe(
          (errorCodes[status] as readonly string[]).includes(code),
        );
  });
});
