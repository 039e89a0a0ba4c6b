import type { FastifyRequest } from 'fastify';
import { decideAuthor } from '../access/decide.ts';
import type { LoggedEvent } from '../contract/index.ts';
import { notPermitted } from '../http/access-guard.ts';
import { foundSession, type Sessions } from './found-session.ts';

/**
 * Nobody speaks for somebody else: whose event is appended must be who appends it.
 *
 * @throws Failure 403, or 404 where the session is not reached
 */
export const refuseForeignAuthors = async (
  { actor, reach }: FastifyRequest,
  sessions: Pick<Sessions, 'find'>,
  { id, events }: { readonly id: string; readonly events: readonly LoggedEvent[] },
): Promise<void> => {
  if (actor.kind === 'person') return;
  // Who reaches their own things alone is asked for no more: another session is not found when it is written to.
  const isOwnAlone = reach.whose.length === 1 && reach.whose[0] === reach.own;
  const owner = isOwnAlone ? reach.own : (await foundSession(sessions, id)).client;
  const way = reach.to(owner);
  const foreign = events.find(({ author }) => !way || !decideAuthor(actor, author, way).allowed);
  if (!foreign) return;
  throw notPermitted(
    `event ${foreign.seq} says that its author is "${foreign.author}", and your account is not: nothing was taken.`,
  );
};
