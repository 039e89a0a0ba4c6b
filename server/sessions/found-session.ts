import type { SessionSummary } from '../contract/index.ts';
import { Failure } from '../http/failures.ts';
import type { SessionStore } from './session-store.ts';

export const noSuchSession = () => new Failure(404, 'There is no such session.');

export const wasDeleted = () => new Failure(410, 'This session was deleted here, for good.');

/** The session of that id. @throws Failure 404 */
export const foundSession = async (store: SessionStore, id: string): Promise<SessionSummary> => {
  const session = await store.find(id);
  if (!session) throw noSuchSession();
  return session;
};
