import { resonanceAssessment, type ResonanceVerdict } from '../engine/resonance/resonance-assessment.ts';
import { mean, median } from '../engine/maths/statistics.ts';
import { columns, runAlone, type Report } from './report.ts';
import { assessedPerson, type AssessedPerson } from './resonance-people.ts';

/**
 * How often the 90 % interval of a resonance assessment holds, over 1000 virtual people, and how far its middle is off
 * beside the usual reading of the same session: the pace with the largest swing.
 * Run: npx tsx bench/resonance.ts [people] [--json]
 */

interface Assessed {
  readonly person: Omit<AssessedPerson, 'stretches' | 'nn'>;
  readonly verdict: ResonanceVerdict;
}
type Told = Assessed & { readonly verdict: Extract<ResonanceVerdict, { kind: 'pace' }> };

/** Others than those that its figures were chosen on. */
const FIRST_SEED = 20_261_127;

const assessed = (i: number): Assessed => {
  const { stretches, nn, ...person } = assessedPerson(FIRST_SEED + 11 * i);
  return { person, verdict: resonanceAssessment(stretches, nn) };
};

const share = (all: readonly unknown[], some: readonly unknown[]): number | undefined =>
  all.length === 0 ? undefined : (100 * some.length) / all.length;

const isTold = (one: Assessed): one is Told => one.verdict.kind === 'pace';
const holds = ({ person, verdict }: Told, by = 0): boolean =>
  person.peak >= verdict.low - by && person.peak <= verdict.high + by;

/** What was said of people of one kind, in percent. */
function said(who: string, people: readonly Assessed[]) {
  const of = (kind: string) =>
    share(
      people,
      people.filter(({ verdict }) => verdict.kind === kind),
    );
  return {
    who,
    people: people.length,
    'a pace %': of('pace'),
    'flat %': of('flat'),
    'withheld %': of('withheld'),
  };
}

function interval(who: string, told: readonly Told[]) {
  const widths = told.map(({ verdict }) => verdict.high - verdict.low);
  return {
    who,
    told: told.length,
    'holds %': share(
      told,
      told.filter((one) => holds(one)),
    ),
    'within ±0.25 of it %': share(
      told,
      told.filter((one) => holds(one, 0.25)),
    ),
    'median width': widths.length > 0 ? median(widths) : undefined,
  };
}

/** Mean distance from the truth, 1/min: ours, and that of the pace with the largest swing. */
function against(told: readonly Told[]) {
  const off = (one: Told, rate: number) => Math.abs(rate - one.person.peak);
  const ours = mean(told.map((one) => off(one, one.verdict.perMinute)));
  const peer = mean(
    told.map((one) => {
      const { swings } = one.verdict;
      return off(
        one,
        swings.reduce((most, swing) => (swing.swingBpm > most.swingBpm ? swing : most)).perMinute,
      );
    }),
  );
  return { 'mean error': ours, 'of the largest swing': peer, ratio: ours / peer };
}

export function resonance([people = '1000']: readonly string[] = []): Report {
  const all = Array.from({ length: Number(people) }, (_, i) => assessed(i));
  const of = (kind: AssessedPerson['kind']) => all.filter(({ person }) => person.kind === kind);
  const peaked = of('peaked');
  const between = (low: number, high: number) =>
    peaked.filter(({ person: { contrast } }) => contrast >= low && contrast < high);
  const rows = [
    said('with a resonance', peaked),
    said('… swing differs by less than 1.3', between(1, 1.3)),
    said('… by 1.3 and more', between(1.3, Infinity)),
    said('flat', of('flat')),
    said('breathe as they like', of('wanders')),
  ];
  const intervals = [
    interval('with a resonance', peaked.filter(isTold)),
    interval('… swing differs by less than 1.3', between(1, 1.3).filter(isTold)),
    interval('… by 1.3 to 1.8', between(1.3, 1.8).filter(isTold)),
    interval('… by 1.8 and more', between(1.8, Infinity).filter(isTold)),
  ];
  const error = against(peaked.filter(isTold));
  return {
    text:
      `What is said of ${people} virtual people\n${columns(rows)}\n\n` +
      `The 90 % interval, breaths a minute (bar: holds for 87–93 %)\n${columns(intervals)}\n\n` +
      `The middle of it against the pace with the largest swing\n${columns([error])}`,
    data: { said: rows, intervals, error },
  };
}

await runAlone(import.meta.url, resonance);
