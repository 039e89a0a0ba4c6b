import { from } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  attune,
  attuneSignals,
  encodeHeartRateMeasurement,
  engineConfig,
  hexFromBytes,
  liveBreathing,
  liveHeart,
  signalsOfLog,
  type InputEvent,
  type SessionEvent,
  type Signal,
} from '../../../engine/index.ts';
import { beatsAt, REST, started } from '../../support/session-inputs.ts';

/** One packet a second: heart rate, and intervals where there are any. */
const packet = (atS: number, heartRateBpm: number, rrMs: readonly number[]): InputEvent => ({
  type: 'packet',
  atMs: 1000 * atS,
  author: 'device',
  sensor: 'test',
  hex: hexFromBytes(
    encodeHeartRateMeasurement({
      heartRateBpm,
      contact: true,
      rrRaw: rrMs.map((rr) => Math.round(rr * 1.024)),
    }),
  ),
});

const heartOf = (inputs: readonly InputEvent[]) => {
  const live = liveHeart();
  from(inputs).pipe(attuneSignals()).subscribe(live.take);
  return live.heart;
};

const start = started({ baseline: REST });

describe('attuneSignals', () => {
  it('is what attune logs, with what flows beside it', () => {
    const inputs = [start, ...beatsAt(60, [0, 120])];
    const [log, signals]: [SessionEvent[], Signal[]] = [[], []];
    from(inputs)
      .pipe(attune())
      .subscribe((event) => log.push(event));
    from(inputs)
      .pipe(attuneSignals())
      .subscribe((signal) => signals.push(signal));
    const logged = signals.filter((signal) => 'author' in signal);
    expect(JSON.stringify(log.map(({ seq: _, ...event }) => event))).toBe(JSON.stringify(logged));
    expect(new Set(signals.map(({ type }) => type))).toContain('nn');
  });
});

describe('liveHeart', () => {
  it('has each beat at once and its class some beats later', () => {
    const heart = heartOf([start, ...beatsAt(60, [0, 60])]);
    expect(heart.beats.length).toBeGreaterThan(50);
    expect(heart.beats.every(({ plausible }) => plausible)).toBe(true);
    expect(heart.beats[10]).toMatchObject({ class: 'normal' });
    expect(heart.beats.at(-1)!.class).toBeUndefined();
    expect(heart.nn.length).toBeGreaterThan(40);
    expect(heart.source).toBe('rr');
  });

  it('tells a missed beat from the others', () => {
    const packets = Array.from({ length: 60 }, (_, s) =>
      packet(s + 1, 60, s === 30 ? [] : [s === 31 ? 2000 : 1000]),
    );
    const heart = heartOf([start, ...packets]);
    expect(heart.beats.filter((beat) => beat.class === 'missed').map(({ rrMs }) => rrMs)).toEqual([2000]);
  });

  it('shows the rate of a device that sends no intervals', () => {
    const heart = heartOf([start, ...Array.from({ length: 20 }, (_, s) => packet(s + 1, 72, []))]);
    expect(heart).toMatchObject({ beats: [], source: 'heart-rate-only', contact: true });
    expect(heart.shown).toHaveLength(20);
    expect(heart.shown.at(-1)).toEqual({ atMs: 20_000, bpm: 72 });
  });
});

describe('signalsOfLog', () => {
  it('gives the heart of a stored log as the live page had it', async () => {
    const inputs = [start, ...beatsAt(60, [0, 120])];
    const log: SessionEvent[] = [];
    from(inputs)
      .pipe(attune(engineConfig()))
      .subscribe((event) => log.push(event));
    const past = liveHeart();
    await signalsOfLog(log, past.take, () => Promise.resolve());
    expect(past.heart).toEqual(heartOf(inputs));
  });
});

describe('liveBreathing', () => {
  it('reads the breath from the heart, and says nothing of a heart that does not tell', () => {
    const breath = (perMinute: number, depthMs: number) => {
      const breathing = liveBreathing();
      let atMs = 0;
      for (let index = 0; index < 150; index++) {
        const nnMs = 900 + depthMs * Math.sin((2 * Math.PI * atMs * perMinute) / 60_000);
        atMs += nnMs;
        breathing.take({ type: 'nn', atMs, nnMs, original: true, segment: 0, index });
      }
      return breathing.at(atMs);
    };
    expect(breath(12, 60)!.breathsPerMinute).toBeCloseTo(12, 0);
    expect(breath(12, 60)!.from).toBe('heart');
    expect(breath(12, 0)).toBeUndefined();
  });

  it('reads it from the chest where a strap tells of it, and forgets that', () => {
    const breathing = liveBreathing();
    for (let s = 0; s < 40; s++) {
      const milliG = Array.from({ length: 25 }, (_, i) => {
        const swing = 20 * Math.sin((2 * Math.PI * 10 * (s + i / 25)) / 60);
        return [swing, 0, 1000] as const;
      });
      breathing.take({ type: 'acceleration', atMs: 1000 * (s + 1), milliG });
    }
    expect(Math.round(breathing.at(40_000)!.breathsPerMinute)).toBe(10);
    expect(breathing.at(40_000)!.from).toBe('chest');
    expect(breathing.at(50_000)).toBeUndefined();
  });
});
