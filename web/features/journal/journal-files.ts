import type { BelongingFile } from '../../kit/belongings.ts';
import { dayOf, TRIGGER_KINDS, type Entry, type Trigger, type Weighing } from './entry.ts';
import { feelingWord, isFeeling } from './feelings.ts';
import { files as words } from './words.ts';

const LIST = 'journal.json';

/** All entries as one JSON file, and each as Markdown that any program opens. File names say days, nothing else. */
export function journalFiles(entries: readonly Entry[]): readonly BelongingFile[] {
  const list = { format: 'attune-journal', v: 1, entries };
  return [
    { path: LIST, bytes: encoded(`${JSON.stringify(list, undefined, 1)}\n`) },
    ...entries.map((entry) => ({
      path: `entries/${dayOf(entry.writtenAtMs)}-${entry.id.slice(0, 8)}.md`,
      bytes: encoded(markdownOf(entry)),
    })),
  ];
}

/** @throws Error in the language of this page: it is no such file, or a part of it is not understood */
export function entriesIn(given: readonly BelongingFile[]): readonly Entry[] {
  const list = given.find(({ path }) => path === LIST);
  if (!list) throw new Error(words.noList);
  let entries: unknown;
  try {
    const { format, v, ...rest } = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(list.bytes),
    ) as {
      readonly [key: string]: unknown;
    };
    if (format === 'attune-journal' && v === 1) entries = rest['entries'];
  } catch {
    entries = undefined;
  }
  if (!Array.isArray(entries)) throw new Error(words.notUnderstood);
  return entries.map((one: unknown, i) => {
    if (!isEntry(one)) throw new Error(words.entryNotUnderstood(i + 1));
    return one;
  });
}

function markdownOf({ writtenAtMs, text, feelings, triggers, weighed }: Entry): string {
  const lines = [
    `# ${dayOf(writtenAtMs)}`,
    text.trim(),
    feelings.length > 0 && `*${words.feelings}: ${feelings.map(feelingWord).join(', ')}*`,
    triggers.length > 0 &&
      `*${words.triggers}: ${triggers.map((one) => `${one.words} (${words.kinds[one.kind]})`).join(', ')}*`,
    ...weighed.map(({ atMs, heavy }) => `*${words.heavy}, ${dayOf(atMs)}: ${heavy}/100*`),
  ];
  return `${lines.filter((line) => line !== false).join('\n\n')}\n`;
}

const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function isEntry(value: unknown): value is Entry {
  const one = (value ?? {}) as Partial<Record<keyof Entry, unknown>>;
  return (
    typeof one.id === 'string' &&
    /^[0-9a-f-]{36}$/.test(one.id) &&
    isTime(one.writtenAtMs) &&
    typeof one.text === 'string' &&
    isListOf(one.feelings, isFeeling) &&
    isListOf(one.triggers, isTrigger) &&
    isListOf(one.weighed, isWeighing)
  );
}

const isListOf = (value: unknown, fits: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(fits);
const isTime = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isTrigger = (value: unknown): boolean => {
  const { words: said, kind } = (value ?? {}) as Partial<Record<keyof Trigger, unknown>>;
  return typeof said === 'string' && TRIGGER_KINDS.some((one) => one === kind);
};
const isWeighing = (value: unknown): boolean => {
  const { atMs, heavy } = (value ?? {}) as Partial<Record<keyof Weighing, unknown>>;
  return isTime(atMs) && isTime(heavy);
};
