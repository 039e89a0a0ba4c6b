/** Questions that a lyric may be asked; in the order in which they are offered. */
export const QUESTION_IDS = [
  'speaker', 'wants', 'listener', 'agree', 'disagree', 'answer', 'change', 'silence', 'image', 'body', 'then', 'keep',
] as const; // prettier-ignore
export type QuestionId = (typeof QUESTION_IDS)[number];

/** So many are enough; more may be answered. */
export const ENOUGH = 5;

/** What is kept of an hour with a lyric: everything but the lyric. */
export interface LyricNotes {
  readonly id: string;
  readonly atMs: number;
  readonly title: string;
  readonly artist: string;
  readonly answers: Partial<Readonly<Record<QuestionId, string>>>;
}

export const answered = ({ answers }: Pick<LyricNotes, 'answers'>): readonly QuestionId[] =>
  QUESTION_IDS.filter((id) => (answers[id] ?? '').trim() !== '');

/** Lines of a lyric as they are shown, blank ones between stanzas kept once. */
export const linesOf = (lyric: string): readonly string[] =>
  lyric
    .replace(/\r\n?/g, '\n')
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .filter((line, i, lines) => line !== '' || lines[i - 1] !== '');
