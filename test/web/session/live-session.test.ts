import { EMPTY, NEVER, Observable, Subject, map, throwError, type OperatorFunction } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { SensorError, type HeartRateSensor, type SensorEvent } from '../../../devices/index.ts';
import {
  attuneSignals,
  liveHeart,
  replayLog,
  signalsOfLog,
  type InputEvent,
  type SessionEvent,
  type Signal,
  type Tick,
} from '../../../engine/index.ts';
import { startSession } from '../../../web/session/live-session.ts';
import { faultyHeart } from '../../support/faulty-heart.ts';
import { beatsAt, only, started } from '../../support/session-inputs.ts';
import { VirtualTime } from '../../support/virtual-time.ts';
import { FakePlayer } from '../fake-player.ts';

type Engine = OperatorFunction<InputEvent | Tick, Signal>;

const sensorOf = (events$: Observable<SensorEvent>): HeartRateSensor => ({
  id: 'test',
  name: 'Test',
  kind: 'synthetic',
  events$,
});

function underTest(about: { engine?: Engine; sensor?: HeartRateSensor } = {}) {
  const time = new VirtualTime();
  const player = new FakePlayer();
  const kept: SessionEvent[] = [];
  let closed = 0;
  const log = { append: (event: SessionEvent) => void kept.push(event), close: () => void (closed += 1) };
  const { engine = attuneSignals(), sensor } = about;
  const session = startSession(
    { clock: time.clock, scheduler: time.scheduler, player, engine, log },
    { id: 'one', start: started(), sensor },
  );
  return { time, player, kept, session, timesClosed: () => closed };
}

describe('startSession', () => {
  it('plays something at once, without a sensor and before any tick', () => {
    const { player, kept } = underTest();
    expect(player.plans).toHaveLength(1);
    expect(kept[0]).toMatchObject({ type: 'session-started', seq: 0 });
  });

  it('logs every event, in order and without gaps, before anyone sees it', async () => {
    const { time, kept, session } = underTest();
    const seenAt: number[] = [];
    session.events$.subscribe(() => seenAt.push(kept.length));
    session.send({ type: 'rating', scale: 'craving', value: 40, moment: 'before' });
    await time.pass(5000);
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, i) => i));
    expect(seenAt.slice(-3)).toEqual([kept.length - 2, kept.length - 1, kept.length]);
  });

  it('writes a log that a replay gives again to the byte', async () => {
    const beats = new Subject<SensorEvent>();
    const { time, kept, session } = underTest({ sensor: sensorOf(beats) });
    session.send({ type: 'pacer', breathsPerMinute: 6 });
    for (const beat of beatsAt(75, [0, 90])) {
      await time.pass(beat.atMs - time.clock());
      beats.next(beat);
    }
    session.send({ type: 'press', button: 'calmer' });
    session.end('finished');
    expect(only(kept, 'arousal').length).toBeGreaterThan(30);
    expect(JSON.stringify(replayLog(kept))).toBe(JSON.stringify(kept));
  });

  it('has the beats of a faulty strap as the engine has them, and logs the bytes that the engine would', async () => {
    const sensor$ = new Subject<SensorEvent>();
    const { time, kept, session } = underTest({ sensor: sensorOf(sensor$) });
    const { beats } = session.heart;
    for (const event of faultyHeart()) {
      await time.pass(event.atMs - time.clock());
      sensor$.next(event);
    }
    session.end('finished');
    const { heart, take } = liveHeart();
    await signalsOfLog(kept, take, () => Promise.resolve());
    expect(session.heart).toEqual(heart);
    expect(session.heart.beats).toBe(beats);
    expect(
      beats.filter(({ class: found }) => found !== undefined && found !== 'normal').length,
    ).toBeGreaterThan(30);
    expect(JSON.stringify(replayLog(kept))).toBe(JSON.stringify(kept));
  });

  it('knows how the person breathes, and nothing of a person without a strap', async () => {
    const sensor$ = new Subject<SensorEvent>();
    const { time, session } = underTest({ sensor: sensorOf(sensor$) });
    expect(session.breathing(0)).toBeUndefined();
    for (let atMs = 0; atMs < 90_000;) {
      const rrMs = 800 + 40 * Math.sin((2 * Math.PI * 12 * atMs) / 60_000);
      atMs += rrMs;
      await time.pass(atMs - time.clock());
      sensor$.next({ type: 'intervals', atMs, author: 'device', sensor: 'test', rrMs: [rrMs] });
    }
    expect(session.breathing(time.clock())?.breathsPerMinute).toBeCloseTo(12, 0);
    expect(session.breathing(time.clock() + 120_000)).toBeUndefined();
  });

  it('takes the sound away on stop even when the engine never answers', () => {
    const { player, session } = underTest({ engine: () => NEVER });
    session.stop();
    expect(player.asked).toEqual(['stop']);
  });

  it('stops the player before the press reaches the engine', () => {
    const player = new FakePlayer();
    const order: string[] = [];
    const engine: Engine = map((input) => {
      order.push(`${input.type} after ${player.asked.length} stops`);
      return input;
    });
    const log = { append: () => undefined, close: () => undefined };
    const session = startSession({ clock: () => 0, player, engine, log }, { id: 'one', start: started() });
    session.stop();
    session.end('stopped');
    expect(order).toEqual([
      'session-started after 0 stops',
      'press after 1 stops',
      'session-ended after 1 stops',
    ]);
  });

  it('goes on by the clock when the sensor fails, says why, and connects again when asked', () => {
    let tries = 0;
    const events$ = new Observable<SensorEvent>((to) => {
      tries += 1;
      to.error(new SensorError('unreachable', 'gone'));
    });
    const { session, player } = underTest({ sensor: sensorOf(events$) });
    expect(session.sensorFault$.value).toEqual({ code: 'unreachable', message: 'gone' });
    expect(player.plans).toHaveLength(1);
    session.connectAgain();
    expect(tries).toBe(2);
  });

  it('clears an old fault when it connects again', () => {
    let tries = 0;
    const events$ = new Observable<SensorEvent>((to) => {
      if (tries++ === 0) to.error(new SensorError('unreachable', 'gone'));
    });
    const { session } = underTest({ sensor: sensorOf(events$) });
    session.connectAgain();
    expect(session.sensorFault$.value).toBeUndefined();
  });

  it('holds time still rather than let it run backwards', () => {
    const early: SensorEvent = {
      type: 'sensor',
      atMs: -500,
      author: 'device',
      sensor: 'test',
      state: 'streaming',
    };
    const { kept } = underTest({ sensor: sensorOf(new Observable((to) => to.next(early))) });
    expect(only(kept, 'sensor')[0]?.atMs).toBe(0);
  });

  it('keeps order when a conclusion leads to another input', () => {
    const { kept, session } = underTest();
    session.events$.subscribe((event) => {
      if (event.type === 'mark') session.send({ type: 'tag', tags: ['tense'] });
    });
    session.send({ type: 'mark', what: 'craving' });
    const types = kept.map(({ type }) => type);
    expect(types.indexOf('tag')).toBeGreaterThan(types.indexOf('mark'));
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, i) => i));
  });

  it('ends once: the end and what follows from it are logged, then nothing is', async () => {
    const released: string[] = [];
    const sensor = sensorOf(new Observable(() => () => void released.push('sensor')));
    const { session, kept, time, timesClosed } = underTest({ sensor });
    let completed = false;
    session.events$.subscribe({ complete: () => (completed = true) });
    session.end('finished');
    const length = kept.length;
    session.end('stopped');
    session.send({ type: 'mark', what: 'craving' });
    await time.pass(5000);
    expect(kept).toHaveLength(length);
    expect(only(kept, 'session-ended')).toMatchObject([{ reason: 'finished' }]);
    expect({ completed, released, closed: timesClosed() }).toEqual({
      completed: true,
      released: ['sensor'],
      closed: 1,
    });
  });

  it('ends once also when somebody who hears of the end ends it again', () => {
    const { session, kept } = underTest();
    session.events$.subscribe((event) => {
      if (event.type === 'session-ended') session.end('stopped');
    });
    session.end('finished');
    expect(only(kept, 'session-ended')).toMatchObject([{ reason: 'finished' }]);
  });

  it('turns the sound off and says so when the engine breaks', () => {
    const { session, player, timesClosed } = underTest({ engine: () => throwError(() => new Error('bug')) });
    expect(session.broken$.value).toBe(true);
    expect(player.asked).toEqual(['stop']);
    expect(timesClosed()).toBe(1);
  });

  it('gives a late subscriber the whole log', () => {
    const { session, kept } = underTest({ sensor: sensorOf(EMPTY) });
    session.end('finished');
    const late: SessionEvent[] = [];
    session.events$.subscribe((event) => late.push(event));
    expect(late).toEqual(kept);
  });
});
