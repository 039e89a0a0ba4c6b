import { describe, expect, it } from 'vitest';
import { watchAudio, type WatchedContext } from '../../../web/audio/audio-watch.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

/** A context whose state and clock are set by hand. */
class HandContext extends EventTarget implements WatchedContext {
  state: WatchedContext['state'] = 'running';
  currentTime = 0;
  readonly sampleRate = 48_000;
  turn(state: WatchedContext['state']): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

function underTest() {
  const time = new VirtualTime();
  const context = new HandContext();
  const devices = new EventTarget();
  const page = { hidden: false, rate: 48_000 };
  const told: string[] = [];
  const watch = watchAudio(
    context,
    { devices, hidden: () => page.hidden, rateNow: () => page.rate, scheduler: time.scheduler },
    { onAsleep: () => told.push('asleep'), onLost: () => told.push('lost') },
  );
  /** Seconds in which the audio clock runs, or does not. */
  const pass = async (seconds: number, runs = true): Promise<void> => {
    for (let i = 0; i < seconds; i++) {
      if (runs) context.currentTime++;
      await time.pass(1000);
    }
  };
  return { context, devices, page, told, watch, pass };
}

describe('watchAudio', () => {
  it('says nothing of a context that runs', async () => {
    const { told, pass } = underTest();
    await pass(60);
    expect(told).toEqual([]);
  });

  it('reports an interruption at once, and each second until it is over', async () => {
    const { context, told, pass } = underTest();
    context.turn('interrupted');
    expect(told).toEqual(['asleep']);
    await pass(2, false);
    expect(told).toHaveLength(3);
    context.turn('running');
    await pass(5);
    expect(told).toHaveLength(3);
  });

  it('leaves the audio to another app while the page is hidden', async () => {
    const { context, page, told, pass } = underTest();
    page.hidden = true;
    context.turn('interrupted');
    await pass(5, false);
    expect(told).toEqual([]);
  });

  it('gives up a clock that stands still for four looks, but not one that stood still over a sleep', async () => {
    const { told, pass } = underTest();
    await pass(3);
    await pass(3, false);
    await pass(1);
    await pass(3, false);
    expect(told).toEqual([]);
    await pass(1, false);
    expect(told).toEqual(['lost']);
  });

  it.each([
    ['an error', (context: HandContext) => context.dispatchEvent(new Event('error'))],
    ['being closed', (context: HandContext) => context.turn('closed')],
  ])('reports %s as lost, once', async (_what, happen) => {
    const { context, told, pass } = underTest();
    happen(context);
    happen(context);
    await pass(5, false);
    expect(told).toEqual(['lost']);
  });

  it.each([
    [48_000, []],
    [44_100, ['lost']],
  ])('after a change of device that runs at %i Hz tells %j', async (rate, expected) => {
    const { devices, page, told, pass } = underTest();
    page.rate = rate;
    devices.dispatchEvent(new Event('devicechange'));
    await pass(2);
    expect(told).toEqual(expected);
  });

  it('is over when it is ended', async () => {
    const { context, devices, page, told, watch, pass } = underTest();
    watch.unsubscribe();
    page.rate = 8000;
    devices.dispatchEvent(new Event('devicechange'));
    context.turn('closed');
    await pass(2);
    expect(told).toEqual([]);
  });
});
