import { describe, expect, it } from 'vitest';
import {
  engineConfig,
  heardAfter,
  quarantinedAfter,
  type Profile,
  type SessionEvent,
} from '../../../engine/index.ts';
import { doseMeter, soundShare } from '../../../engine/dosing/dose-meter.ts';
import { run } from '../../support/run-session.ts';
import { press, rating, started } from '../../support/session-inputs.ts';

const config = engineConfig();
const profile = (about: Partial<Profile> = {}): Profile => ({ triggers: [], earlyRecovery: false, ...about });

describe('soundShare', () => {
  it.each([
    ['40 h at 80 dB(A) are a week', 40, { levelDb: 80 }, 1],
    ['10 dB more leave a tenth of the time', 4, { levelDb: 90 }, 1],
    ['3 dB more leave about half', 20, { levelDb: 83.0103 }, 1],
    ['a sensitive listener has 75 dB(A)', 40, { levelDb: 75, sensitive: true }, 1],
    ['unmeasured is taken for 80 dB(A)', 40, {}, 1],
  ])('%s', (_, hours, sound, share) => {
    expect(soundShare(hours, { sound }, config)).toBeCloseTo(share, 4);
  });
});

describe('doseMeter', () => {
  it('says that the day is over half a minute before it is', () => {
    const meter = doseMeter(
      profile({ locks: { dailyMinutes: 30 }, heard: { todayMinutes: 29, weekSoundShare: 0 } }),
      config,
    );
    meter.hear(29_000);
    expect(meter.minutesSpent).toBe(false);
    meter.hear(1000);
    expect(meter.minutesSpent).toBe(true);
    expect(meter.heard.todayMinutes).toBeCloseTo(29.5, 9);
  });
});

describe('heardAfter', () => {
  it('counts from the first decision to the halt, on top of what was heard before', () => {
    const heard = { todayMinutes: 10, weekSoundShare: 0.5 };
    const log: SessionEvent[] = run([started({ profile: profile({ heard }) }), press('stop', 60)]);
    expect(heardAfter(log, config).todayMinutes).toBeCloseTo(11, 9);
    expect(heardAfter(log, config).weekSoundShare).toBeCloseTo(0.5 + 1 / 60 / 40, 9);
  });
});

describe('quarantinedAfter', () => {
  const sounded = (log: readonly SessionEvent[]) => log.find((event) => event.type === 'decision')!.module;

  it('sets aside what sounded for half a minute before a rise of 15, and keeps what was set aside', () => {
    const earlier = profile({ quarantined: ['old'] });
    const log = run([started({ profile: earlier }), rating(30, 1), rating(45, 32)]);
    expect(quarantinedAfter(log, config)).toEqual([sounded(log), 'old'].sort());
    expect(log.filter((event) => event.type === 'decision').at(-1)).toMatchObject({
      atMs: 32_000,
      reason: 'set-aside',
      excluded: { [sounded(log)]: 'quarantined' },
    });
  });

  it.each([
    ['a rise of 14', [rating(30, 1), rating(44, 60)]],
    ['music heard for less', [rating(30, 1), rating(45, 20)]],
    ['a first rating', [rating(90, 60)]],
  ])('takes no offence at %s', (_, ratings) => {
    expect(quarantinedAfter(run([started(), ...ratings]), config)).toEqual([]);
  });

  it('blames no music for a wave that is ridden, and still does in logs of before', () => {
    const ridden = (protocolVersion: number) =>
      run([started({ protocol: 'urge-surfing', protocolVersion }), rating(30, 1), rating(60, 61)]);
    expect(quarantinedAfter(ridden(2), config)).toEqual([]);
    expect(ridden(2).some((event) => event.type === 'decision' && event.reason === 'set-aside')).toBe(false);
    expect(quarantinedAfter(ridden(1), config)).toEqual([sounded(ridden(1))]);
  });
});
