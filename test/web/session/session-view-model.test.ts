import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { HeartRateSensor, SensorEvent } from '../../../devices/index.ts';
import { attuneSignals, protocolOf, type SessionEvent } from '../../../engine/index.ts';
import { startSession } from '../../../web/session/live-session.ts';
import { sessionViewModel } from '../../../web/session/session-view-model.ts';
import { beatsAt, only, started } from '../../support/session-inputs.ts';
import { VirtualTime } from '../../support/virtual-time.ts';
import { FakePlayer } from '../fake-player.ts';

function underTest(withSensor = false) {
  const time = new VirtualTime();
  const beats = new Subject<SensorEvent>();
  const sensor: HeartRateSensor = { id: 'test', name: 'Test', kind: 'synthetic', events$: beats };
  const log: SessionEvent[] = [];
  const ports = { clock: time.clock, scheduler: time.scheduler };
  const session = startSession(
    {
      ...ports,
      player: new FakePlayer(),
      engine: attuneSignals(),
      log: { append: (event) => void log.push(event), close: () => undefined },
    },
    { id: 'one', start: started(), sensor: withSensor ? sensor : undefined },
  );
  return { time, beats, log, view: sessionViewModel(session, protocolOf('craving-session'), ports) };
}

const state = (atMs: number, to: 'streaming' | 'stale'): SensorEvent => ({
  type: 'sensor',
  atMs,
  author: 'device',
  sensor: 'test',
  state: to,
});

describe('sessionViewModel', () => {
  it('knows the phase, what plays and why from the first moment', () => {
    const { view } = underTest();
    expect(view.state$.value).toMatchObject({
      stage: 'running',
      phase: 'settle',
      decision: { reason: 'settling' },
    });
  });

  it('shows the heart rate while beats come, and unknown when they stop', async () => {
    const { view, beats, time } = underTest(true);
    expect(view.heart$.value).toEqual({ kind: 'none' });
    beats.next(state(0, 'streaming'));
    for (const beat of beatsAt(75, [0, 10])) beats.next(beat);
    await time.pass(10_000);
    expect(view.heart$.value).toEqual({ kind: 'known', bpm: 75 });
    await time.pass(6000);
    expect(view.heart$.value).toEqual({ kind: 'unknown', sensor: 'streaming' });
    beats.next(state(16_000, 'stale'));
    expect(view.heart$.value).toEqual({ kind: 'unknown', sensor: 'stale' });
  });

  it('counts down from the protocol’s longest course, within fifteen minutes', async () => {
    const { view, time } = underTest();
    const longestS = view.protocol.phases.reduce((sum, { maxS }) => sum + maxS, 0);
    expect(longestS).toBeLessThanOrEqual(900);
    expect(view.remainingS$.value).toBe(longestS);
    await time.pass(100_000);
    expect(view.remainingS$.value).toBe(longestS - 100);
  });

  it('guides the breath four seconds in and six out, and tells the engine', async () => {
    const { view, time, log } = underTest();
    view.setPacer(true);
    expect(only(log, 'pacer')).toMatchObject([{ breathsPerMinute: 6 }]);
    const seen = [];
    for (let s = 0; s < 10; s++) {
      seen.push(`${view.breath$.value?.direction} ${view.breath$.value?.secondsLeft}`);
      await time.pass(1000);
    }
    expect(seen).toEqual([
      'in 4',
      'in 3',
      'in 2',
      'in 1',
      'out 6',
      'out 5',
      'out 4',
      'out 3',
      'out 2',
      'out 1',
    ]);
    view.setPacer(false);
    expect(view.breath$.value).toBeUndefined();
    expect(only(log, 'pacer').at(-1)).not.toHaveProperty('breathsPerMinute');
  });

  it('logs an answer, and that a question was put aside', () => {
    const { view, log } = underTest();
    view.answerPrompt('stress');
    view.answerPrompt('dismissed');
    expect(only(log, 'prompt-answer').map(({ said }) => said)).toEqual(['stress', 'dismissed']);
  });

  it('logs each press', () => {
    const { view, log } = underTest();
    view.calmer();
    view.livelier();
    view.skip();
    view.tooMuch();
    view.markCraving();
    view.rate(55, 'during');
    expect(only(log, 'press').map(({ button }) => button)).toEqual([
      'calmer',
      'livelier',
      'skip',
      'too-much',
    ]);
    expect(only(log, 'mark')).toHaveLength(1);
    expect(only(log, 'rating')).toMatchObject([{ value: 55, moment: 'during' }]);
  });

  it('halts at distress, and goes on only when the person resumes', () => {
    const { view } = underTest();
    view.rate(50, 'before');
    view.rate(75, 'during');
    expect(view.state$.value).toMatchObject({ stage: 'halted', halt: 'distress' });
    view.resume();
    expect(view.state$.value.stage).toBe('running');
  });

  it('asks for the rating when the music is over, and finishes with it', async () => {
    const { view, time, log } = underTest();
    await time.pass(901_000);
    expect(view.state$.value.stage).toBe('reflecting');
    view.finish(30);
    expect(view.state$.value).toMatchObject({ stage: 'ended', ended: 'finished' });
    expect(only(log, 'rating')).toMatchObject([{ value: 30, moment: 'after' }]);
    expect(view.picture.after).toBe(30);
  });

  it('may be left after a stop, and rated all the same', () => {
    const { view, log } = underTest();
    view.stop();
    view.leave();
    expect(view.state$.value.stage).toBe('reflecting');
    view.finish(20);
    expect(only(log, 'session-ended')).toMatchObject([{ reason: 'stopped' }]);
  });

  it('ends once also when what shows its state finishes it at its end', () => {
    const { view, log } = underTest();
    view.state$.subscribe(({ stage }) => stage === 'ended' && view.finish(10));
    view.finish();
    expect(only(log, 'session-ended')).toHaveLength(1);
    expect(log.at(-1)!.type).not.toBe('rating');
  });

  it('ends by itself ten minutes after the music did, if nobody comes back', async () => {
    const { view, time } = underTest();
    view.stop();
    await time.pass(9 * 60_000);
    expect(view.state$.value.stage).toBe('halted');
    await time.pass(2 * 60_000);
    expect(view.state$.value).toMatchObject({ stage: 'ended', ended: 'stopped' });
  });
});

describe('sessionViewModel.announcements$', () => {
  it('says what plays, then at most one thing in eight seconds, and the latest of them', async () => {
    const { view, time } = underTest();
    const said: { text: string; atMs: number }[] = [];
    view.announcements$.subscribe((text) => said.push({ text, atMs: time.clock() }));
    view.calmer();
    view.livelier();
    view.tooMuch();
    await time.pass(20_000);
    expect(said).toHaveLength(2);
    expect(said[0]!.atMs).toBe(0);
    expect(said[1]).toMatchObject({ atMs: 8000 });
    expect(said[1]!.text).toContain('too much');
  });

  it('says a halt at once', async () => {
    const { view, time } = underTest();
    const said: string[] = [];
    view.announcements$.subscribe((text) => said.push(text));
    await time.pass(1000);
    view.stop();
    expect(said.at(-1)).toContain('Stopped.');
  });
});
