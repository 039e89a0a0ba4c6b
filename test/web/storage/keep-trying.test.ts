import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { chance } from '../../../engine/index.ts';
import { keepTrying, type StepOutcome } from '../../../web/storage/keep-trying.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

const AWAY: StepOutcome = { kind: 'trouble', why: 'away' };

/** Steps whose outcomes are told, on virtual time; the last one is repeated. */
function trying(outcomes: readonly StepOutcome[], draw: () => number = () => 1) {
  const time = new VirtualTime();
  const [news$, online$] = [new Subject<void>(), new Subject<void>()];
  const atS: number[] = [];
  const ending = new AbortController();
  let under = 0;
  let most = 0;
  const step = async (): Promise<StepOutcome> => {
    most = Math.max(most, ++under);
    atS.push(time.clock() / 1000);
    await Promise.resolve();
    under--;
    return outcomes[Math.min(atS.length, outcomes.length) - 1]!;
  };
  const ended = keepTrying({ step, news$, online$, scheduler: time.scheduler, chance: draw }, ending.signal);
  return { time, news$, online$, atS, ending, ended, most: () => most };
}

describe('keepTrying', () => {
  it('waits twice as long after each failure, a minute at most', async () => {
    const { time, atS } = trying([AWAY]);
    await time.pass(250_000);
    expect(atS).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243]);
  });

  it('waits a random part of it, and never comes to more than a few tries a minute', async () => {
    const half = trying([AWAY], () => 0.5);
    await half.time.pass(62_000);
    expect(half.atS).toEqual([0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5, 61.5]);
    for (let seed = 1; seed <= 50; seed++) {
      const { time, atS } = trying([AWAY], chance(seed));
      await time.pass(600_000);
      expect(atS.length).toBeGreaterThan(10);
      expect(atS.length).toBeLessThan(50);
    }
  });

  it('begins anew with the shortest wait once something is gained twice without a failure between', async () => {
    const [moved, gained]: StepOutcome[] = [{ kind: 'moved' }, { kind: 'progress' }];
    const well = trying([AWAY, AWAY, moved!, gained!, gained!, AWAY]);
    await well.time.pass(5500);
    expect(well.atS).toEqual([0, 1, 3, 3, 3, 3, 4]);
    const circle = trying([AWAY, gained!, AWAY, moved!, gained!, AWAY, gained!, AWAY]);
    await circle.time.pass(14_000);
    expect(circle.atS).toEqual([0, 1, 1, 3, 3, 3, 7, 7]);
  });

  it('begins anew when the service says that all is well', async () => {
    const { time, atS, online$ } = trying([AWAY, AWAY, { kind: 'idle', heard: true }, AWAY]);
    await time.pass(5000);
    online$.next();
    await time.pass(1500);
    expect(atS).toEqual([0, 1, 3, 5, 6]);
  });

  it('waits after a setback as after trouble', async () => {
    const { time, atS } = trying([{ kind: 'setback' }]);
    await time.pass(8000);
    expect(atS).toEqual([0, 1, 3, 7]);
  });

  it('tries at once when the network is back, but for no news while there is trouble', async () => {
    const { time, atS, news$, online$ } = trying([AWAY, AWAY, AWAY, { kind: 'idle' }]);
    await time.pass(3500);
    news$.next();
    await time.pass(500);
    online$.next();
    await time.pass(500);
    news$.next();
    await time.pass(500);
    expect(atS).toEqual([0, 1, 3, 4, 4.5]);
  });

  it('waits as long as it is asked to, whatever the network does meanwhile', async () => {
    const { time, atS, online$ } = trying([{ kind: 'trouble', why: 'busy', retryAfterMs: 30_000 }, AWAY]);
    for (let s = 0; s < 40; s++) {
      if (s < 20) online$.next();
      await time.pass(1000);
    }
    expect(atS.slice(0, 2)).toEqual([0, 30]);
  });

  it('is not driven by a network that comes and goes all the time', async () => {
    const { time, atS, online$ } = trying([AWAY]);
    for (let i = 0; i < 600; i++) {
      online$.next();
      await time.pass(100);
    }
    expect(atS.length).toBeLessThan(80);
  });

  it('misses no news that come during a step', async () => {
    const time = new VirtualTime();
    const news$ = new Subject<void>();
    let steps = 0;
    const step = (): Promise<StepOutcome> => {
      if (++steps === 1) news$.next();
      return Promise.resolve({ kind: 'idle' });
    };
    const ports = { step, news$, online$: new Subject<void>(), scheduler: time.scheduler };
    void keepTrying(ports, new AbortController().signal);
    await time.pass(1000);
    expect(steps).toBe(2);
  });

  it('takes a step that throws for trouble, and never two at a time', async () => {
    const thrown = new VirtualTime();
    let steps = 0;
    const step = (): Promise<StepOutcome> => Promise.reject(new Error(`no ${++steps}`));
    const ports = { step, news$: new Subject<void>(), online$: new Subject<void>(), chance: () => 1 };
    void keepTrying({ ...ports, scheduler: thrown.scheduler }, new AbortController().signal);
    await thrown.pass(3500);
    expect(steps).toBe(3);
    const { time, online$, news$, most } = trying([AWAY, { kind: 'progress' }, { kind: 'idle' }]);
    for (let i = 0; i < 20; i++) {
      online$.next();
      news$.next();
      await time.pass(100);
    }
    expect(most()).toBe(1);
  });

  it('ends when it is told to, also in the middle of a wait', async () => {
    const { time, atS, ending, ended } = trying([AWAY]);
    await time.pass(10_000);
    ending.abort();
    await ended;
    expect(atS).toEqual([0, 1, 3, 7]);
  });
});
