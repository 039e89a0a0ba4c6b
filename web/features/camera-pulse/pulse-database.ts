import { Dexie, type DexieOptions, type Table } from 'dexie';

/** A pulse by camera that the person kept. */
export interface KeptPulse {
  readonly id: string;
  /** When it was read, epoch ms. */
  readonly atMs: number;
  readonly bpm: number;
  readonly sdBpm: number;
}

/** The pulses by camera: a database of their own, so that they can be deleted alone. */
export class PulseDatabase extends Dexie {
  readonly pulses!: Table<KeptPulse, string>;

  constructor(name = 'attune-pulse', options?: DexieOptions) {
    super(name, options);
    this.version(1).stores({ pulses: 'id, atMs' });
  }
}
