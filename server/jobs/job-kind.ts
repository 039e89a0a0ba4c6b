import { createHash } from 'node:crypto';
import type { Static, TSchema } from 'typebox';

/** What a job is given besides its input. */
export interface JobTools {
  /** The job's id: its address. */
  readonly id: string;
  /** Aborted when the process ends, or the job was handed to another worker: from then on it works in vain. */
  readonly signal: AbortSignal;
  /** Says how much is done, 0…1. */
  readonly onShare: (share: number) => void;
}

/**
 * A kind of work, as data. A job may be delivered twice, also to two workers at once: whatever `run` does must be the
 * same done twice.
 */
export interface JobKind<Input extends TSchema = TSchema> {
  /** Letters, digits and `-`; with the id it is how the job is found. */
  readonly name: string;
  /** Another one whenever the same input has another result. */
  readonly version: number;
  /** Whatever else the result depends on. */
  readonly config?: unknown;
  readonly input: Input;
  /** What tells two jobs apart, where it is not the whole input: when it was asked for, say. */
  readonly addressed?: (input: Static<Input>) => unknown;
  /** How often it is tried until it counts as failed; absent: {@link USUAL_ATTEMPTS}. */
  readonly attempts?: number;
  /**
   * @returns what is kept with the job: small, and JSON
   * @throws JobFailure  with a reason that may be shown; of anything else only its class and code are kept
   */
  readonly run: (input: Static<Input>, tools: JobTools) => Promise<unknown>;
}

export const USUAL_ATTEMPTS = 4;

/** A kind whose input is known where it is made, and nowhere else. */
export const jobKind = <Input extends TSchema>(kind: JobKind<Input>): JobKind => kind;

/** Why a job did not succeed. */
export class JobFailure extends Error {
  override readonly name = 'JobFailure';
  /** Whether another try would fail as well. */
  readonly isFinal: boolean;
  /** @param reason  is stored and shown: nothing of a person in it */
  constructor(reason: string, options: { readonly isFinal?: boolean; readonly cause?: unknown } = {}) {
    super(reason, { cause: options.cause });
    this.isFinal = options.isFinal ?? false;
  }
}

/** What may be kept of an error: the text of others may have a name or a path in it. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof JobFailure) return error.message;
  const { name = 'Error', code } = error as { readonly name?: string; readonly code?: unknown };
  return typeof code === 'string' && /^[\w-]{1,40}$/.test(code) ? `${name} (${code})` : name;
};

/** The same job has the same address, whoever puts it and how often: a UUID of kind, version, config and input. */
export const addressOf = ({ name, version, config, addressed }: JobKind, input: unknown): string => {
  const told = addressed ? addressed(input) : input;
  const text = JSON.stringify([name, version, canonical(config ?? null), canonical(told)]);
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]!;
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(13, 16),
    hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-${variant}${d}-${e}`;
};

/** The same value in whatever order its fields came. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => [name, canonical(field)]);
};
