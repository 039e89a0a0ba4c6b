import type { BelongingFile } from '../../kit/belongings.ts';
import { areAnswers, pointsOf, type Answers } from './answers.ts';
import { INSTRUMENTS } from './instruments.ts';
import { files as words } from './words.ts';

const LIST = 'questionnaires.json';

/** All answers as JSON, and their sums as a table for other programs. */
export function answersFiles(answers: readonly Answers[]): readonly BelongingFile[] {
  const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  const lines = INSTRUMENTS.flatMap(({ id }) =>
    pointsOf(answers, id).map(({ atMs, score }) => `${id},${new Date(atMs).toISOString()},${score}`),
  );
  return [
    {
      path: LIST,
      bytes: encoded(`${JSON.stringify({ format: 'attune-questionnaires', v: 1, answers }, undefined, 1)}\n`),
    },
    { path: 'scores.csv', bytes: encoded(`${['instrument,at,score', ...lines].join('\r\n')}\r\n`) },
  ];
}

/** @throws Error in the language of this page: it is no such file, or a part of it is not understood */
export function answersIn(given: readonly BelongingFile[]): readonly Answers[] {
  const list = given.find(({ path }) => path === LIST);
  if (!list) throw new Error(words.noList);
  const answers = listIn(list.bytes);
  if (!Array.isArray(answers) || !answers.every(areAnswers)) throw new Error(words.notUnderstood);
  return answers;
}

function listIn(bytes: Uint8Array): unknown {
  try {
    const read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Partial<
      Record<'format' | 'v' | 'answers', unknown>
    >;
    return read.format === 'attune-questionnaires' && read.v === 1 ? read.answers : undefined;
  } catch {
    return undefined;
  }
}
