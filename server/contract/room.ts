import Type, { type Static } from 'typebox';
import { SessionParams } from './session.ts';

/** Largest message that a room takes, bytes. */
export const MAX_ROOM_MESSAGE_BYTES = 8192;

/** Why a socket of a room was closed, by its code. The caller joins anew where it says so, from what it has. */
export const ROOM_CLOSED = {
  /** The service restarts or closes: join anew, perhaps at another replica. */
  restarting: 1001,
  /** What was sent is no message of a room: a bug of the caller. */
  invalid: 1008,
  /** A fault of the service: join anew in a while. */
  failed: 1011,
  /** It does not take what is sent fast enough, or sends too much: join anew in a while. */
  overloaded: 1013,
  /** The session was deleted, or may no longer be seen. */
  gone: 4404,
} as const;

export const RoomParams = SessionParams;

export const RoomQuery = Type.Object(
  {
    /** The first `seq` (of a watcher) or command number (of the player) that it does not have; absent: 0. */
    from: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 })),
  },
  { additionalProperties: false },
);
export type RoomQuery = Static<typeof RoomQuery>;

/** `plays`: the page that has the session, which is given commands. `watches`: one that is sent its log. */
export type RoomPart = 'plays' | 'watches';

/**
 * What a watcher asks of the session: an input of the engine without its time and author. The page that plays decides
 * what comes of it: its safety is not given away. What it carries out it logs as the clinician's, with these very
 * fields and the command's number.
 */
export const RoomCommand = Type.Object(
  {
    type: Type.String({ pattern: '^[a-z-]{1,40}$' }),
    /** Why, in the clinician's words. */
    why: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: true },
);
export type RoomCommand = Static<typeof RoomCommand>;

/** What a page says in a room. */
export const RoomSaid = Type.Union([
  /** By a watcher. `id` is its own name for it; saying it again is harmless. */
  Type.Object(
    {
      type: Type.Literal('command'),
      id: Type.String({ pattern: '^[\\w-]{1,64}$' }),
      command: RoomCommand,
    },
    { additionalProperties: false },
  ),
  /** Asks for the service's time, to measure how the clocks lie. */
  Type.Object({ type: Type.Literal('time'), sentMs: Type.Number() }, { additionalProperties: false }),
]);
export type RoomSaid = Static<typeof RoomSaid>;

/** What a room tells a page. */
export type RoomTold =
  /** Events of the log from `seq` `from` on, without gaps and each once. */
  | { readonly type: 'events'; readonly from: number; readonly events: readonly unknown[] }
  /** A command, for the page that plays. Numbers ascend; `ageMs` is how long it waited. */
  | {
      readonly type: 'command';
      readonly number: number;
      readonly id: string;
      readonly by: string;
      readonly ageMs: number;
      readonly command: RoomCommand;
    }
  /** To the watcher who said it: it is kept, and sent to the page that plays as soon as that is here. */
  | { readonly type: 'kept'; readonly id: string; readonly number: number }
  /** To the watcher who said it: who may look may not always have a say. */
  | { readonly type: 'refused'; readonly id: string }
  /** Who is here now. */
  | { readonly type: 'presence'; readonly plays: boolean; readonly watchers: number }
  | { readonly type: 'time'; readonly sentMs: number; readonly serviceMs: number };
