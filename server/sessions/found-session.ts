import type { FastifyRequest } from 'fastify';
import type { Whose } from '../access/reach.ts';
import { withoutWords } from '../access/without-words.ts';
import type { SessionSummary } from '../contract/index.ts';
import { Failure } from '../http/failures.ts';
import type { SessionCursor, SessionLog, SessionStore } from './session-store.ts';

export const noSuchSession = () => new Failure(404, 'There is no such session.');

export const wasDeleted = () => new Failure(410, 'This session was deleted here, for good.');

/** The sessions that a request reaches. */
export interface Sessions extends Omit<SessionLog, 'list'> {
  /** Newest first, with whether there are more. */
  page(
    limit: number,
    before: SessionCursor | undefined,
  ): Promise<{ readonly sessions: SessionSummary[]; readonly hasMore: boolean }>;
}

/**
 * The sessions that a request reaches. Whose were found is noted for the access log, and a researcher is given events
 * without words: a route cannot forget either.
 *
 * @param of  only those of some whom the request reaches
 */
export const sessionsOf = (
  store: SessionStore,
  request: Pick<FastifyRequest, 'actor' | 'reach' | 'seen'>,
  of: Whose = request.reach.whose,
): Sessions => {
  const { actor, reach, seen } = request;
  const { whose: reached, own } = reach;
  const whose = reached === 'all' || of === 'all' ? reached : of.filter((it) => reached.includes(it));
  const log = store.within({ whose, owner: own });
  const note = ({ client, id }: SessionSummary) => {
    if (client === undefined) return;
    // Several of one person's are one line of the list.
    seen.set(client, seen.has(client) ? undefined : id);
  };
  const isResearcher = actor.kind === 'account' && actor.role === 'researcher';
  return {
    ...log,
    find: async (id) => {
      const found = await log.find(id);
      if (found) note(found);
      return found;
    },
    page: async (limit, before) => {
      const listed = await log.list({ limit: limit + 1, ...(before && { before }) });
      const sessions = listed.slice(0, limit);
      sessions.forEach(note);
      return { sessions, hasMore: listed.length > limit };
    },
    delete: async (id) => {
      const found = actor.kind === 'account' ? await log.find(id) : undefined;
      const isDeleted = await log.delete(id);
      if (found && isDeleted) note(found);
      return isDeleted;
    },
    texts: async (id, range) => {
      const texts = await log.texts(id, range);
      const isOthers = isResearcher && (await log.find(id))?.client !== actor.id;
      return isOthers ? texts.map(withoutWords) : texts;
    },
  };
};

/** The session of that id. @throws Failure 404 */
export const foundSession = async (sessions: Pick<Sessions, 'find'>, id: string): Promise<SessionSummary> => {
  const session = await sessions.find(id);
  if (!session) throw noSuchSession();
  return session;
};
