import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { engineConfig, protocolOf, readState, type SessionEvent } from '../../../../engine/index.ts';
import { simulatePerson } from '../../../../engine/research/index.ts';
import { dosingViewModel, type DosingOpening } from '../../../../web/features/dosing/dosing-view-model.ts';

const DAY_MS = 86_400_000;

/** A session of a virtual person with a strap, begun at a time. */
function sessionAt(atMs: number): readonly SessionEvent[] {
  const logs: (readonly SessionEvent[])[] = [];
  simulatePerson(
    { number: 3, model: 'mixed', arm: 'pi0' },
    { sessions: 1, seed: 1, each: (log) => void logs.push(log) },
  );
  return logs[0]!.map((event) =>
    event.type === 'session-started'
      ? { ...event, atMs: event.atMs + atMs, source: { kind: 'strap', name: 'H10' } }
      : { ...event, atMs: event.atMs + atMs },
  );
}

function underTest(kept: Record<string, string> = {}) {
  const storage = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
  };
  const dosing = dosingViewModel({
    storage,
    config: engineConfig(),
    dayStartMs: (atMs) => Math.floor(atMs / DAY_MS) * DAY_MS,
  });
  const live = (log: readonly SessionEvent[]): void => {
    const events$ = new Subject<SessionEvent>();
    dosing.follow({ events$ });
    for (const event of log) events$.next(event);
    events$.complete();
  };
  return { dosing, live, kept };
}

const opening = (atMs: number, about: Partial<DosingOpening> = {}): DosingOpening => ({
  atMs,
  seed: 7,
  protocol: protocolOf('craving-session'),
  source: 'strap',
  ...about,
});

/** Craving rises by 30 while a piece plays for the whole of two ratings. */
function hardMoment(log: readonly SessionEvent[]): readonly SessionEvent[] {
  const last = log.findLastIndex(({ type }) => type === 'rating');
  const rose = { value: 100 };
  return log.map((event, i) => {
    if (event.type !== 'rating') return event;
    return i === last ? { ...event, ...rose } : { ...event, value: 60 };
  });
}

describe('dosingViewModel', () => {
  it('carries what was heard to the next session: of this day, and of seven days', () => {
    const { dosing, live } = underTest();
    live(sessionAt(10 * DAY_MS));
    const sameDay = dosing.startOf(opening(10 * DAY_MS + 3_600_000)).profile.heard!;
    expect(sameDay.todayMinutes).toBeGreaterThan(8);
    expect(sameDay.todayMinutes).toBeLessThan(11);
    const nextDay = dosing.startOf(opening(11 * DAY_MS)).profile.heard!;
    expect(nextDay.todayMinutes).toBe(0);
    expect(nextDay.weekSoundShare).toBeCloseTo(sameDay.weekSoundShare, 12);
    expect(dosing.startOf(opening(18 * DAY_MS)).profile.heard!.weekSoundShare).toBe(0);
  });

  it('sets aside what was followed by a clear rise, over a reload, until the person frees it', () => {
    const { live, kept } = underTest();
    live(hardMoment(sessionAt(0)));
    const { dosing } = underTest(kept);
    const { quarantined = [] } = dosing.startOf(opening(DAY_MS)).profile;
    expect(quarantined.length).toBeGreaterThan(0);
    dosing.change({ quarantined: [] });
    expect(underTest(kept).dosing.startOf(opening(DAY_MS)).profile.quarantined).toBeUndefined();
  });

  it('learns nothing, and keeps nothing to learn from, unless the person agreed', () => {
    const { dosing, live, kept } = underTest();
    live(sessionAt(0));
    expect(dosing.startOf(opening(DAY_MS))).not.toHaveProperty('learned');
    expect(kept['attune-dosing']).not.toContain('gram');
  });

  it('learns between sessions with consent, and gives the next one what it knows and where to begin', () => {
    const { dosing, live } = underTest();
    dosing.allowLearning(true);
    live(sessionAt(0));
    const next = dosing.startOf(opening(DAY_MS));
    expect(next.learned).toMatchObject({ sessions: 1, observations: 1 });
    expect(next.profile.meeting!.probabilities[next.profile.meeting!.below - 1]).toBeGreaterThan(0);
    expect(readState(dosing.exported())).toEqual({ ok: true, value: next.learned });
    dosing.forget();
    expect(dosing.startOf(opening(DAY_MS)).learned).toMatchObject({ sessions: 0 });
    dosing.allowLearning(false);
    expect(dosing.startOf(opening(DAY_MS))).not.toHaveProperty('learned');
  });

  it('neither leads nor learns by a recorded heart, which is nobody’s', () => {
    const { dosing, live } = underTest();
    dosing.allowLearning(true);
    const log = sessionAt(0).map((event) =>
      event.type === 'session-started'
        ? { ...event, source: { kind: 'recording', name: 'demo' } as const }
        : event,
    );
    live(log);
    expect(dosing.record$.value.learning).not.toHaveProperty('state');
    expect(dosing.startOf(opening(DAY_MS, { source: 'recording' }))).not.toHaveProperty('learned');
  });

  it('leaves where to begin to a course that leads up', () => {
    const { dosing } = underTest();
    dosing.allowLearning(true);
    const { profile } = dosing.startOf(opening(0, { protocol: protocolOf('activation') }));
    expect(profile).not.toHaveProperty('meeting');
  });

  it('begins anew where what is kept is damaged, and forgets a state that was meddled with', () => {
    expect(underTest({ 'attune-dosing': '{' }).dosing.record$.value.quarantined).toEqual([]);
    const kept = { version: 1, learning: { on: true, state: { kind: 'attune-learned-policy', version: 1 } } };
    const { dosing } = underTest({ 'attune-dosing': JSON.stringify(kept) });
    expect(dosing.record$.value.learning).toEqual({ on: true });
  });
});
