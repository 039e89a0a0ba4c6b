import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { PastBaseline } from '../../../engine/index.ts';

/** The quiet start of one session with a strap. */
export type KeptRest = PastBaseline & { readonly session: string };

/**
 * How the person rested in each session: a database of its own, so that it outlives deleted sessions until it is
 * deleted itself.
 */
export class RestDatabase extends Dexie {
  readonly rests!: Table<KeptRest, string>;

  constructor(name = 'attune-rest', options?: DexieOptions) {
    super(name, options);
    this.version(1).stores({ rests: 'session, atMs' });
  }
}
