import type { BaseContext } from './tone.ts';

/** A finished recording that may be played like a module: one of the person's own. */
export interface Track {
  readonly id: string;
  readonly buffer: AudioBuffer;
  /** Where its sound begins and ends, s: silence around it is left out. */
  readonly fromS: number;
  readonly toS: number;
  /** What brings it to the common loudness, dB. */
  readonly gainDb: number;
  /** Its phrases: how long one is, and when the first begins, s of the file. Absent: it has none to wait for. */
  readonly phrase?: { readonly lengthS: number; readonly firstS: number };
}

/** Where tracks come from; decoded when one is first needed. */
export interface TrackShelf {
  /** Whether this is the id of a track and not of a module. */
  has(id: string): boolean;
  /** Absent: not decoded, or no longer. */
  get(id: string): Track | undefined;
  /** Settles when `get` has it; rejects where it cannot be loaded. */
  load(id: string, context: BaseContext): Promise<void>;
}
