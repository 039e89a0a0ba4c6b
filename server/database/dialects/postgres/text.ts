/**
 * PostgreSQL's text takes every character but U+0000. It is written as a mark and `0`, and the mark itself twice, so
 * that each text comes back as it was, and two texts are equal there where they are equal here. The mark is a
 * noncharacter, which nobody's text has to begin with.
 */
const MARK = '\uffff';

/** @returns the value as PostgreSQL takes it; what is no text, and nearly every text, is the same */
export const storable = (value: unknown): unknown =>
  typeof value === 'string' && (value.includes('\0') || value.includes(MARK))
    ? value.replaceAll(MARK, MARK + MARK).replaceAll('\0', `${MARK}0`)
    : value;

const MARKED = new RegExp(`${MARK}(.)`, 'gs');

/** The text that {@link storable} was given. */
export const restored = (text: string): string =>
  text.includes(MARK) ? text.replace(MARKED, (_, next: string) => (next === '0' ? '\0' : next)) : text;
