import { from } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { chance, measured, type HrvMeasured, type InputEvent } from '../../../engine/index.ts';
import { started } from '../../support/session-inputs.ts';

const random = chance(4);
/** Ten minutes of a calm heart at 75 a minute. */
const calm = Array.from({ length: 750 }, (_, i) => 800 + 25 * Math.sin(i / 2) + 10 * (random() - 0.5));

function lastHrv(rr: readonly number[]): HrvMeasured {
  let atMs = 0;
  const inputs = rr.map((rrMs): InputEvent => {
    atMs += rrMs;
    return { type: 'intervals', atMs, author: 'device', sensor: 'test', rrMs: [rrMs] };
  });
  let last: HrvMeasured | undefined;
  from([started(), ...inputs, { type: 'tick', atMs: atMs + 1000 } as const])
    .pipe(measured())
    .subscribe((signal) => {
      if (signal.type === 'hrv') last = signal;
    });
  return last!;
}

/** Every `every`-th interval and the one after it, as an early beat makes them. */
const early = (rr: readonly number[], every: number): number[] =>
  rr.map((ms, i) => (i % every === 1 ? ms - 270 : i % every === 2 ? ms + 270 : ms));

describe('hrvMeasurement', () => {
  const clean = lastHrv(calm);

  it('covers the whole window although the last beats are not judged yet', () => {
    expect(clean.coverage).toBeGreaterThan(0.97);
    expect(clean.corrected).toBe(0);
    expect(clean).not.toHaveProperty('verdict');
  });

  it('corrects a few early beats: RMSSD stays within a tenth, and the share is told', () => {
    const some = lastHrv(early(calm, 50));
    expect(Math.abs(some.rmssdMs! / clean.rmssdMs! - 1)).toBeLessThan(0.1);
    expect(some.corrected).toBeGreaterThan(0.02);
  });

  it('withholds what rests on each beat where too many are artefacts, and keeps the heart rate', () => {
    const many = lastHrv(early(calm, 4));
    expect(many.verdict).toBe('irregular-rhythm');
    expect(many).not.toHaveProperty('rmssdMs');
    expect(many).not.toHaveProperty('spectrum');
    expect(many.meanHrBpm).toBeGreaterThan(60);
  });
});
