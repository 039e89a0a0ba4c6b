import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { Hit } from './drums/pads.ts';
import type { Finding } from './practice/finding.ts';

/** One practice: figures alone, no words. */
export interface KeptPractice {
  readonly id: string;
  readonly atMs: number;
  readonly seed: number;
  readonly minutes: number;
  readonly tempoBpm: number;
  readonly parts: readonly Finding[];
}

/** Free drumming that was kept. */
export interface KeptTake {
  readonly id: string;
  readonly atMs: number;
  readonly hits: readonly Hit[];
  /** How strong the feeling was before and after, 0–100; absent: not said. */
  readonly before?: number;
  readonly after?: number;
}

/** Practices and takes, in a database of their own. */
export class RhythmDatabase extends Dexie {
  readonly practices!: Table<KeptPractice, string>;
  readonly takes!: Table<KeptTake, string>;

  constructor(name = 'attune-rhythm', options?: DexieOptions) {
    super(name, options);
    this.version(1).stores({ practices: 'id, atMs', takes: 'id, atMs' });
  }
}
