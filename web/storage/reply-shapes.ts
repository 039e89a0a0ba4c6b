import { errorCodes, type ErrorCode } from '../../server/contract/error-codes.ts';
import type {
  Appended,
  Deleted,
  ErrorReply,
  GapReply,
  KeptTrack,
  SessionPage,
  SessionSummary,
  TrackAbout,
  TrackList,
  TrackUpload,
  WrongOffsetReply,
} from '../../server/contract/index.ts';

/**
 * What the service's replies look like, as the page tells them from what others send in its place. The contract's
 * own schemas would bring 30 kB of library, and loading them later would ask the network about the network; a test
 * holds these against the schemas, value by value. Fields that a newer service adds are no fault.
 */
export type Shape<T> = (value: unknown) => value is T;

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isWhole: Check = (value) => Number.isInteger(value);
const isNumber: Check = (value) => Number.isFinite(value);
const isEpochMs: Check = (value) => isNumber(value) && Number(value) >= 0 && Number(value) <= 8.64e15;
const fits =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);
const absentOr =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** An object whose fields pass. Every field of `T` has its check, so that none is forgotten. */
const shape =
  <T extends object>(checks: Readonly<Record<keyof T, Check>>): Shape<T> =>
  (value): value is T =>
    isFields(value) && Object.entries<Check>(checks).every(([name, passes]) => passes(value[name]));

export const isAppended = shape<Appended>({ nextSeq: isWhole });

export const isSessionSummary = shape<SessionSummary>({
  id: fits(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  client: absentOr(fits(/^[\w-]{1,100}$/)),
  startedAtMs: isEpochMs,
  protocol: fits(/^[\w .:-]{1,100}$/),
  eventCount: isWhole,
  firstAtMs: absentOr(isNumber),
  lastAtMs: absentOr(isNumber),
  endedAtMs: absentOr(isNumber),
});

export const isSessionPage = shape<SessionPage>({
  sessions: (value) => Array.isArray(value) && value.every(isSessionSummary),
  next: absentOr(isText),
});

/** It names itself as ours. */
const isService = oneOf('attune');

export const isGapReply = shape<GapReply>({
  service: isService,
  code: oneOf('gap'),
  message: isText,
  expectedSeq: isWhole,
});

/** Where a track's next piece begins. */
export const isWrongOffsetReply = shape<WrongOffsetReply>({
  service: isService,
  code: oneOf('wrong-offset'),
  message: isText,
  offset: isWhole,
});

/** How far the track `id` has come. */
export const isTrackUpload = (id: string): Shape<TrackUpload> =>
  shape<TrackUpload>({ service: isService, id: oneOf(id), offset: isWhole, complete: absentOr(oneOf(true)) });

/** The service's own word that `id` is gone. */
export const isDeleted = (id: string): Shape<Deleted> =>
  shape<Deleted>({ service: isService, deleted: oneOf(id), erased: (value) => typeof value === 'boolean' });

const isTrackAbout = shape<TrackAbout>({
  fileName: (value) => typeof value === 'string' && value.length >= 1 && value.length <= 1000,
  addedAtMs: isEpochMs,
  trigger: oneOf('clean', 'unknown', 'trigger'),
  placed: absentOr(
    shape<NonNullable<TrackAbout['placed']>>({
      family: oneOf('calming', 'activating'),
      level: oneOf(1, 2, 3, 4, 5),
    }),
  ),
});

export const isKeptTrack = shape<KeptTrack>({
  id: fits(/^own-[0-9a-f]{16}$/),
  sizeBytes: isWhole,
  about: absentOr(isTrackAbout),
});

export const isTrackList = shape<TrackList>({
  tracks: (value) => Array.isArray(value) && value.every(isKeptTrack),
});

/** A failure in our own format; its code must be one that belongs to the status it came with. */
export const isErrorReply = (status: number): Shape<ErrorReply> =>
  shape<ErrorReply>({
    service: isService,
    code: oneOf(...((errorCodes as Readonly<Record<number, readonly ErrorCode[]>>)[status] ?? [])),
    message: isText,
  });
