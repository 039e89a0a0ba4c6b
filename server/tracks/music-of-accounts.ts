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

/**
 * A folder for each account, with its own files and its own list. The same file in two folders is there twice: one of
 * them says nothing of the other, neither by its reply nor by its being deleted. A folder is made at the first upload
 * or look, opened when needed and closed when others are.
 */
export const musicOfAccounts = (ports: MusicPorts): Music => {
  const { use, hold, stores, close } = openLists(ports);
  return {
    of: async (owner) => {
      if (owner === undefined || !ACCOUNT.test(owner))
        throw new StoreError('failed', 'Music is kept for accounts alone here.');
      const store = await hold(owner);
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
    isErased: () => [...stores].every((it) => it.isErased()),
    check: async () => {
      await Promise.all([...stores].map((it) => it.check()));
    },
    close,
  };
};

/** Opens lists as they are asked for, and closes those that have not been for longest. */
const openLists = ({ folder, mostOpen = 64, ...ports }: MusicPorts) => {
  const held = new Map<string, Promise<TrackStore>>();
  /** How many work with each list now. */
  const users = new Map<string, number>();
  const stores = new Set<TrackStore>();

  const open = async (owner: string): Promise<TrackStore> => {
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    const store = await lastingTrackStore({ ...ports, folder: join(folder, owner) });
    stores.add(store);
    return store;
  };
  const hold = (owner: string): Promise<TrackStore> => {
    const known = held.get(owner);
    // What was used last stands last.
    held.delete(owner);
    const holding = known ?? open(owner);
    held.set(owner, holding);
    // It is tried anew by whoever asks next.
    if (!known) holding.catch(() => held.delete(owner));
    return holding;
  };
  const close = async (store: TrackStore): Promise<void> => {
    stores.delete(store);
    await store.close();
  };
  const closeIdle = async (): Promise<void> => {
    for (const [owner, holding] of held) {
      if (held.size <= mostOpen) return;
      const store = await holding.catch(() => undefined);
      if (!store?.isErased() || (users.get(owner) ?? 0) > 0 || held.get(owner) !== holding) continue;
      held.delete(owner);
      await close(store);
    }
  };
  const use = async <T>(owner: string, work: (store: TrackStore) => Promise<T>): Promise<T> => {
    const count = (by: number) => users.set(owner, (users.get(owner) ?? 0) + by);
    count(1);
    try {
      return await work(await hold(owner));
    } finally {
      count(-1);
      if (users.get(owner) === 0) users.delete(owner);
      await closeIdle();
    }
  };
  const closeAll = async (): Promise<void> => {
    held.clear();
    await Promise.all([...stores].map(close));
  };
  return { hold, use, stores, close: closeAll };
};
