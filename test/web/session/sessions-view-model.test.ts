import { NEVER, Observable, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { HeartRateSensor } from '../../../devices/index.ts';
import { attuneSignals, protocolOf, type SessionEvent } from '../../../engine/index.ts';
import type { NewSession, Outbox } from '../../../web/storage/outbox.ts';
import type { SessionContributor, SessionOpening } from '../../../web/session/contributor.ts';
import { sessionsViewModel } from '../../../web/session/sessions-view-model.ts';
import { keepLatest } from '../../../web/kit/behavior.ts';
import { REST, only } from '../../support/session-inputs.ts';
import { VirtualTime } from '../../support/virtual-time.ts';
import { FakePlayer } from '../fake-player.ts';

/** An outbox that keeps its sessions in memory only. */
class MemoryOutbox implements Outbox {
  readonly opened: NewSession[] = [];
  readonly logs: SessionEvent[][] = [];
  readonly sessions$ = of({ state: 'read', value: [] } as const);
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

function underTest(...contributors: readonly SessionContributor[]) {
  const time = new VirtualTime();
  const player = new FakePlayer();
  const outbox = new MemoryOutbox();
  let ids = 0;
  const reported: unknown[] = [];
  const app = sessionsViewModel({
    ...{ clock: time.clock, scheduler: time.scheduler, player, outbox },
    contributors: () => contributors,
    report: (bug) => void reported.push(bug),
    engine: () => attuneSignals(),
    configHash: ({ id }) => `hash of ${id}`,
    protocols: {
      session: protocolOf('craving-session'),
      rescue: protocolOf('rescue'),
      others: [protocolOf('resonance-assessment')],
    },
    newId: () => `session ${(ids += 1)}`,
    newSeed: () => 7,
  });
  return { app, time, player, outbox, reported };
}

const strap: HeartRateSensor = { id: 'h10', name: 'H10', kind: 'strap', events$: new Observable() };

describe('sessionsViewModel.cravingNow', () => {
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

describe('sessionsViewModel.begin', () => {
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

  it('runs the kind of session that was chosen, with what is given to it', () => {
    const { app, outbox } = underTest(
      () => ({ start: { profile: { triggers: ['kites'] } } }),
      () => ({ start: { profile: { quarantined: ['cradle'] } } }),
    );
    expect(app.kinds.map(({ id }) => id)).toEqual(['craving-session', 'resonance-assessment']);
    app.begin({ tags: [], protocol: app.kinds[1]! });
    expect(outbox.logs[0]![0]).toMatchObject({
      protocol: 'resonance-assessment',
      profile: { triggers: ['kites'], earlyRecovery: false, quarantined: ['cradle'] },
    });
  });

  it('asks nothing of the log that was not answered', () => {
    const { app, outbox } = underTest();
    app.begin({ tags: [] });
    const types = outbox.logs[0]!.map(({ type }) => type);
    expect(types).not.toContain('rating');
    expect(types).not.toContain('tag');
  });
});

describe('sessionsViewModel.stop', () => {
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

describe('sessionsViewModel.blocked$', () => {
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

describe('sessionsViewModel.setVolume', () => {
  it('reaches the player and the screen', () => {
    const { app, player } = underTest();
    app.setVolume(0.25);
    expect(app.volume$.value).toBe(0.25);
    expect(player.asked.at(-1)).toBe('volume 0.25');
  });
});

describe('sessionsViewModel and its contributors', () => {
  const broken = new Error('the store is broken');
  const failing = (): never => {
    throw broken;
  };

  it('tells each what the session opens with', () => {
    const openings: SessionOpening[] = [];
    const { app } = underTest((opening) => void openings.push(opening));
    app.begin({ tags: ['lying'] }, { sensor: strap });
    app.cravingNow();
    expect(openings).toMatchObject([
      { protocol: { id: 'craving-session' }, seed: 7, source: 'strap', tags: ['lying'], mayAsk: true },
      { protocol: { id: 'rescue' }, seed: 7, source: 'none', tags: [], mayAsk: false },
    ]);
  });

  it('lets each follow the session from its first event on', () => {
    const seen: string[] = [];
    const { app } = underTest(() => ({
      follow: ({ id, events$ }) => {
        events$.subscribe(({ type }) => void seen.push(`${id}: ${type}`));
      },
    }));
    app.begin({ tags: ['lying'] });
    expect(seen[0]).toBe('session 1: session-started');
    expect(seen).toContain('session 1: tag');
  });

  it('begins without the part of one that throws, and tells of it', () => {
    const { app, outbox, reported } = underTest(failing, () => ({
      start: { profile: { quarantined: ['cradle'] } },
    }));
    app.begin({ tags: [] });
    expect(app.sounding$.value).toBe(true);
    expect(outbox.logs[0]![0]).toMatchObject({ profile: { triggers: [], quarantined: ['cradle'] } });
    expect(reported).toEqual([broken]);
  });

  it('goes on when one cannot follow; the next still does', () => {
    const seen: string[] = [];
    const { app, reported } = underTest(
      () => ({ follow: failing }),
      () => ({ follow: ({ id }) => void seen.push(id) }),
    );
    app.cravingNow();
    expect(app.sounding$.value).toBe(true);
    expect(seen).toEqual(['session 1']);
    expect(reported).toEqual([broken]);
  });
});
