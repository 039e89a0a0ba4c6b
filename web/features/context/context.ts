/** What may move a person's heart, mood or craving for reasons of its own. */
export const CONTEXT_IDS = [
  'slowing-medicine',
  'quickening-medicine',
  'heart-rhythm',
  'substitution',
  'withdrawal',
  'second-condition',
  'poor-sleep',
  'pregnancy',
] as const;
export type ContextId = (typeof CONTEXT_IDS)[number];

/** Those that concern the heart, and with it every estimate that stands on it. */
export const OF_THE_HEART: readonly ContextId[] = [
  'slowing-medicine',
  'quickening-medicine',
  'heart-rhythm',
  'withdrawal',
  'pregnancy',
];

/** What was said before a session, by its tags in the log, that moves the heart on that day. */
const TODAY: readonly string[] = ['caffeine', 'nicotine', 'meal', 'poor-sleep', 'illness'];

/** Whether the heart of a session may move for reasons of its own, by what was said once and what was said today. */
export const isConfounded = (on: readonly ContextId[], tags: readonly string[]): boolean =>
  on.some((id) => OF_THE_HEART.includes(id)) || tags.some((tag) => TODAY.includes(tag));

/** One row holds what the person has switched on. */
export const CONTEXT_ROW = '3f8e2b1a-6a0d-4c53-8f7e-2d9c4b7a1e60';

export interface ContextRow {
  readonly id: string;
  readonly on: readonly ContextId[];
}

/** In the order in which they are asked; empty where nothing was said. */
export const contextIn = (rows: readonly ContextRow[]): readonly ContextId[] => {
  const on = rows.find(({ id }) => id === CONTEXT_ROW)?.on ?? [];
  return CONTEXT_IDS.filter((id) => on.includes(id));
};

/** What is to be kept in mind with figures of the heart, and with those of craving and mood. */
export interface Caution {
  readonly heart: boolean;
  readonly any: boolean;
}

export const cautionOf = (on: readonly ContextId[]): Caution => ({
  heart: on.some((id) => OF_THE_HEART.includes(id)),
  any: on.length > 0,
});
