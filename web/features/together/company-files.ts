import type { BelongingFile } from '../../kit/belongings.ts';
import { isLonely, isMeeting, type Lonely, type Meeting } from './company.ts';
import { files as words } from './words.ts';

const FILE = 'company.json';

export interface Company {
  readonly meetings: readonly Meeting[];
  readonly lonely: readonly Lonely[];
}

/** Everything as one JSON file; none where there is nothing. */
export function companyFiles({ meetings, lonely }: Company): readonly BelongingFile[] {
  if (meetings.length + lonely.length === 0) return [];
  const text = JSON.stringify({ format: 'attune-company', v: 1, meetings, lonely }, undefined, 1);
  return [{ path: FILE, bytes: new TextEncoder().encode(`${text}\n`) }];
}

/** @throws Error in the language of this page: it is no such file, or a part of it is not understood */
export function companyIn(given: readonly BelongingFile[]): Company {
  const file = given.find(({ path }) => path === FILE);
  if (!file) throw new Error(words.noFile);
  const { format, v, meetings, lonely } = parsed(file.bytes);
  if (format !== 'attune-company' || v !== 1) throw new Error(words.notUnderstood);
  if (!Array.isArray(meetings) || !Array.isArray(lonely)) throw new Error(words.notUnderstood);
  if (!meetings.every(isMeeting) || !lonely.every(isLonely)) throw new Error(words.notUnderstood);
  return { meetings, lonely };
}

function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) ?? {}) as Record<
      string,
      unknown
    >;
  } catch {
    throw new Error(words.notUnderstood);
  }
}
