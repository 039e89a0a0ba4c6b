import { BehaviorSubject, distinctUntilChanged, Observable, type Subscriber } from 'rxjs';
import { chance, type Chance, type SensorState } from '../../engine/index.ts';
import type { HeartRateSensor, SensorEvent } from '../heart-rate-sensor.ts';
import { checkedFaults, type Faults } from './faults.ts';
import { spoiledPacket } from './spoil-packet.ts';

/**
 * A sensor with injected faults, for tests and for demonstrating how the app
 * copes. The same seed gives the same faults.
 *
 * Time is that of the sensor's own events, so it works at any speed: a late event is emitted with the first one due
 * after it and stamped with that one's time; whatever is still held at the end is emitted before `ended`.
 *
 * @throws RangeError  a share outside 0–1, or a time that is not above 0
 */
export function faultySensor(sensor: HeartRateSensor, faults: Faults): HeartRateSensor {
  checkedFaults(faults);
  const level$ = new BehaviorSubject(100);
  const events$ = new Observable<SensorEvent>((subscriber) =>
    sensor.events$.subscribe(
      spoiler({ sensor: sensor.id, faults, subscriber, drained: (level) => level$.next(level) }),
    ),
  );
  const falls = faults.batteryMs !== undefined && { battery$: level$.pipe(distinctUntilChanged()) };
  return { ...sensor, events$, ...falls };
}

interface Spoiling {
  readonly sensor: string;
  readonly faults: Faults;
  readonly subscriber: Subscriber<SensorEvent>;
  /** Called with the battery level, percent. */
  readonly drained: (level: number) => void;
}

/** Delays events without reordering them: whatever follows a late event waits for it. */
function lateQueue(subscriber: Subscriber<SensorEvent>) {
  const held: { readonly event: SensorEvent; readonly dueMs: number }[] = [];
  return {
    give(event: SensorEvent, dueMs: number): void {
      const after = Math.max(dueMs, held.at(-1)?.dueMs ?? 0);
      if (after <= event.atMs && held.length === 0) subscriber.next(event);
      else held.push({ event, dueMs: after });
    },
    release(atMs: number, dueMs = atMs): void {
      while (held[0] && held[0].dueMs <= dueMs) subscriber.next({ ...held.shift()!.event, atMs });
    },
    lose(): void {
      held.length = 0;
    },
  };
}

function spoiler({ sensor, faults, subscriber, drained }: Spoiling) {
  const random = chance(faults.seed);
  const late = lateQueue(subscriber);
  let startMs: number | undefined;
  let gone = false;
  let flat = false;

  const say = (atMs: number, ...states: readonly SensorState[]) => {
    for (const state of states)
      subscriber.next({
        type: 'sensor',
        author: 'device',
        sensor,
        atMs,
        state,
        ...(state === 'lost' && LOST),
      });
  };
  const follow = (event: SensorEvent, sinceMs: number) => {
    const wasGone = gone;
    gone = isGone(sinceMs, faults);
    if (gone && !wasGone) {
      late.lose();
      say(event.atMs, 'lost', 'backoff');
    } else if (wasGone && !gone) say(event.atMs, 'connecting', 'streaming');
  };

  return {
    next(event: SensorEvent) {
      if (flat) return;
      startMs ??= event.atMs;
      const sinceMs = event.atMs - startMs;
      const level = batteryAt(sinceMs, faults);
      drained(level);
      flat = level <= 0;
      if (flat) {
        late.lose();
        say(event.atMs, 'lost', 'backoff');
        return;
      }
      follow(event, sinceMs);
      late.release(event.atMs);
      if (event.type === 'sensor') {
        if (event.state === 'ended') late.release(event.atMs, Infinity);
        if (!gone || event.state === 'ended') subscriber.next(event);
        return;
      }
      const draw = draws(random);
      const spoiled =
        event.type === 'packet' ? { ...event, hex: spoiledPacket(event.hex, faults, random) } : event;
      if (gone || draw.lost < (faults.lostShare ?? 0)) return;
      const dueMs = event.atMs + delayOf(sinceMs, draw.late, faults);
      late.give(spoiled, dueMs);
      if (draw.twice < (faults.duplicateShare ?? 0)) late.give(spoiled, dueMs);
    },
    error: (cause: unknown) => subscriber.error(cause),
    complete: () => subscriber.complete(),
  };
}

/** Percent, falling evenly. */
const batteryAt = (sinceMs: number, { batteryMs }: Faults): number =>
  batteryMs === undefined ? 100 : Math.max(0, Math.ceil(100 * (1 - sinceMs / batteryMs)));

const LOST = { code: 'unreachable' } as const;

/** Always the same number of draws, so that one fault does not shift the others. */
const draws = (random: Chance) => ({ lost: random(), late: random(), twice: random() });

const isGone = (sinceMs: number, { drops }: Faults): boolean =>
  drops !== undefined && sinceMs >= drops.everyMs && sinceMs % drops.everyMs < drops.goneMs;

function delayOf(sinceMs: number, draw: number, { lateShare = 0, lateMs = 2000, bursts }: Faults): number {
  const late = draw < lateShare ? lateMs : 0;
  if (!bursts || sinceMs < bursts.everyMs) return late;
  const into = sinceMs % bursts.everyMs;
  return Math.max(late, into < bursts.heldMs ? bursts.heldMs - into : 0);
}
