import fc from 'fast-check';
import { BehaviorSubject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { guideFrom, type BreathGuide } from '../../../web/audio/breath-guide.ts';
import { breath$, breathAt } from '../../../web/session/pacer.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

describe('breathAt', () => {
  it.each([
    { ms: 0, direction: 'in', secondsLeft: 4 },
    { ms: 1, direction: 'in', secondsLeft: 4 },
    { ms: 3999, direction: 'in', secondsLeft: 1 },
    { ms: 4000, direction: 'out', secondsLeft: 6 },
    { ms: 9999, direction: 'out', secondsLeft: 1 },
    { ms: 10_000, direction: 'in', secondsLeft: 4 },
  ])('is $direction with $secondsLeft s left after $ms ms', ({ ms, direction, secondsLeft }) => {
    expect(breathAt(guideFrom(1000, 6), 1000 + ms)).toMatchObject({ direction, secondsLeft });
  });

  it('repeats every breath, never says zero, and takes as long as its pace says', () => {
    const pace = fc.constantFrom(4.5, 5, 5.5, 6, 6.5, 7);
    fc.assert(
      fc.property(fc.nat(3_600_000), pace, (ms, perMinute) => {
        const breath = breathAt(guideFrom(0, perMinute), ms + 0.25);
        expect(breathAt(guideFrom(-60_000 / perMinute, perMinute), ms + 0.25)).toEqual(breath);
        expect(breath.secondsLeft).toBeGreaterThanOrEqual(1);
        expect(breath.lengthS).toBeCloseTo((breath.direction === 'in' ? 24 : 36) / perMinute, 9);
      }),
    );
  });
});

describe('breath$', () => {
  it('turns at the very moment, and follows another pace', async () => {
    const time = new VirtualTime();
    const guide$ = new BehaviorSubject<BreathGuide | undefined>(guideFrom(0, 6));
    const turns: string[] = [];
    breath$(guide$, time.clock, time.scheduler).subscribe((breath) => {
      const turn = `${breath?.direction} at`;
      if (!turns.at(-1)?.startsWith(turn)) turns.push(`${turn} ${Math.round(time.clock())}`);
    });
    await time.pass(12_000);
    guide$.next(guideFrom(12_000, 7.5));
    await time.pass(5000);
    guide$.next(undefined);
    await time.pass(5000);
    expect(turns).toEqual(['in at 0', 'out at 4000', 'in at 10000', 'out at 15200', 'undefined at 17000']);
  });
});
