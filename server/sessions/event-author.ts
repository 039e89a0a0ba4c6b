import { isDeepStrictEqual } from 'node:util';
import type { FastifyRequest } from 'fastify';
import { decideAuthor } from '../access/decide.ts';
import type { Whose } from '../access/reach.ts';
import type { LoggedEvent } from '../contract/index.ts';
import { notPermitted } from '../http/access-guard.ts';
import { foundSession, type Sessions } from './found-session.ts';

/** A command to a session that somebody gave who may; absent: there is none of that number. */
export type GivenCommand = (
  of: { readonly session: string; readonly whose: Whose },
  number: number,
) => Promise<object | undefined>;

interface Authored {
  readonly id: string;
  readonly events: readonly LoggedEvent[];
  /** Absent: nobody commands a session from elsewhere. */
  readonly given?: GivenCommand | undefined;
}

/**
 * Nobody speaks for somebody else: whose event is appended must be who appends it. A client's own page logs what it
 * carries out of a clinician's commands as the clinician's, as they were given and not otherwise.
 *
 * @throws Failure 403, or 404 where the session is not reached
 */
export const refuseForeignAuthors = async (
  { actor, reach }: FastifyRequest,
  sessions: Pick<Sessions, 'find'>,
  { id, events, given }: Authored,
): Promise<void> => {
  if (actor.kind === 'person') return;
  // Who reaches their own things alone is asked for no more: another session is not found when it is written to.
  const isOwnAlone = reach.whose.length === 1 && reach.whose[0] === reach.own;
  const owner = isOwnAlone ? reach.own : (await foundSession(sessions, id)).client;
  const way = reach.to(owner);
  const mayBe = ({ author }: LoggedEvent) => way !== undefined && decideAuthor(actor, author, way).allowed;
  for (const event of events) {
    if (mayBe(event)) continue;
    if (
      way?.relation === 'own' &&
      event.author === 'clinician' &&
      (await isAsGiven({ session: id, whose: reach.whose }, event, given))
    )
      continue;
    refuse(event);
  }
};

/** Whether an event is what a command says, field by field. */
const isAsGiven = async (
  room: Parameters<GivenCommand>[0],
  event: LoggedEvent & { readonly command?: unknown },
  given: GivenCommand | undefined,
): Promise<boolean> => {
  const { seq: _seq, atMs: _atMs, author: _author, command: number, ...asked } = event;
  if (typeof number !== 'number' || !Number.isInteger(number)) return false;
  const command = await given?.(room, number);
  return command !== undefined && isDeepStrictEqual(asked, command);
};

const refuse = (foreign: LoggedEvent): never => {
  throw notPermitted(
    `event ${foreign.seq} says that its author is "${foreign.author}", and your account is not: nothing was taken.`,
  );
};
