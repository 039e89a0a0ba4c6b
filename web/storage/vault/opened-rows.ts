import { Observable } from 'rxjs';
import type { Envelope } from './envelope.ts';
import type { Root } from './root.ts';
import { dataKeyIn, rowIn } from './sealed-rows.ts';
import type { DataKey, SealedRow } from './vault-database.ts';

/** Rows as they lie in the database, with the key of their kind. */
export interface Sealed {
  readonly key: DataKey | undefined;
  readonly rows: readonly SealedRow[];
}

export interface Opened<Row> {
  readonly rows: readonly Row[];
  /** So many did not open. */
  readonly unreadable: number;
}

/** So long at a time is spent on opening rows, ms; then the page has a turn. */
const SLICE_MS = 8;

/** Opens the rows of one kind, a slice at a time, and only those that have changed since the last time. */
export function rowOpener<Row extends { readonly id: string }>(kind: string) {
  let known = new Map<string, { readonly envelope: Envelope; readonly row: Row | undefined }>();
  const openAll = async (root: Root, { key, rows }: Sealed, over: () => boolean) => {
    const dataKey = key && dataKeyIn(root, key, kind);
    const next: typeof known = new Map();
    let sinceMs = performance.now();
    for (const sealed of rows) {
      const { id, envelope } = sealed;
      const before = known.get(id);
      const same = before?.row !== undefined && isSame(before.envelope, envelope);
      const row = same ? before.row : dataKey && (rowIn(dataKey, sealed) as Row | undefined);
      next.set(id, { envelope, row });
      if (performance.now() - sinceMs < SLICE_MS) continue;
      await new Promise((done) => setTimeout(done));
      if (over()) return undefined;
      sinceMs = performance.now();
    }
    known = next;
    const found = [...next.values()].flatMap(({ row }) => row ?? []);
    return { rows: found, unreadable: rows.length - found.length };
  };
  return {
    open$: (root: Root, sealed: Sealed): Observable<Opened<Row>> =>
      new Observable((subscriber) => {
        openAll(root, sealed, () => subscriber.closed).then(
          (opened) => opened && subscriber.next(opened),
          (cause: unknown) => subscriber.error(cause),
        );
      }),
    /** Keeps nothing of what was opened. */
    forget: () => void (known = new Map()),
  };
}

const isSame = (a: Envelope, b: Envelope): boolean =>
  Object.is(a.v, b.v) && sameBytes(a.nonce, b.nonce) && sameBytes(a.box, b.box);

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);
