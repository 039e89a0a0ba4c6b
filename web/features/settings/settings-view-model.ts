import type { Belongings } from '../../kit/belongings.ts';
import { behavior, type Behavior } from '../../kit/behavior.ts';
import { pack, unpack } from './parcel.ts';

/** What is being done with all that is kept, or what came of it. */
export type Work =
  | { readonly at: 'idle' }
  | { readonly at: 'taking' | 'putting' | 'destroying'; readonly share: number }
  | { readonly at: 'taken' }
  | { readonly at: 'put'; readonly kinds: readonly string[]; readonly other: readonly string[] }
  | { readonly at: 'no-parcel' }
  /** `pending`: sessions that the service has still to delete. */
  | { readonly at: 'destroyed'; readonly pending: number }
  | {
      readonly at: 'failed';
      readonly doing: 'take' | 'put' | 'destroy';
      readonly kind: string;
      readonly why: string;
    };

export interface SettingsViewModel {
  readonly kinds: readonly Belongings[];
  readonly work$: Behavior<Work>;
  /** Gathers everything and hands it to the browser as a file. */
  take(): Promise<void>;
  put(file: Blob): Promise<void>;
  destroy(): Promise<void>;
}

export interface SettingsPorts {
  readonly kinds: readonly Belongings[];
  readonly readMe: (atMs: number) => string;
  readonly now: () => number;
  readonly save: (name: string, bytes: Uint8Array<ArrayBuffer>) => void;
  /** Sessions that wait to be deleted at the service. */
  readonly pending: () => Promise<number>;
  /** Empties what no feature knows of: caches, settings, databases. @param but  databases that are still needed */
  readonly sweep: (but: { readonly outbox: boolean }) => Promise<void>;
}

/** Takes all that is kept of a person along, puts it in elsewhere, and destroys it. One thing at a time. */
export function settingsViewModel(ports: SettingsPorts): SettingsViewModel {
  const { kinds } = ports;
  const work$ = behavior<Work>({ at: 'idle' });
  const busy = (): boolean => ['taking', 'putting', 'destroying'].includes(work$.value.at);
  const done = async (doing: 'take' | 'put' | 'destroy', work: () => Promise<Work>): Promise<void> => {
    if (busy()) return;
    try {
      work$.next(await work());
    } catch (cause) {
      const { kind = '', why } = cause instanceof Undone ? cause : { why: text(cause) };
      work$.next({ at: 'failed', doing, kind, why });
    }
  };
  return {
    kinds,
    work$,
    take: () =>
      done('take', async () => {
        const onProgress = (share: number): void => work$.next({ at: 'taking', share });
        onProgress(0);
        const atMs = ports.now();
        const named = kinds.map((kind) => ({ ...kind, take: () => naming(kind, kind.take()) }));
        const bytes = await pack(named, { atMs, readMe: ports.readMe(atMs), onProgress });
        ports.save(`attune-${new Date(atMs).toISOString().slice(0, 10)}.zip`, bytes);
        return { at: 'taken' };
      }),
    put: (file) =>
      done('put', async () => {
        work$.next({ at: 'putting', share: 0 });
        const found = unpack(new Uint8Array(await file.arrayBuffer()), kinds);
        if (!found) return { at: 'no-parcel' };
        for (const [i, { kind, files }] of found.kinds.entries()) {
          await naming(kind, kind.put(files));
          work$.next({ at: 'putting', share: (i + 1) / found.kinds.length });
        }
        return { at: 'put', kinds: found.kinds.map(({ kind }) => kind.title), other: found.other };
      }),
    destroy: () =>
      done('destroy', async () => {
        for (const [i, kind] of kinds.entries()) {
          work$.next({ at: 'destroying', share: i / kinds.length });
          await naming(kind, kind.destroy());
        }
        const pending = await ports.pending();
        await ports.sweep({ outbox: pending > 0 });
        return { at: 'destroyed', pending };
      }),
  };
}

/** What kept one kind from being taken, put or destroyed. */
class Undone extends Error {
  readonly kind: string;
  readonly why: string;

  constructor(kind: string, cause: unknown) {
    super(text(cause), { cause });
    this.kind = kind;
    this.why = text(cause);
  }
}

const naming = async <T>({ title }: Belongings, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (cause) {
    throw new Undone(title, cause);
  }
};

const text = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
