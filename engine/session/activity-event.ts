import type { Input } from './signal.ts';

declare module './signal.ts' {
  interface Signals {
    readonly activity: ActivityNoted;
  }
}

/**
 * What an activity concluded, under one envelope for all of them: the engine logs it and concludes nothing from it.
 * What `what` and `details` may be is said by the activity's own schema. `details` stands apart, so that no field
 * of an activity can be taken for one of the envelope.
 */
export interface ActivityNoted extends Input<'activity', 'person'> {
  /** The activity's id. */
  readonly activity: string;
  /** Of the activity's schema, from 1. */
  readonly version: number;
  readonly what: string;
  /** Absent: there is nothing to add. */
  readonly details?: Readonly<Record<string, ActivityValue>>;
}

/** A number, or one of a few words that the activity has named beforehand: never text that a person wrote. */
export type ActivityValue = string | number;

/** Most values beside each other in one event. */
export const MAX_ACTIVITY_DETAILS = 12;

const SHORT_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const FIELD = /^[a-z][A-Za-z0-9]*$/;
const MAX_NAME_CHARACTERS = 40;
const ENVELOPE = ['seq', 'type', 'atMs', 'author', 'activity', 'version', 'what', 'details'];

/** Lower-case words with hyphens, 40 characters at most. */
export const isShortId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_NAME_CHARACTERS && SHORT_ID.test(value);

/**
 * Why an event of this type does not belong in a log, whichever activity it is of: a name or value that is no short
 * id or finite number, or more of them than an event may hold. What passes is under 2000 characters as JSON.
 *
 * @param event  not trusted to be of its type
 * @returns `undefined`: nothing is wrong. A fault never repeats the value that it is about.
 */
export function activityFault(event: object): string | undefined {
  const { activity, version, what, details = {} } = event as Partial<Record<keyof ActivityNoted, unknown>>;
  if (!Object.keys(event).every((name) => ENVELOPE.includes(name))) return 'has a field beside the envelope';
  if (!isShortId(activity)) return 'has no short id as its activity';
  if (!isShortId(what)) return 'has no short id as what it says';
  if (!Number.isSafeInteger(version) || (version as number) < 1) return 'has no version from 1';
  return detailsFault(details);
}

function detailsFault(details: unknown): string | undefined {
  if (typeof details !== 'object' || details === null || Array.isArray(details))
    return 'has details that are no object';
  const entries = Object.entries(details);
  if (entries.length > MAX_ACTIVITY_DETAILS) return `has more than ${MAX_ACTIVITY_DETAILS} details`;
  if (!entries.every(([name]) => name.length <= MAX_NAME_CHARACTERS && FIELD.test(name)))
    return 'has a detail whose name is no short camelCase word';
  const wrong = entries.find(([, value]) => !isShortId(value) && !Number.isFinite(value));
  return wrong && `has a detail "${wrong[0]}" that is neither a short id nor a finite number`;
}
