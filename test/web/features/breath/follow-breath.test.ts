import { BehaviorSubject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { guideFrom, type BreathGuide } from '../../../../web/audio/breath-guide.ts';
import { followBreath, type Breathing } from '../../../../web/features/breath/follow-breath.ts';
import { OPENING_STATE, type SessionState } from '../../../../web/session/session-state.ts';
import { breathSettings, type BreathSettings } from '../../../../web/session/breath-settings.ts';
import { breathAt, type Breath } from '../../../../web/session/pacer.ts';
import { VirtualTime } from '../../../support/virtual-time.ts';
import { FakePlayer } from '../../fake-player.ts';

function underTest(settings: Partial<BreathSettings>, ownPerMinute?: number) {
  const time = new VirtualTime();
  const player = new FakePlayer();
  const settings$ = new BehaviorSubject<BreathSettings>({
    ...{ perMinute: 6, sound: false, vibration: false, swell: false },
    ...settings,
  });
  const state$ = new BehaviorSubject<SessionState>(OPENING_STATE);
  const now$ = new BehaviorSubject<Breath | undefined>(undefined);
  const breathing: Breathing['breathing'] = () =>
    ownPerMinute === undefined ? undefined : { breathsPerMinute: ownPerMinute, from: 'heart' };
  const hums: number[][] = [];
  followBreath({
    ...{ settings$, player, clock: time.clock, scheduler: time.scheduler },
    session$: new BehaviorSubject<Breathing | undefined>({ state$, breath$: now$, breathing }),
    vibrate: (pattern) => hums.push(pattern),
  });
  const guide = (pacer?: BreathGuide): void =>
    state$.next(pacer ? { ...OPENING_STATE, pacer } : OPENING_STATE);
  return { time, player, settings$, state$, now$, hums, guide, last: () => player.breaths.at(-1) };
}

describe('followBreath', () => {
  const six = guideFrom(500, 6);

  it('lets the guide be heard where that is wanted, and not where it is not', () => {
    const { guide, settings$, last } = underTest({ sound: true });
    expect(last()).toEqual({});
    guide(six);
    expect(last()).toEqual({ air: six });
    settings$.next({ ...settings$.value, sound: false });
    expect(last()).toEqual({});
  });

  it('is still while the music is, and comes back with it', () => {
    const { guide, state$, last } = underTest({ sound: true });
    guide(six);
    state$.next({ ...state$.value, stage: 'halted' });
    expect(last()).toEqual({});
    state$.next({ ...state$.value, stage: 'running' });
    expect(last()).toEqual({ air: six });
  });

  it('lets the music swell with the guide while that is on', async () => {
    const { guide, time, last } = underTest({ swell: true }, 16);
    await time.pass(0);
    guide(six);
    expect(last()).toEqual({ swell: six });
  });

  it('lets the music swell at three quarters of the own breathing, six a minute at the least', async () => {
    const fast = underTest({ swell: true }, 16);
    await fast.time.pass(0);
    expect(fast.last()?.swell?.perMinute).toBe(12);
    const unknown = underTest({ swell: true });
    await unknown.time.pass(0);
    expect(unknown.last()?.swell?.perMinute).toBe(6);
  });

  it('hums at each turn of the breath where that is wanted, never before the first', () => {
    const { guide, now$, settings$, hums } = underTest({});
    guide(six);
    now$.next(breathAt(six, 500));
    settings$.next({ ...settings$.value, vibration: true });
    expect(hums).toEqual([]);
    for (const atMs of [1500, 4500, 5500, 10_500]) now$.next(breathAt(six, atMs));
    now$.next(undefined);
    expect(hums.map(({ length }) => length)).toEqual([3, 1]);
  });
});

describe('breathSettings', () => {
  const storageOf = (text: string | null) => {
    const kept = [text];
    return {
      kept,
      getItem: () => kept.at(-1)!,
      setItem: (_: string, value: string) => void kept.push(value),
    };
  };

  it('is six a minute, heard, and nothing else, until it is changed; then it is kept', () => {
    const storage = storageOf(null);
    const { settings$, change } = breathSettings(storage);
    expect(settings$.value).toEqual({ perMinute: 6, sound: true, vibration: false, swell: false });
    change({ perMinute: 5.5, vibration: true });
    expect(breathSettings(storage).settings$.value).toEqual({
      ...{ perMinute: 5.5, sound: true, vibration: true, swell: false },
    });
  });

  it.each(['', 'null', '{"perMinute":40,"sound":"yes"}', '[1]'])('takes %j for nothing kept', (text) => {
    expect(breathSettings(storageOf(text)).settings$.value).toMatchObject({ perMinute: 6, sound: true });
  });

  it('holds where the browser refuses to keep it', () => {
    const refuse = (): never => {
      throw new Error('full');
    };
    const { settings$, change } = breathSettings({ getItem: () => null, setItem: refuse });
    change({ sound: false });
    expect(settings$.value.sound).toBe(false);
  });
});
