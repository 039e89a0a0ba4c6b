import type { DosingPolicy } from '../../dosing/policy.ts';
import { clipped } from '../../dosing/policies/best-probabilities.ts';
import { soothingNow, type Habit } from './virtual-listener.ts';
import type { VirtualPerson } from './virtual-person.ts';

/**
 * Knows the virtual person: always the piece that soothes most now, but for the same least probability of each that the
 * learning policy has to keep. What regret is measured against.
 */
export function oraclePolicy(person: VirtualPerson, habit: Habit, explored: number): DosingPolicy {
  return {
    name: 'oracle',
    pick(eligible, _context, next) {
      const worth = eligible.map(({ id, family }) =>
        soothingNow(person, { module: id, family, level: 1 }, { arousal: person.restArousal, habit }),
      );
      const best = worth.indexOf(Math.max(...worth));
      const probabilities = clipped(
        eligible.map((_, i) => (i === best ? 1 : 0)),
        explored,
      );
      let left = next();
      const index = probabilities.findIndex((probability) => (left -= probability) < 0);
      return { chosen: eligible[index < 0 ? eligible.length - 1 : index]!, probabilities };
    },
  };
}
