import { activityFault, type ActivityNoted } from '../../engine/index.ts';

/** What one field of an event may be: a word of a list, or a number from one to another, ends included. */
export type FieldRule =
  { readonly oneOf: readonly string[] } | { readonly from: number; readonly to: number };

/**
 * The fields of each event that an activity may log, by its `what`. There is no rule for text, so none can be logged.
 */
export type ActivityEvents = Readonly<Record<string, Readonly<Record<string, FieldRule>>>>;

/** The values that go with one event. */
export type DetailsOf<Fields> = { readonly [Name in keyof Fields]: ValueOf<Fields[Name]> };
type ValueOf<Rule> = Rule extends { readonly oneOf: readonly (infer Word)[] } ? Word : number;

/** What an activity concludes, before the envelope. */
export type NoteOf<Events extends ActivityEvents> = {
  readonly [What in keyof Events & string]: {
    readonly what: What;
    readonly details: DetailsOf<Events[What]>;
  };
}[keyof Events & string];

/** Whose event it is, and what its events may be. */
export interface ActivitySchema {
  readonly id: string;
  /** From 1; another one where the meaning of an event or field changes. */
  readonly version: number;
  readonly events: ActivityEvents;
}

/** Why an event is none of this activity's; `undefined`: it is one. The value that is wrong is never repeated. */
export function schemaFault(
  { id, version, events }: ActivitySchema,
  event: Omit<ActivityNoted, 'type' | 'atMs' | 'author'>,
): string | undefined {
  const fault = activityFault(event);
  if (fault) return fault;
  if (event.activity !== id || event.version !== version) return `is not of ${id}, version ${version}`;
  const fields = Object.hasOwn(events, event.what) ? events[event.what] : undefined;
  if (!fields) return 'says what its activity does not know';
  const { details = {} } = event;
  if (!Object.keys(details).every((name) => Object.hasOwn(fields, name)))
    return 'has a detail that its activity does not know';
  const wrong = Object.entries(fields).find(([name, rule]) => !keeps(rule, details[name]));
  return wrong && `has no "${wrong[0]}" as its activity has it`;
}

function keeps(rule: FieldRule, value: string | number | undefined): boolean {
  if ('oneOf' in rule) return typeof value === 'string' && rule.oneOf.includes(value);
  return typeof value === 'number' && value >= rule.from && value <= rule.to;
}
