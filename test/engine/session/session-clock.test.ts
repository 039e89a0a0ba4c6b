import { describe, expect, it } from 'vitest';
import { engineConfig } from '../../../engine/index.ts';
import { sessionClock } from '../../../engine/session/session-clock.ts';
import type { Signal } from '../../../engine/session/signal.ts';
import { press } from '../../support/session-inputs.ts';

function through(...signals: Signal[]): (string | number)[] {
  const step = sessionClock(engineConfig());
  const out: (string | number)[] = [];
  signals.forEach((signal) =>
    step(signal, (one) => out.push(one.type === 'step' ? one.atMs : `${one.type}@${one.atMs}`)),
  );
  return out;
}

const tick = (atMs: number): Signal => ({ type: 'tick', atMs });

describe('sessionClock', () => {
  it('steps on whole seconds, before the signal that reaches them', () => {
    expect(through(press('skip', 0.4), press('skip', 2.5))).toEqual(['press@400', 1000, 2000, 'press@2500']);
  });

  it('steps on ticks and keeps them out of the log', () => {
    expect(through(press('skip', 0), tick(1000), tick(1999))).toEqual(['press@0', 1000]);
  });

  it('holds a clock that runs backwards', () => {
    expect(through(press('skip', 5), press('calmer', 3))).toEqual(['press@5000', 'press@5000']);
  });

  it('skips a silence of more than an hour', () => {
    const steps = through(press('skip', 0), press('skip', 3 * 3600), tick(3 * 3600_000 + 1000));
    expect(steps).toEqual(['press@0', 'press@10800000', 10_801_000]);
  });
});
