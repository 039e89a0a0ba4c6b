import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../engine/index.ts';
import { run } from '../../support/run-session.ts';
import { beatsAt, only, REST, started } from '../../support/session-inputs.ts';

const given = (log: readonly SessionEvent[]) => {
  const last = only(log, 'arousal').at(-1)!;
  if ('withheld' in last) throw new Error(last.withheld);
  return last;
};
const beats = beatsAt(72, [0, 150]);

describe('a session in which something else may move the heart', () => {
  const plain = given(run([started({ baseline: REST }), ...beats]));
  const confounded = given(run([started({ baseline: REST, confounded: true }), ...beats]));

  it('has an estimate that is less certain and says why', () => {
    expect(confounded.reasons).toEqual([...plain.reasons, 'moved-by-something-else']);
    expect(confounded.sd).toBeGreaterThan(1.2 * plain.sd);
    expect(confounded.high - confounded.low).toBeGreaterThan(plain.high - plain.low);
    expect(plain.reasons).not.toContain('moved-by-something-else');
  });

  it('is pulled towards the middle by that, and no other way', () => {
    expect(Math.abs(confounded.value - 0.5)).toBeLessThanOrEqual(Math.abs(plain.value - 0.5));
    expect(confounded.quality).toBe(plain.quality);
  });
});
