import { mean } from '../../maths/statistics.ts';
import type { ArmName } from './arms.ts';
import { WORKING_MODELS, type ResponseModel } from './response-models.ts';
import type { SimulatedPerson } from './simulate-people.ts';

/** A mean over people with its 95 % interval: people, not sessions, are drawn. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ArmRow {
  readonly group: string;
  readonly arm: ArmName;
  readonly people: number;
  readonly settleMin: Figure;
  readonly cravingFall: Figure;
}

/** One arm less another, person by person. */
export interface ContrastRow {
  readonly group: string;
  readonly arm: ArmName;
  readonly against: ArmName;
  /** Below 0: `arm` settles sooner. */
  readonly settleMin: Figure;
  /** Above 0: `arm` does more. */
  readonly cravingFall: Figure;
  /** As a share of what the other arm reaches; above 0: `arm` is better. */
  readonly settleShare: Figure;
  readonly cravingShare: Figure;
}

export interface PersonGroup {
  readonly name: string;
  readonly models: readonly ResponseModel[];
}

/** Groups whose people music helps, and the two that it does not. */
export const GROUPS: readonly PersonGroup[] = [
  { name: 'music works', models: WORKING_MODELS },
  { name: 'works, iso left out', models: WORKING_MODELS.filter((model) => model !== 'iso') },
  ...WORKING_MODELS.map((model) => ({ name: `  ${model}`, models: [model] })),
  { name: 'does nothing', models: ['nothing'] },
  { name: 'harms', models: ['harm'] },
];

type Outcome = 'settleMin' | 'cravingFall';

/** Mean and normal interval. */
export function figureOf(values: readonly number[]): Figure {
  const value = mean(values);
  const variance =
    mean(values.map((one) => (one - value) ** 2)) * (values.length / Math.max(1, values.length - 1));
  const reach = 1.96 * Math.sqrt(variance / values.length);
  return { value, low: value - reach, high: value + reach };
}

const ofPerson = ({ results }: SimulatedPerson, outcome: Outcome): number =>
  mean(results.map((result) => result[outcome]));

const inGroup = (people: readonly SimulatedPerson[], { models }: PersonGroup, arm: ArmName) =>
  people.filter((person) => person.arm === arm && models.includes(person.model));

export function armRows(people: readonly SimulatedPerson[], arms: readonly ArmName[]): readonly ArmRow[] {
  return GROUPS.flatMap((group) =>
    arms.flatMap((arm) => {
      const those = inGroup(people, group, arm);
      const of = (outcome: Outcome) => figureOf(those.map((person) => ofPerson(person, outcome)));
      if (those.length < 2) return [];
      return [
        {
          group: group.name,
          arm,
          people: those.length,
          settleMin: of('settleMin'),
          cravingFall: of('cravingFall'),
        },
      ];
    }),
  );
}

/** `arm` against each of `others`, in each group. The same people under both, so what differs is the arm. */
export function contrastRows(
  people: readonly SimulatedPerson[],
  arm: ArmName,
  others: readonly ArmName[],
): readonly ContrastRow[] {
  return GROUPS.flatMap((group) =>
    others.flatMap((against) => {
      const one = inGroup(people, group, arm);
      const other = inGroup(people, group, against);
      if (one.length < 2 || other.length !== one.length) return [];
      const of = (outcome: Outcome) =>
        figureOf(one.map((person, i) => ofPerson(person, outcome) - ofPerson(other[i]!, outcome)));
      const base = (outcome: Outcome) => Math.abs(mean(other.map((person) => ofPerson(person, outcome))));
      const [settleMin, cravingFall] = [of('settleMin'), of('cravingFall')];
      return [
        {
          group: group.name,
          arm,
          against,
          settleMin,
          cravingFall,
          settleShare: scaled(settleMin, -1 / base('settleMin')),
          cravingShare: scaled(cravingFall, 1 / base('cravingFall')),
        },
      ];
    }),
  );
}

function scaled({ value, low, high }: Figure, by: number): Figure {
  const ends = [low * by, high * by].sort((a, b) => a - b) as [number, number];
  return { value: value * by, low: ends[0], high: ends[1] };
}
