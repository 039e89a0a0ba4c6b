import { Check } from 'typebox/value';
import type { JobKind } from './job-kind.ts';

export const JOB_STATES = ['waiting', 'running', 'done', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** A job as it stands. Times are epoch ms. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly input: unknown;
  /** How often it was begun. */
  readonly attempts: number;
  readonly putAtMs: number;
  /** How much of it is done, 0…1; absent: it does not run, or has not said. */
  readonly share?: number;
  /** Of a job that is done, if it had any. */
  readonly result?: unknown;
  /** Of a job that failed, or is to be tried again. */
  readonly reason?: string;
}

/** A job that was taken to be run. */
export type TakenJob = Pick<Job, 'id' | 'kind' | 'input' | 'attempts'>;

export interface JobCount {
  readonly kind: string;
  readonly state: JobState;
  readonly jobs: number;
  /** How long the oldest of them has been there, s. */
  readonly oldestS: number;
}

/**
 * Jobs until they are done, and for some days after. Every method rejects with a `StoreError`.
 *
 * What is taken belongs to the worker as long as it is `kept` every few seconds; else it is handed to another one.
 */
export interface JobQueue {
  /** Resolves once it would survive a power cut. A job that is there already, in whatever state, stays as it is. */
  put(kind: JobKind, input: unknown): Promise<string>;
  find(kind: string, id: string): Promise<Job | undefined>;
  /** Newest first. */
  list(page: { readonly limit: number; readonly state?: JobState }): Promise<readonly Job[]>;
  counts(): Promise<readonly JobCount[]>;
  /** Has a failed job tried again. False: there is none. */
  retry(kind: string, id: string): Promise<boolean>;
  /** Absent: none of these kinds is to be done now. Of several workers one has it. */
  take(kinds: readonly JobKind[]): Promise<TakenJob | undefined>;
  /** Says that it is being worked on, and how far. False: it is no longer this worker's. */
  keep(job: TakenJob, share: number | undefined): Promise<boolean>;
  done(job: TakenJob, result: unknown): Promise<void>;
  /** Tried again later, longer and longer, unless it was tried often enough or `isFinal`. */
  failed(job: TakenJob, reason: string, isFinal: boolean): Promise<void>;
  /** As if it had not been taken. */
  handBack(job: TakenJob): Promise<void>;
  /** Forgets it, in whatever state. */
  remove(kind: string, id: string): Promise<void>;
  close(): Promise<void>;
}

/** How often a job's worker says that it is there, ms, and after how long without that it is thought lost, s. */
export const KEEP_MS = 5000;
export const LOST_S = 25;

/** @throws RangeError  the input is not as the kind has it: a caller's mistake */
export const refuseOtherInput = ({ name, input: schema }: JobKind, input: unknown): void => {
  if (!Check(schema, input)) throw new RangeError(`not an input of a job ${name}`);
};
