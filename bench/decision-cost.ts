import {
  BUILT_IN_MODULES,
  engineConfig,
  freshState,
  learnFromSession,
  rulePolicy,
  thompsonPolicy,
  chance,
  type DosingPolicy,
} from '../engine/index.ts';
import { simulatePerson } from '../engine/research/index.ts';

/**
 * What a pick costs, by policy: a learned state of twenty sessions; three, eight and twenty pieces eligible.
 * Run: npx tsx bench/decision-cost.ts
 */

const PICKS = 10_000;
const LIMIT_MS = 1;

function learnedState() {
  let state = freshState();
  simulatePerson(
    { number: 3, model: 'mixed', arm: 'pi0' },
    { sessions: 20, seed: 1, each: (log) => (state = learnFromSession(state, log)) },
  );
  return state;
}

/** Sorted times of single picks, ms. */
function timesOf(policy: DosingPolicy, count: number): readonly number[] {
  const pieces = BUILT_IN_MODULES.filter(({ family }) => family !== 'silence');
  const eligible = Array.from({ length: count }, (_, i) => pieces[i] ?? { ...pieces[0]!, id: `own-${i}` });
  const next = chance(1);
  const times = Array.from({ length: PICKS }, (_, i) => {
    const context = {
      sounding: eligible[i % count]!.id,
      arousal: (i % 100) / 100,
      craving: 50,
      phase: 'shift',
    };
    // The least of three: what others want of the machine meanwhile is not this policy's cost.
    return Math.min(
      ...Array.from({ length: 3 }, () => {
        const begin = performance.now();
        policy.pick(eligible, context, next);
        return performance.now() - begin;
      }),
    );
  });
  return times.sort((a, b) => a - b);
}

const config = engineConfig();
const policies = [rulePolicy(config), thompsonPolicy(config, { state: learnedState(), consent: true })];
for (const policy of policies) {
  for (const count of [3, 8, 20]) {
    const times = timesOf(policy, count);
    const at = (share: number) => times[Math.floor(share * (times.length - 1))]!;
    const verdict = at(0.99) < LIMIT_MS ? 'met' : 'NOT met';
    process.stdout.write(
      `${policy.name}, ${count} eligible: median ${at(0.5).toFixed(4)} ms, p99 ${at(0.99).toFixed(4)} ms; ` +
        `under ${LIMIT_MS} ms: ${verdict}\n`,
    );
  }
}
