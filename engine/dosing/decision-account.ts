import type { DoseDecision, DoseReason } from './events.ts';
import type { SessionStarted } from '../session/signal.ts';
import { doseSentence } from './dose-sentences.ts';
import { LADDER } from '../music/ladder.ts';

/** The full account of a decision, for a clinician: all of it is in the log; only words are added. */
export interface DecisionAccount {
  /** What the person is told. */
  readonly sentence: string;
  /** The rule that decided, as in `docs/dosing.md`. */
  readonly rule: string;
  readonly facts: readonly (readonly [label: string, text: string])[];
}

/** The rule behind each reason; its figures come from the configuration and the protocol. */
const RULES: Readonly<Record<DoseReason, string>> = {
  settling: 'settle: keep what sounds and wait for an estimate',
  'matching-estimate':
    'match: one rung towards matchBelow rungs below the estimate; upwards, within one of it',
  'matching-by-default': 'match: the protocol’s start, since the estimate is withheld',
  'stepping-down-estimate-fell':
    'step-down: the estimate rose by no more than risingArousal since the last step',
  'stepping-down-by-time': 'step-down: the estimate is withheld, so stepS alone leads',
  'stepping-up': 'step-up: heart rate is below its ceiling less ceilingMarginBpm',
  'stepping-up-by-time': 'step-up: as above; the estimate is withheld',
  'stepping-back-near-ceiling':
    'step-up: heart rate is within ceilingMarginBpm of its ceiling: one rung back',
  'holding-estimate-rising': 'step-down: the estimate rose by more than risingArousal: hold',
  'holding-near-ceiling': 'step-up: heart rate is within ceilingMarginBpm of its ceiling: hold',
  'holding-no-heart-rate': 'step-up: heart rate is not known: hold',
  'holding-body-ahead': 'step-up: the estimate is more than a rung above the music: hold',
  'silence-after-two-failed-steps':
    'step-down: failedSteps rises in a row: silence for silenceS, offers made',
  'another-estimate-stayed':
    'step-down, hold: at the goal the estimate fell by less than fallingArousal in stepS: another module',
  yoked: 'study, sham arm: the dose of another session, whatever the estimate',
  'holding-goal-reached': 'hold: keep what sounds',
  'holding-before-next-step': 'step: the next step is not due yet',
  'holding-choice-by-hand': 'a press less than manualHoldS ago stands',
  'after-silence': 'music returns after a silence',
  reflecting: 'reflect: keep what sounds',
  accompanying: 'activity: the music is where the activity wants it',
  'leading-to-activity': 'activity: one rung towards its music',
  'quiet-by-plan': 'silence: the phase has no music',
  'exposure-excerpt': 'exposure: the unlocked track of this excerpt',
  'set-aside': 'what sounded became forbidden meanwhile',
  'sound-limit': 'the week’s sound dose (WHO-ITU H.870) is used up but for limitReserveS',
  'daily-limit': 'the day’s minutes are used up but for limitReserveS',
  'asked-calmer': 'press: one rung down',
  'asked-livelier': 'press: one rung up',
  'asked-skip': 'press: another module',
  'asked-resume': 'press: go on',
  'asked-level': 'press by a clinician: a level outright',
  'too-much': 'press: silence until music is asked for',
};

/** The full account of a decision: inputs, eligible set, probabilities, rule and policy. Pure. */
export function decisionAccount(decision: DoseDecision, start: SessionStarted): DecisionAccount {
  return {
    sentence: doseSentence(decision),
    rule: RULES[decision.reason],
    facts: [
      ['plays', `${decision.module}, ${decision.family} ${decision.level}, in ${decision.phase}`],
      ['target', `rung ${decision.targetRung} (${rungName(decision.targetRung)})`],
      ['achieved', achieved(decision)],
      ['inputs', inputs(decision)],
      [
        'allowed',
        decision.eligible.map((id, i) => `${id} ${percent(decision.probabilities[i] ?? 0)}`).join(', '),
      ],
      ['left out', excluded(decision)],
      ['chosen by', chosenBy(decision)],
      ...(decision.offers ? [['offered', decision.offers.join(', ')] as const] : []),
      ['protocol', protocolText(start)],
      ['configuration', `${start.configHash}, seed ${start.seed}`],
    ],
  };
}

const percent = (p: number): string => `${Math.round(1000 * p) / 10} %`;

/** Logs from before the ladder was logged have no rung. */
function rungName(rung: number): string {
  const at = LADDER[rung];
  return at ? `${at.family} ${at.level}` : 'unknown';
}

const achieved = ({ achievedRung }: DoseDecision): string =>
  achievedRung === undefined
    ? 'unknown: the estimate is withheld'
    : `rung ${achievedRung} (${rungName(achievedRung)})`;

const inputs = ({ arousal, heartRateBpm, craving, sounding }: DoseDecision): string =>
  [
    `arousal ${arousal === undefined ? 'withheld' : arousal}`,
    `heart rate ${heartRateBpm === undefined ? 'unknown' : `${heartRateBpm}/min`}`,
    `craving ${craving === undefined ? 'not rated' : `rated ${craving}`}`,
    `sounding ${sounding ?? 'nothing'}`,
  ].join('; ');

/** Grouped by reason, so that the important ones stand out from the many that merely do not fit. */
function excluded({ excluded: all }: DoseDecision): string {
  const byReason = new Map<string, string[]>();
  for (const [id, why] of Object.entries(all)) byReason.set(why, [...(byReason.get(why) ?? []), id]);
  return [...byReason].map(([why, ids]) => `${why}: ${ids.join(', ')}`).join('; ') || 'nothing';
}

const chosenBy = ({ policy, drawn, denied, anomaly }: DoseDecision): string =>
  [
    drawn ? `policy ${policy}, drawn` : `no draw (policy ${policy} was not asked)`,
    denied && 'what was asked for was refused',
    anomaly && `the policy before it was set aside: ${anomaly}`,
  ]
    .filter(Boolean)
    .join('; ');

const protocolText = ({ protocol, protocolVersion, protocolHash }: SessionStarted): string =>
  `${protocol}, version ${protocolVersion}${protocolHash === undefined ? '' : `, hash ${protocolHash}`}`;
