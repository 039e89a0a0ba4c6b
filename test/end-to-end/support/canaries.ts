import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** A place in which something may have been left, with what is there as bytes that stand for themselves. */
export interface Trace {
  readonly where: string;
  readonly bytes: Buffer;
}

/** A sentence that occurs nowhere else, to be looked for. */
export const canary = (name: string): string =>
  `${name}-canary-${Buffer.from(crypto.getRandomValues(new Uint8Array(6))).toString('hex')}`;

/** Where each canary was found, a line each, in any of the ways in which browsers write text. */
export const found = (canaries: readonly string[], traces: readonly Trace[]): readonly string[] =>
  traces.flatMap(({ where, bytes }) =>
    canaries
      .filter((one) => ['utf8', 'utf16le'].some((as) => bytes.includes(Buffer.from(one, as as 'utf8'))))
      .map((one) => `${one} in ${where}`),
  );

/** Every file below a folder. One that is gone meanwhile holds nothing. */
export async function filesBelow(folder: string): Promise<readonly Trace[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const read = await Promise.all(
    files.map(async (where) => ({ where, bytes: await readFile(where).catch(() => Buffer.alloc(0)) })),
  );
  return read.filter(({ bytes }) => bytes.length > 0);
}

/** All that the page's browser keeps for it and shows of it, apart from the screen. */
export async function tracesIn(page: Page): Promise<readonly Trace[]> {
  const said = await page.evaluate(gather);
  const cookies = JSON.stringify(await page.context().cookies());
  return [...said, { where: 'cookies', text: cookies }].map(({ where, text }) => ({
    where,
    bytes: Buffer.from(text),
  }));
}

/** In the page. */
async function gather(): Promise<{ where: string; text: string }[]> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no reason given'));
    });
  /** Bytes as the text that they would be. */
  const plain = (_: string, value: unknown): unknown => {
    if (value instanceof ArrayBuffer) return new TextDecoder().decode(value);
    return ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value;
  };
  const traces = [
    { where: 'address', text: location.href },
    { where: 'title', text: document.title },
    { where: 'history state', text: JSON.stringify(history.state) },
    {
      where: 'requests',
      text: performance
        .getEntries()
        .map((entry) => entry.name)
        .join('\n'),
    },
    { where: 'localStorage', text: JSON.stringify(Object.entries(localStorage)) },
    { where: 'sessionStorage', text: JSON.stringify(Object.entries(sessionStorage)) },
  ];
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name!));
    for (const table of database.objectStoreNames) {
      const store = database.transaction(table).objectStore(table);
      const [keys, rows] = await Promise.all([
        done(store.getAllKeys()),
        done(store.getAll() as IDBRequest<unknown[]>),
      ]);
      traces.push({ where: `IndexedDB ${name!}/${table}`, text: JSON.stringify([keys, rows], plain) });
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const requests = await cache.keys();
    traces.push({ where: `cache ${name}`, text: requests.map(({ url }) => url).join('\n') });
  }
  return traces;
}
