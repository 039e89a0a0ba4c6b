import type { Belongings } from '../kit/belongings.ts';

interface StoredBelongings extends Pick<Belongings, 'folder' | 'title'> {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Of the texts in local storage, by the name of the file that each becomes. */
  readonly keys: Readonly<Record<string, string>>;
}

/** What a feature keeps in local storage as something that can be taken along: a file for each text. */
export const storedBelongings = ({ folder, title, storage, keys }: StoredBelongings): Belongings => ({
  folder,
  title,
  take: () =>
    Promise.resolve(
      Object.entries(keys).flatMap(([path, key]) => {
        const text = storage.getItem(key);
        return text === null ? [] : [{ path, bytes: new TextEncoder().encode(text) }];
      }),
    ),
  put: async (files) => {
    const given = files.map(({ path, bytes }) => {
      const key = keys[path];
      if (key === undefined) throw new RangeError(`${path} is not known here`);
      return [key, new TextDecoder('utf-8', { fatal: true }).decode(bytes)] as const;
    });
    for (const [key, text] of given) if (storage.getItem(key) === null) storage.setItem(key, text);
    return Promise.resolve();
  },
  destroy: () => {
    for (const key of Object.values(keys)) storage.removeItem(key);
    return Promise.resolve();
  },
});
