import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../database/store-error.ts';
import { lastingTrackStore } from './lasting-track-store.ts';
import type { Music } from './music.ts';
import type { TrackStore, TrackStorePorts } from './track-store.ts';

type MusicPorts = TrackStorePorts &
  Required<Pick<TrackStorePorts, 'notify'>> & {
    /** Lists that are held open beyond those in use. */
    readonly mostOpen?: number;
  };

/** What an account's id looks like, and so the name of its folder. */
const ACCOUNT = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Held {
  readonly store: TrackStore;
  users: number;
}

/**
 * A folder for each account, with its own files and its own list. The same file in two folders is there twice: one of
 * them says nothing of the other, neither by its reply nor by its being deleted. A folder is made at the first upload
 * or look, opened when needed and closed when others are.
 */
export const musicOfAccounts = (ports: MusicPorts): Music => {
  const { use, hold, all, close } = openLists(ports);
  return {
    of: async (owner) => {
      if (owner === undefined || !ACCOUNT.test(owner))
        throw new StoreError('failed', 'Music is kept for accounts alone here.');
      const { store } = await hold(owner);
      return {
        put: (id, bytes) => use(owner, (it) => it.put(id, bytes)),
        append: (piece, bytes) => use(owner, (it) => it.append(piece, bytes)),
        received: (id) => use(owner, (it) => it.received(id)),
        describe: (id, about) => use(owner, (it) => it.describe(id, about)),
        list: () => use(owner, (it) => it.list()),
        read: (id) => use(owner, (it) => it.read(id)),
        delete: (id) => use(owner, (it) => it.delete(id)),
        check: () => use(owner, (it) => it.check()),
        isErased: () => store.isErased(),
        opening: () => store.opening(),
        close: () => Promise.resolve(),
      };
    },
    isErased: () => true,
    check: async () => {
      for (const { store } of await all()) await store.check();
    },
    close,
  };
};

/** Opens lists as they are asked for, and closes those that have not been for longest. */
const openLists = ({ folder, mostOpen = 64, ...ports }: MusicPorts) => {
  const held = new Map<string, Promise<Held>>();

  const hold = (owner: string): Promise<Held> => {
    const known = held.get(owner);
    held.delete(owner);
    const holding = known ?? open(owner);
    // What was used last stands last.
    held.set(owner, holding);
    return holding;
  };
  const open = async (owner: string): Promise<Held> => {
    try {
      if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
      return { store: await lastingTrackStore({ ...ports, folder: join(folder, owner) }), users: 0 };
    } catch (error) {
      held.delete(owner);
      throw error instanceof StoreError
        ? error
        : new StoreError('failed', `The folder of music ${folder} cannot be used.`, { cause: error });
    }
  };
  const closeIdle = async (): Promise<void> => {
    for (const [owner, holding] of held) {
      if (held.size <= mostOpen) return;
      const { store, users } = await holding;
      if (users > 0 || !store.isErased() || held.get(owner) !== holding) continue;
      held.delete(owner);
      await store.close();
    }
  };
  const use = async <T>(owner: string, work: (store: TrackStore) => Promise<T>): Promise<T> => {
    const it = await hold(owner);
    it.users += 1;
    try {
      return await work(it.store);
    } finally {
      it.users -= 1;
      await closeIdle();
    }
  };
  return {
    hold,
    use,
    all: () => Promise.all(held.values()),
    close: async () => {
      const closing = [...held.values()];
      held.clear();
      await Promise.all(closing.map(async (it) => (await it).store.close()));
    },
  };
};
