import type { DosingPolicy } from '../policy.ts';

/** Every eligible piece with equal probability: for trials, and as a reference. */
export const evenPolicy: DosingPolicy = {
  name: 'even',
  pick(eligible, _context, next) {
    if (eligible.length === 0) throw new RangeError('a policy needs at least one eligible module');
    const chosen = eligible[Math.min(eligible.length - 1, Math.floor(next() * eligible.length))]!;
    return { chosen, probabilities: eligible.map(() => 1 / eligible.length) };
  },
};
