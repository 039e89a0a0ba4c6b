import { fidelity, type Fidelity, type Figure } from '../../engine/research/index.ts';
import { columns } from './columns.ts';
import { wholePathSession } from './whole-path-session.ts';

type FigureName = Fidelity['rows'][number]['figure'];

const WORDS: Readonly<Record<FigureName, readonly [label: string, digits: number]>> = {
  settleMin: ['settled after, min', 2],
  cravingFall: ['craving fell by, points', 2],
  endArousal: ['arousal at the end, 0–1', 4],
  given: ['seconds with an estimate, share', 3],
  decisions: ['decisions', 2],
  levels: ['level decided, mean', 2],
};

/** What `attune simulate fidelity` prints: π0 leads each person's first session in both ways. */
export function fidelityText(
  crowd: { readonly people: number; readonly seed: number },
  done: (count: number) => void,
): string {
  const { rows, bias, rms } = fidelity(crowd, wholePathSession, done);
  return [
    `${crowd.people} people, first session, pi0, seed ${crowd.seed}: ` +
      'beats through the whole path against the estimate fed in at the boundary',
    columns([
      ['', 'boundary', 'whole path', 'difference, same people'],
      ...rows.map(({ figure, boundary, whole, difference }) => {
        const [label, digits] = WORDS[figure];
        return [label, boundary.toFixed(digits), whole.toFixed(digits), shown(difference, digits)];
      }),
    ]),
    `estimates at the same seconds: ${shown(bias, 3)} apart on average, ${rms.toFixed(3)} root mean square`,
  ].join('\n');
}

const shown = ({ value, low, high }: Figure, digits: number): string =>
  `${value.toFixed(digits)} [${low.toFixed(digits)}, ${high.toFixed(digits)}]`;
