import type { Family, Level, TriggerTag } from '../../../../engine/index.ts';
import type { TrackAnalysis } from './analysis/analyse.ts';
import type { Proposal } from './analysis/proposal.ts';

/** What a file says of itself; absent: it does not say. */
export interface TrackTagsRead {
  readonly title?: string;
  readonly artist?: string;
  readonly album?: string;
  readonly genres?: readonly string[];
  /** Of release. */
  readonly year?: number;
  readonly cover?: Blob;
}

/** The place that the person gave a track. */
export interface TrackPlace {
  readonly family: Exclude<Family, 'silence'>;
  readonly level: Level;
}

/** One of the person's own tracks as this browser keeps it; its sound is kept apart, in `TrackBytes`. */
export interface OwnTrack extends TrackTagsRead {
  /** `own-` and the beginning of the file's SHA-256: the same file is the same track. */
  readonly id: string;
  readonly fileName: string;
  readonly title: string;
  readonly addedAtMs: number;
  readonly analysis: TrackAnalysis;
  readonly proposed: Proposal;
  /** Absent: the person has not confirmed it yet, and dosing does not know of it. */
  readonly placed?: TrackPlace;
  readonly trigger: TriggerTag;
  /** Its place in the playlist: the lower the sooner. */
  readonly order: number;
  /** Taken away, and still to be had back. */
  readonly removed?: true;
}

/** Whether an id is that of an own track and not of a module. */
export const isOwn = (id: string): boolean => id.startsWith('own-');
