import { NEVER, Observable, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { HeartRateSensor } from '../../../devices/index.ts';
import {
  attune,
  protocolOf,
  type CravingLearning,
  type UsualRest,
  type SessionEvent,
} from '../../../engine/index.ts';
import type { NewSession, Outbox } from '../../../web/storage/outbox.ts';
import { readPacket } from '../../../web/session/read-packet.ts';
import { appViewModel } from '../../../web/session/sessions-view-model.ts';
import { keepLatest } from '../../../web/kit/behavior.ts';
import { REST, only } from '../../support/session-inputs.ts';
import { VirtualTime } from '../../support/virtual-time.ts';
import { FakePlayer } from '../fake-player.ts';

/** An outbox that keeps its sessions in memory only. */
class MemoryOutbox implements Outbox {
  readonly opened: NewSession[] = [];
  readonly logs: SessionEvent[][] = [];
  readonly sessions$ = of([]);
  readonly saved$ = keepLatest(NEVER, { here: 'kept', service: 'nothing-yet' } as const);
  open(session: NewSession) {
    const log: SessionEvent[] = [];
    this.opened.push(session);
    this.logs.push(log);
    return { append: (event: SessionEvent) => void log.push(event), close: () => undefined };
  }
  eventsOf = () => Promise.resolve([]);
  remove = () => Promise.resolve();
}

function underTest(learning?: CravingLearning, usual?: UsualRest) {
  const time = new VirtualTime();
  const player = new FakePlayer();
  const outbox = new MemoryOutbox();
  let ids = 0;
  const followed: string[] = [];
  const craving = {
    learningAt: (_atMs: number, mayAsk: boolean) =>
      learning && (mayAsk ? learning : { ...learning, prompts: undefined as never }),
    follow: ({ id }: { id: string }) => void followed.push(id),
  };
  const rested: string[] = [];
  const rest = { usualAt: () => usual, follow: ({ id }: { id: string }) => void rested.push(id) };
  const app = appViewModel({
    ...{ clock: time.clock, scheduler: time.scheduler, player, outbox, craving, rest, readPacket },
    engine: () => attune(),
    configHash: ({ id }) => `hash of ${id}`,
    protocols: {
      session: protocolOf('craving-session'),
      rescue: protocolOf('rescue'),
      others: [protocolOf('resonance-assessment')],
    },
    music: { profile: () => ({ triggers: ['kites'] }) },
    dosing: {
      startOf: () => ({ profile: { quarantined: ['cradle'] } }),
      follow: () => undefined,
    },
    newId: () => `session ${(ids += 1)}`,
    newSeed: () => 7,
  });
  return { app, time, player, outbox, followed, rested };
}

const strap: HeartRateSensor = { id: 'h10', name: 'H10', kind: 'strap', events$: new Observable() };

describe('appViewModel.cravingNow', () => {
  it('opens the audio and plays within the very press, without a question', () => {
    const { app, player, outbox } = underTest();
    app.cravingNow();
    expect(player.asked.slice(0, 2)).toEqual(['volume 0.7', 'start']);
    expect(player.plans).toHaveLength(1);
    expect(outbox.opened).toMatchObject([{ id: 'session 1', protocol: 'rescue', source: 'none' }]);
    expect(app.sounding$.value).toBe(true);
  });

  it('begins with the breathing guide', () => {
    const { app } = underTest();
    app.cravingNow();
    expect(app.session$.value?.breath$.value).toMatchObject({ direction: 'in', secondsLeft: 4 });
  });

  it('goes on with a rescue that plays, and wakes one that was stopped', () => {
    const { app, player, outbox } = underTest();
    app.cravingNow();
    app.cravingNow();
    expect(outbox.opened).toHaveLength(1);
    app.stop();
    app.cravingNow();
    expect(outbox.opened).toHaveLength(1);
    expect(player.plans.at(-1)?.kind).toBe('wake');
    expect(app.sounding$.value).toBe(true);
  });

  it('ends another session that is under way, and starts anew after a rescue that is over', () => {
    const { app, outbox } = underTest();
    app.begin({ tags: [] });
    app.cravingNow();
    expect(only(outbox.logs[0]!, 'session-ended')).toMatchObject([{ reason: 'stopped' }]);
    app.session$.value?.finish();
    app.cravingNow();
    expect(outbox.opened.map(({ protocol }) => protocol)).toEqual(['craving-session', 'rescue', 'rescue']);
  });
});

describe('appViewModel.begin', () => {
  it('logs what the session is before anything else, then what the person told', () => {
    const { app, outbox } = underTest();
    app.begin({ craving: 62, tags: ['feeling:tense', 'caffeine'] }, { sensor: strap, baseline: REST });
    const [log] = outbox.logs;
    expect(log![0]).toMatchObject({
      type: 'session-started',
      protocol: 'craving-session',
      seed: 7,
      configHash: 'hash of craving-session',
      baseline: REST,
      source: { kind: 'strap', name: 'H10' },
    });
    expect(only(log!, 'rating')).toMatchObject([{ value: 62, moment: 'before' }]);
    expect(only(log!, 'tag')).toMatchObject([{ tags: ['feeling:tense', 'caffeine'] }]);
  });

  it('tells a session with a strap alone how the person usually rests, and keeps how they rest in it', () => {
    const usual = { sessions: 5, heartRateBpm: { median: 60, spread: 3, se: 1 } };
    const { app, outbox, rested } = underTest(undefined, usual);
    app.begin({ tags: [] }, { sensor: strap });
    app.begin({ tags: [] }, { sensor: { ...strap, kind: 'recording' } });
    const starts = outbox.logs.map((log) => log[0]);
    expect(starts).toMatchObject([{ usualRest: usual }, { source: { kind: 'recording' } }]);
    expect(starts[1]).not.toHaveProperty('usualRest');
    expect(rested).toEqual(['session 1']);
  });

  it('runs the kind of session that was chosen, with the person’s profile and the breathing that it asks for', async () => {
    const { app, outbox, time } = underTest();
    expect(app.kinds.map(({ id }) => id)).toEqual(['craving-session', 'resonance-assessment']);
    app.begin({ tags: [], protocol: app.kinds[1]! });
    await time.pass(240_000);
    const [log] = outbox.logs;
    expect(log![0]).toMatchObject({
      protocol: 'resonance-assessment',
      profile: { triggers: ['kites'], quarantined: ['cradle'] },
    });
    expect(only(log!, 'pacer').map(({ breathsPerMinute }) => breathsPerMinute)).toEqual([7, 6.5]);
  });

  it('asks nothing of the log that was not answered', () => {
    const { app, outbox } = underTest();
    app.begin({ tags: [] });
    const types = outbox.logs[0]!.map(({ type }) => type);
    expect(types).not.toContain('rating');
    expect(types).not.toContain('tag');
  });
});

describe('appViewModel.stop', () => {
  it('reaches the player before the engine', () => {
    const { app, player, outbox } = underTest();
    app.cravingNow();
    const before = player.asked.length;
    const pressed = (): boolean => only(outbox.logs[0]!, 'press').length > 0;
    player.stop = () => {
      player.asked.push(pressed() ? 'stop after the press' : 'stop');
    };
    app.stop();
    expect(player.asked[before]).toBe('stop');
    expect(pressed()).toBe(true);
    expect(app.sounding$.value).toBe(false);
  });

  it('silences the player even without a session', () => {
    const { app, player } = underTest();
    app.stop();
    expect(player.asked.at(-1)).toBe('stop');
  });
});

describe('appViewModel.blocked$', () => {
  it('tells of audio that the browser holds back, once it has lasted, and not of audio that runs', async () => {
    const { app, player, time } = underTest();
    player.mayStart = false;
    app.cravingNow();
    expect(app.blocked$.value).toBeUndefined();
    await time.pass(2000);
    expect(app.blocked$.value).toBe('not-begun');
    player.mayStart = true;
    app.unblock();
    await time.pass(2000);
    expect(app.blocked$.value).toBeUndefined();
  });

  it('tells an interruption from audio that never began', async () => {
    const { app, player, time } = underTest();
    app.cravingNow();
    player.state$.next({ context: 'interrupted' });
    await time.pass(2000);
    expect(app.blocked$.value).toBe('interrupted');
  });

  it('tells nothing while nothing should sound', async () => {
    const { app, time } = underTest();
    await time.pass(5000);
    expect(app.blocked$.value).toBeUndefined();
  });
});

describe('appViewModel.setVolume', () => {
  it('reaches the player and the screen', () => {
    const { app, player } = underTest();
    app.setVolume(0.25);
    expect(app.volume$.value).toBe(0.25);
    expect(player.asked.at(-1)).toBe('volume 0.25');
  });
});

describe('appViewModel and learning from ratings', () => {
  const learning: CravingLearning = {
    ...{ record: { version: 1, labels: [] }, utcOffsetMin: 60 },
    prompts: { quiet: { fromMin: 0, toMin: 60 }, asked: [] },
  };

  it('begins a session with what has been learnt, and keeps what it says', () => {
    const { app, outbox, followed } = underTest(learning);
    app.begin({ craving: 62, tags: ['caffeine'] });
    expect(outbox.logs[0]![0]).toMatchObject({ type: 'session-started', craving: learning });
    expect(followed).toEqual(['session 1']);
    expect(only(outbox.logs[0]!, 'craving-label')).toMatchObject([
      { label: { said: 62, tags: ['caffeine'] } },
    ]);
  });

  it('asks nothing by itself after "Craving now"', () => {
    const { app, outbox } = underTest(learning);
    app.cravingNow();
    expect(only(outbox.logs[0]!, 'session-started')[0]?.craving?.prompts).toBeUndefined();
  });

  it('learns nothing from a recorded heart', () => {
    const { app, outbox, followed } = underTest(learning);
    app.begin({ craving: 62, tags: [] }, { sensor: { ...strap, kind: 'recording' } });
    expect(outbox.logs[0]![0]).not.toHaveProperty('craving');
    expect(followed).toEqual([]);
  });

  it('leaves no trace without consent', () => {
    const { app, outbox, followed } = underTest();
    app.begin({ craving: 62, tags: [] });
    expect(outbox.logs[0]![0]).not.toHaveProperty('craving');
    expect(followed).toEqual([]);
  });
});
