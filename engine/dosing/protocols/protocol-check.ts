import { LADDER, rungOf, type Rung } from '../../music/ladder.ts';
import { OFFERS, PHASE_KINDS, type Phase, type Protocol } from './protocol.ts';
import { array, choice, flag, number, record, text, type Fault, type Shape } from './shape.ts';

const ID = /^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/;
/** Longest protocol: a group session with its talk. */
const LONGEST_S = 7200;
/** No phase that changes the music is shorter, so that the music changes at most once in it. */
const SHORTEST_CHANGE_S = 60;

const RUNG = record({ family: choice(['calming', 'activating']), level: number(1, 5, 'whole') });
const RUNGS = LADDER.map(({ family, level }) => `${family} ${level}`);

const rung: Shape = (value, path, say) => {
  const faults: Fault[] = [];
  RUNG(value, path, (fault) => faults.push(fault));
  faults.forEach(say);
  if (faults.length > 0) return;
  const name = `${(value as Rung).family} ${(value as Rung).level}`;
  if (!RUNGS.includes(name))
    say({ path, message: `${name} is not on the ladder, which is ${RUNGS.join(', ')}` });
};

const PHASE = record(
  {
    id: text(40, ID),
    kind: choice(PHASE_KINDS),
    goal: text(200),
    minS: number(1, LONGEST_S, 'whole'),
    maxS: number(1, LONGEST_S, 'whole'),
  },
  { at: rung, breathsPerMinute: number(4, 10), excerpt: number(0, 20, 'whole') },
);

const PROTOCOL = record({
  schema: choice([1]),
  id: text(100, ID),
  version: number(1, 1e6, 'whole'),
  title: text(60),
  start: rung,
  goal: rung,
  stepS: number(SHORTEST_CHANGE_S, 600, 'whole'),
  phases: array(PHASE, 1, 40),
  limits: record(
    { totalS: number(60, LONGEST_S, 'whole') },
    { liveliest: rung, heartRateCeilingBpm: number(60, 200) },
  ),
  rules: record(
    {
      failedSteps: number(1, 5, 'whole'),
      offers: array(choice(OFFERS), 0, OFFERS.length),
      locked: flag,
      urgent: flag,
    },
    { craving: choice(['expected']), quarantine: choice(['off']) },
  ),
  texts: record({ purpose: text(400) }, { before: text(400), after: text(400) }),
});

/**
 * What is wrong with a protocol document; empty if it is valid. First its schema, then what a schema cannot
 * express: contradictory times, a goal on the wrong side, an exposure that needs no unlocking.
 */
export function protocolFaults(document: unknown): readonly Fault[] {
  const faults: Fault[] = [];
  PROTOCOL(document, '', (fault) => faults.push(fault));
  if (faults.length > 0) return faults;
  const protocol = document as Protocol;
  protocol.phases.forEach((phase, i) => faults.push(...phaseFaults(protocol, phase, i)));
  return [...faults, ...courseFaults(protocol)];
}

function phaseFaults({ phases, rules }: Protocol, phase: Phase, index: number): Fault[] {
  const at = `phases[${index}]`;
  const { id, kind, minS, maxS } = phase;
  const faults: Fault[] = [];
  const claim = (holds: boolean, path: string, message: string): void => {
    if (!holds) faults.push({ path: `${at}.${path}`, message });
  };
  const earlier = phases.findIndex((one) => one.id === id);
  claim(earlier === index, 'id', `"${id}" is the name of phases[${earlier}] already`);
  claim(minS <= maxS, 'minS', `${minS} is more than maxS, ${maxS}`);
  const changes = kind === 'silence' || kind === 'exposure' || kind === 'activity';
  claim(!changes || minS >= SHORTEST_CHANGE_S, 'minS', `${kind} takes ${SHORTEST_CHANGE_S} s at least`);
  claim(
    (kind === 'activity') === (phase.at !== undefined),
    'at',
    `belongs to an activity, and to nothing else`,
  );
  claim(
    (kind === 'exposure') === (phase.excerpt !== undefined),
    'excerpt',
    'belongs to an exposure, and to nothing else',
  );
  claim(kind !== 'exposure' || rules.locked, 'kind', 'an exposure needs rules.locked to be true');
  const after = phases[index + 1];
  claim(
    kind !== 'exposure' || after !== undefined,
    'kind',
    'an exposure is followed by clean music or silence',
  );
  claim(
    kind !== 'exposure' || after?.kind !== 'exposure',
    'kind',
    'an exposure is followed by clean music or silence, not by another',
  );
  return faults;
}

function courseFaults({ phases, limits, start, goal }: Protocol): Fault[] {
  const faults: Fault[] = [];
  const shortestS = phases.reduce((sum, { minS }) => sum + minS, 0);
  if (shortestS > limits.totalS) {
    faults.push({
      path: 'limits.totalS',
      message: `${limits.totalS} s, but the phases take ${shortestS} s at least`,
    });
  }
  const wrongWay = (kind: Phase['kind'], way: 1 | -1): void => {
    const index = phases.findIndex((phase) => phase.kind === kind);
    if (index < 0 || way * (rungOf(goal) - rungOf(start)) >= 0) return;
    faults.push({
      path: `phases[${index}].kind`,
      message: `${kind}, but the goal lies the other way from the start`,
    });
  };
  wrongWay('step-down', -1);
  wrongWay('step-up', 1);
  const top = limits.liveliest ? rungOf(limits.liveliest) : LADDER.length - 1;
  for (const [path, place] of [
    ['start', start],
    ['goal', goal],
    ...phases.map(({ at }, i) => [`phases[${i}].at`, at] as const),
  ] as const) {
    if (place && rungOf(place) > top) faults.push({ path, message: 'is livelier than limits.liveliest' });
  }
  return faults;
}
