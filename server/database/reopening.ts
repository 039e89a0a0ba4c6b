import { StoreError } from './store-error.ts';

interface Closable {
  close(): Promise<void>;
}

/** A store that is opened anew when what it was kept in has been taken away. */
export interface Reopening<Store extends Closable> {
  /** Works on the store. @throws StoreError `gone`  (as a rejection) until it is open again; and what `work` throws */
  readonly use: <T>(work: (store: Store) => Promise<T>) => Promise<T>;
  /** The store that is open, or was until it was lost. */
  readonly latest: () => Store;
  readonly close: () => Promise<void>;
}

/** The same of a store that is not opened anew: what is lost stays lost. */
export const openOnce = <Store extends Closable>(store: Store): Reopening<Store> => ({
  use: (work) => work(store),
  latest: () => store,
  close: () => store.close(),
});

export interface ReopeningPorts<Store> {
  readonly open: () => Promise<Store>;
  /** "session log", as in "The session log is no longer in its folder". */
  readonly called: string;
  /** Told once when it is lost, when what keeps it from being opened changes, and when it is open again. */
  readonly notify: (message: string) => void;
}

/** How long it waits before it looks whether the store can be opened again, ms. */
const RETRY_MS = 1000;

/** @throws StoreError  (as a rejection) it cannot be opened in the first place */
export const reopening = async <Store extends Closable>({
  open,
  called,
  notify,
}: ReopeningPorts<Store>): Promise<Reopening<Store>> => {
  let latest = await open();
  let store: Store | undefined = latest;
  let retry: NodeJS.Timeout | undefined;
  const say = withoutRepeats(notify);
  let isClosed = false;
  /** What is under way in the background: letting go of the old one, or opening a new one. */
  let busy: Promise<void> = Promise.resolve();

  const openAgain = async (): Promise<void> => {
    try {
      const opened = await open();
      if (isClosed) {
        await opened.close();
        return;
      }
      store = latest = opened;
      say(`The ${called} is open again. Browsers send what it does not have and they still keep.`);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      lookLater();
    }
  };
  const lookLater = (): void => {
    if (!isClosed) retry = setTimeout(() => void (busy = openAgain()), RETRY_MS).unref();
  };
  const lose = (lost: Store): void => {
    if (store !== lost) return;
    store = undefined;
    say(lossOf(called));
    busy = lost
      .close()
      .catch(() => undefined)
      .then(lookLater);
  };
  return {
    use: async (work) => {
      const used = store;
      if (!used) throw new StoreError('gone', `The ${called} is not there.`);
      try {
        return await work(used);
      } catch (error) {
        if (error instanceof StoreError && error.code === 'gone') lose(used);
        // It failed since somebody else lost it, and let go of it.
        if (store !== used)
          throw new StoreError('gone', `The ${called} was lost meanwhile.`, { cause: error });
        throw error;
      }
    },
    latest: () => latest,
    close: async () => {
      isClosed = true;
      clearTimeout(retry);
      await busy;
      await store?.close();
    },
  };
};

const lossOf = (called: string): string =>
  `The ${called} is no longer where it was opened: its folder or a file in it was deleted, moved or replaced. ` +
  'Nothing is taken until it can be opened again. Put the folder back, or stop Attune and start it anew.';

const withoutRepeats = (notify: (message: string) => void) => {
  let last = '';
  return (message: string): void => {
    if (message !== last) notify(message);
    last = message;
  };
};
