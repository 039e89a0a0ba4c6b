import type { BelongingFile } from '../../kit/belongings.ts';
import { CONTEXT_IDS, CONTEXT_ROW, type ContextId, type ContextRow } from './context.ts';
import { context as words } from './words.ts';

const LIST = 'context.json';

export const contextFiles = (on: readonly ContextId[]): readonly BelongingFile[] => [
  {
    path: LIST,
    bytes: new TextEncoder().encode(
      `${JSON.stringify({ format: 'attune-context', v: 1, on }, undefined, 1)}\n`,
    ),
  },
];

/** @throws Error in the language of this page: it is no such file, or a part of it is not understood */
export function contextRowIn(given: readonly BelongingFile[]): ContextRow {
  const list = given.find(({ path }) => path === LIST);
  const on = list && onIn(list.bytes);
  if (!Array.isArray(on) || !on.every((id) => CONTEXT_IDS.some((one) => one === id)))
    throw new Error(words.notUnderstood);
  return { id: CONTEXT_ROW, on: on as readonly ContextId[] };
}

function onIn(bytes: Uint8Array): unknown {
  try {
    const read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Partial<
      Record<'format' | 'v' | 'on', unknown>
    >;
    return read.format === 'attune-context' && read.v === 1 ? read.on : undefined;
  } catch {
    return undefined;
  }
}
