import { expect, it } from 'vitest';
import type { Subscription } from 'rxjs';
import type { HeartRateSensor, SensorEvent } from '../../devices/index.ts';

/** A sensor in a world that the suite can drive. */
export interface SensorUnderTest {
  readonly sensor: HeartRateSensor;
  /** Lets `seconds` pass while the heart beats. */
  readonly run: (seconds: number) => Promise<void>;
  /** What a subscription still holds: listeners, links, timers. 0 once released. */
  readonly held: () => number;
  /** Whether it is over by itself within a minute. */
  readonly ends: boolean;
}

/** What every `HeartRateSensor` keeps to; call it within a `describe`. */
export function itIsAHeartRateSensor(make: () => SensorUnderTest): void {
  const listen = ({ sensor }: SensorUnderTest) => {
    const events: SensorEvent[] = [];
    let completed = false;
    const subscription: Subscription = sensor.events$.subscribe({
      next: (event) => events.push(event),
      complete: () => (completed = true),
    });
    return { events, subscription, completed: () => completed };
  };
  const kinds = (events: readonly SensorEvent[]) =>
    events.map((event) => (event.type === 'sensor' ? event.state : event.type));

  it('does nothing before anybody subscribes', async () => {
    const world = make();
    await world.run(3);
    expect(world.held()).toBe(0);
  });

  it('begins with a sensor event, and says streaming before the first data', async () => {
    const world = make();
    const { events, subscription } = listen(world);
    await world.run(10);
    subscription.unsubscribe();
    expect(events[0]?.type).toBe('sensor');
    const told = kinds(events);
    const firstData = told.findIndex((kind) => kind === 'packet' || kind === 'intervals');
    expect(firstData).toBeGreaterThan(0);
    expect(told.slice(0, firstData)).toContain('streaming');
  });

  it('names itself in every event, as the device', async () => {
    const world = make();
    const { events, subscription } = listen(world);
    await world.run(10);
    subscription.unsubscribe();
    for (const event of events) expect(event).toMatchObject({ sensor: world.sensor.id, author: 'device' });
  });

  it('stamps events from a clock that never runs backwards', async () => {
    const world = make();
    const { events, subscription } = listen(world);
    await world.run(20);
    subscription.unsubscribe();
    const times = events.map((event) => event.atMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)! - times[0]!).toBeGreaterThan(5000);
  });

  it('lets go of everything when unsubscribed, and says nothing more', async () => {
    const world = make();
    const { events, subscription } = listen(world);
    await world.run(5);
    expect(world.held()).toBeGreaterThan(0);
    subscription.unsubscribe();
    const said = events.length;
    await world.run(10);
    expect(events).toHaveLength(said);
    expect(world.held()).toBe(0);
  });

  it('starts anew for a second subscription', async () => {
    const world = make();
    const first = listen(world);
    await world.run(10);
    first.subscription.unsubscribe();
    const second = listen(world);
    await world.run(10);
    second.subscription.unsubscribe();
    expect(kinds(second.events)).toEqual(kinds(first.events));
  });

  it('completes after it said ended, or not at all', async () => {
    const world = make();
    const { events, subscription, completed } = listen(world);
    await world.run(60);
    expect(completed()).toBe(world.ends);
    expect(kinds(events).at(-1) === 'ended').toBe(world.ends);
    expect(kinds(events).filter((kind) => kind === 'ended')).toHaveLength(world.ends ? 1 : 0);
    subscription.unsubscribe();
    expect(world.held()).toBe(0);
  });
}
