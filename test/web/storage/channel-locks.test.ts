import { describe, expect, it } from 'vitest';
import { channelLocks, type TabChannel } from '../../../web/storage/channel-locks.ts';
import type { TabLocks } from '../../../web/storage/tab-locks.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

/** Tabs that hear each other, and not themselves. */
function tabs(count: number, time: VirtualTime): readonly TabLocks[] {
  const channels: TabChannel[] = [];
  for (let i = 0; i < count; i++)
    channels.push(
      Object.assign(new EventTarget(), {
        postMessage: (data: unknown) => {
          for (const [j, other] of channels.entries())
            if (j !== i) other.dispatchEvent(new MessageEvent('message', { data }));
        },
      }),
    );
  return channels.map((channel) => channelLocks(channel, time.scheduler));
}

const never = (): Promise<void> => new Promise(() => undefined);

describe('channelLocks', () => {
  it('gives a lock to one tab at a time', async () => {
    const time = new VirtualTime();
    const [one, two] = tabs(2, time);
    const got: string[] = [];
    let letGo = (): void => undefined;
    void one!.request('upload', {}, () => (got.push('one'), new Promise((settle) => (letGo = settle))));
    await time.pass(1000);
    void two!.request('upload', {}, () => (got.push('two'), never()));
    await time.pass(60_000);
    expect(got).toEqual(['one']);
    letGo();
    await time.pass(10_000);
    expect(got).toEqual(['one', 'two']);
  });

  it('says at once that it is held where it is only to be had if it is free', async () => {
    const time = new VirtualTime();
    const [one, two] = tabs(2, time);
    void one!.request('session', {}, never);
    await time.pass(1000);
    const got: unknown[] = [];
    const take = (lock: unknown) => (got.push(lock), Promise.resolve());
    await two!.request('session', { ifAvailable: true }, take);
    void two!.request('another', { ifAvailable: true }, take);
    await time.pass(1000);
    expect(got).toEqual([null, { name: 'another' }]);
  });
});
