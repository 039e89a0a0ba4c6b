import { hashOf, LADDER, type PlannedStretch, type Protocol } from '../engine/index.ts';
import { clock, table } from './table.ts';

/** The ladder's places in words, the quietest first. */
export const LADDER_NAMES: readonly string[] = LADDER.map(({ family, level }) => `${family} ${level}`);

/** A protocol in plain text: what it is for, its phases, its limits, and where it leads. */
export function protocolText(protocol: Protocol, stretches: readonly PlannedStretch[]): string {
  const { id, version, title, texts, phases, start, goal, stepS } = protocol;
  const span = ({ minS, maxS }: { minS: number; maxS: number }): string =>
    minS === maxS ? clock(minS * 1000) : `${clock(minS * 1000)}–${clock(maxS * 1000)}`;
  const whole = {
    minS: phases.reduce((sum, { minS }) => sum + minS, 0),
    maxS: Math.min(
      protocol.limits.totalS,
      phases.reduce((sum, { maxS }) => sum + maxS, 0),
    ),
  };
  return [
    title,
    '',
    table([
      ['protocol', `${id}, version ${version}, hash ${hashOf(protocol)}`],
      ['purpose', texts.purpose],
      ...(texts.before ? [['before', texts.before] as const] : []),
      ...(texts.after ? [['after', texts.after] as const] : []),
      ['lasts', span(whole)],
      ['music', `from ${name(start)} to ${name(goal)}, a step in ${stepS} s`],
      ['limits', limitsOf(protocol)],
      ['rules', rulesOf(protocol)],
    ]),
    '',
    table(phases.map((phase) => [phase.id, `${phase.kind}, ${span(phase)}${details(phase)}. ${phase.goal}`])),
    '',
    'Where the music leads when time alone does:',
    table(stretches.map((one) => [`${clock(one.fromS * 1000)} ${one.phase}`, bar(one)])),
  ].join('\n');
}

const name = ({ family, level }: Protocol['start']): string => `${family} ${level}`;

const details = ({ at, breathsPerMinute, excerpt }: Protocol['phases'][number]): string =>
  [
    at && `, ${name(at)}`,
    breathsPerMinute !== undefined && `, ${breathsPerMinute} breaths a minute`,
    excerpt !== undefined && `, track ${excerpt + 1} of those unlocked`,
  ]
    .filter(Boolean)
    .join('');

const bar = ({ rung }: PlannedStretch): string =>
  rung === 'silence' ? '· silence' : `${'█'.repeat(rung + 1)} ${LADDER_NAMES[rung]}`;

function limitsOf({ limits }: Protocol): string {
  const { totalS, liveliest, heartRateCeilingBpm } = limits;
  return [
    `${clock(totalS * 1000)} at most`,
    liveliest && `no livelier than ${name(liveliest)} by itself`,
    heartRateCeilingBpm !== undefined && `heart rate ${heartRateCeilingBpm}/min at rest`,
  ]
    .filter(Boolean)
    .join('; ');
}

const rulesOf = ({ rules }: Protocol): string =>
  [
    `after ${rules.failedSteps} failed steps silence, offered: ${rules.offers.join(', ') || 'nothing'}`,
    rules.locked && 'locked until a clinician unlocks it',
    rules.urgent && 'not withheld by the day’s minutes',
  ]
    .filter(Boolean)
    .join('; ');
