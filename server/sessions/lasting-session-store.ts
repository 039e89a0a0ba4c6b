import { reopening } from '../database/reopening.ts';
import type { SessionStore } from './session-store.ts';

export interface LastingSessionPorts {
  /** @throws StoreError  (as a rejection) */
  readonly open: () => Promise<SessionStore>;
  readonly notify: (message: string) => void;
}

/** A session log that is opened anew, or begun anew, when its file has been taken away. */
export const lastingSessionStore = async ({ open, notify }: LastingSessionPorts): Promise<SessionStore> => {
  const { use, latest, close } = await reopening({ open, notify, called: 'session log' });
  return {
    create: (session) => use((it) => it.create(session)),
    append: (id, entries) => use((it) => it.append(id, entries)),
    find: (id) => use((it) => it.find(id)),
    list: (page) => use((it) => it.list(page)),
    texts: (id, range) => use((it) => it.texts(id, range)),
    delete: (id) => use((it) => it.delete(id)),
    isErased: () => latest().isErased(),
    opening: () => latest().opening(),
    check: () => use((it) => it.check()),
    close,
  };
};
