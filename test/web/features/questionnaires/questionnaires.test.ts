import { describe, expect, it } from 'vitest';
import {
  areAnswers,
  changeSince,
  pointsOf,
  type Answers,
} from '../../../../web/features/questionnaires/answers.ts';
import { answersFiles, answersIn } from '../../../../web/features/questionnaires/answers-files.ts';
import { INSTRUMENTS, type InstrumentId } from '../../../../web/features/questionnaires/instruments.ts';
import { scoresOf } from '../../../../web/features/questionnaires/scores.ts';

const instrument = (id: InstrumentId) => INSTRUMENTS.find((one) => one.id === id)!;
const at = (day: number): number => Date.UTC(2026, 8, day, 12);
const filled = (id: InstrumentId, day: number, scores: readonly number[]): Answers => ({
  ...{ instrument: id, atMs: at(day), scores },
  id: `00000000-0000-4000-8000-${String(day).padStart(12, '0')}`,
});

describe('INSTRUMENTS', () => {
  it.each(INSTRUMENTS)(
    '$title has a range that its answers span',
    ({ form: { items, choices }, least, most }) => {
      const scores = choices.map(({ score }) => score);
      expect(items.length * Math.min(...scores)).toBe(least);
      expect(items.length * Math.max(...scores)).toBe(most);
    },
  );

  it('scores "all of the time" of the K6 with 4', () => {
    expect(instrument('k6').form.choices[0]).toEqual({ label: 'All of the time', score: 4 });
  });

  it('has no PHQ-9: its last question needs a human answer', () => {
    expect(INSTRUMENTS.map(({ form: { items } }) => items.length)).not.toContain(9);
  });
});

describe('pointsOf', () => {
  it('sums each, oldest first, and takes no other instrument', () => {
    const answers = [
      ...[filled('k6', 9, [4, 0, 0, 0, 0, 1]), filled('k6', 2, [4, 4, 4, 4, 4, 4])],
      filled('phq-2', 3, [3, 3]),
    ];
    expect(pointsOf(answers, 'k6').map(({ score }) => score)).toEqual([24, 5]);
  });
});

describe('changeSince', () => {
  const k6 = (...scores: readonly number[]) =>
    scores.map((score, i) => ({ id: `${i}`, atMs: at(i + 1), score }));

  it('is from the first to the last, with what the K6 needs: 1.96 · √2 · 5.84 · √.27 = 8.41, so 9', () => {
    expect(changeSince(k6(18, 20, 8), instrument('k6'))).toEqual({ fromMs: at(1), by: -10, needs: 9 });
  });

  it('says nothing of what counts where no reliability was found', () => {
    expect(changeSince(k6(20, 30), instrument('barc-10'))).toEqual({ fromMs: at(1), by: 10 });
  });

  it('is nothing with one point, or none', () => {
    expect(changeSince(k6(18), instrument('k6'))).toBeUndefined();
    expect(changeSince([], instrument('k6'))).toBeUndefined();
  });
});

describe('areAnswers', () => {
  it('takes only scores that can be chosen, one an item', () => {
    expect(areAnswers(filled('gad-2', 1, [0, 3]))).toBe(true);
    for (const scores of [[0], [0, 1, 2], [0, 4], [0, 1.5], ['1', 2]])
      expect(areAnswers({ ...filled('gad-2', 1, []), scores })).toBe(false);
    expect(areAnswers({ ...filled('gad-2', 1, [0, 3]), instrument: 'phq-9' })).toBe(false);
    expect(areAnswers(null)).toBe(false);
  });
});

describe('answersIn', () => {
  const answers = [filled('phq-2', 1, [1, 2]), filled('phq-2', 2, [0, 0])];

  it('reads what was written', () => {
    expect(answersIn(answersFiles(answers))).toEqual(answers);
  });

  it('has the sums as a table', () => {
    const table = answersFiles(answers).find(({ path }) => path === 'scores.csv')!;
    expect(new TextDecoder().decode(table.bytes)).toBe(
      'instrument,at,score\r\nphq-2,2026-09-01T12:00:00.000Z,3\r\nphq-2,2026-09-02T12:00:00.000Z,0\r\n',
    );
  });

  it('takes nothing of what is not understood', () => {
    const [list] = answersFiles([{ ...answers[0]!, scores: [9, 9] }]);
    expect(() => answersIn([list!])).toThrow(/questionnaires\.json/);
    expect(() => answersIn([])).toThrow(/questionnaires\.json/);
  });
});

describe('scoresOf', () => {
  it('shows the last three of each, newest first', () => {
    const answers = [1, 2, 3, 4].map((day) => filled('phq-2', day, [0, day % 4]));
    expect(scoresOf(answers).map(({ score }) => score)).toEqual([0, 3, 2]);
  });
});
