/** Fields of events that hold a name or what somebody typed, whatever they say. */
const WORDS = new Set(['why', 'name', 'sensor', 'text', 'note', 'label', 'title']);
/** What the engine writes: ids, codes, hexadecimal digits, numbers. */
const CODE = /^[\w.:+-]*$/;

/** Stands where words were, so that a log keeps its shape. */
export const WITHHELD = 'withheld';

/** The text of a logged event without names and without anything that somebody typed; all else as it was. */
export const withoutWords = (text: string): string =>
  JSON.stringify(JSON.parse(text), (key, value: unknown) =>
    typeof value === 'string' && (WORDS.has(key) || !CODE.test(value)) ? WITHHELD : value,
  );
