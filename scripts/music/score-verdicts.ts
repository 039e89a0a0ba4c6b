import type { ScoreFigures } from './score-figures.ts';

/** A bar that every score must meet, and the figure that is nearest to missing it. */
export interface ScoreVerdict {
  readonly what: string;
  readonly good: boolean;
  readonly figures: string;
}

type Of = (row: ScoreFigures) => number;

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const place = ({ id, level, seed }: ScoreFigures): string => `${id} ${level}, seed ${seed}`;

/** What is asked of the scores, told by the row that does worst. Rows of at least one score. */
export function scoreVerdicts(rows: readonly ScoreFigures[]): ScoreVerdict[] {
  const least = (of: Of): ScoreFigures => rows.reduce((a, b) => (of(b) < of(a) ? b : a));
  const atLeast = (what: string, bar: number, [of, say = percent]: [Of, ((x: number) => string)?]) => {
    const row = least(of);
    return { what, good: of(row) >= bar, figures: `${say(of(row))} at least (${place(row)})` };
  };
  const atMost = (what: string, bar: number, [of, say = percent]: [Of, ((x: number) => string)?]) => {
    const row = least((it) => -of(it));
    return { what, good: of(row) <= bar, figures: `${say(of(row))} at most (${place(row)})` };
  };
  const [count, ratio] = [(x: number) => String(x), (x: number) => x.toFixed(2)];
  return [
    atLeast('the theme returns in ten minutes', 4, [({ returns }) => returns, count]),
    atLeast('each return is like the first', 0.9, [({ likeness }) => likeness, ratio]),
    atLeast('steps of the tune', 0.45, [({ steps }) => steps]),
    atMost('leaps of a major third or more', 0.25, [({ leaps }) => leaps]),
    atMost('leaps that no step turns back', 0.1, [({ unturned }) => unturned]),
    atLeast('periods that come home', 0.7, [({ home }) => home]),
    atLeast('density varies enough', 0.15, [({ densityCv }) => densityCv]),
    atMost('density varies not too much', 0.3, [({ densityCv }) => densityCv]),
    atLeast('sections', 3, [({ sections }) => sections, count]),
    atMost('parallel fifths and octaves', 0, [({ parallels }) => parallels, count]),
    atMost('suspensions that do not fall', 0, [({ unresolved }) => unresolved, count]),
    ...activating(rows, { atLeast, atMost }),
  ];
}

type Verdict = (what: string, bar: number, of: [Of, ((x: number) => string)?]) => ScoreVerdict;

/** Lively music stays with the primary chords, and does not rattle. Infinity where a row is of the other family. */
function activating(
  rows: readonly ScoreFigures[],
  { atLeast, atMost }: { readonly atLeast: Verdict; readonly atMost: Verdict },
): ScoreVerdict[] {
  if (!rows.some(({ family }) => family === 'activating')) return [];
  const lively =
    (of: Of, otherwise: number): Of =>
    (row) =>
      row.family === 'activating' ? of(row) : otherwise;
  return [
    atLeast('activating: I, IV and V', 0.75, [lively(({ primary }) => primary, Infinity)]),
    atLeast('activating: I', 0.3, [lively(({ tonic }) => tonic, Infinity)]),
    atMost('activating: notes a second at level 3', 8, [
      lively(({ level, notesPerSecond }) => (level <= 3 ? notesPerSecond : 0), 0),
      (x) => x.toFixed(1),
    ]),
  ];
}
