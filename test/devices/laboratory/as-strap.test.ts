import { describe, expect, it } from 'vitest';
import {
  asStrap,
  FAULT_NAMES,
  faultsNamed,
  faultyEvents,
  steerableSensor,
  type Recording,
} from '../../../devices/index.ts';
import { decodeHex } from '../../../engine/index.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

const RR = Array.from({ length: 420 }, (_, i) => 800 + ((i * 37) % 90));
const recording: Recording = {
  format: 'rr-csv',
  name: 'calm',
  items: RR.map((rr, i) => ({
    type: 'intervals',
    atMs: 50_000 + RR.slice(0, i + 1).reduce((sum, one) => sum + one, 0),
    rrMs: [rr],
  })),
};
const intervalsOf = (hexes: readonly string[]): readonly number[] =>
  hexes.flatMap((hex) => {
    const decoded = decodeHex(hex);
    return decoded.ok ? decoded.value.rrMs : [];
  });

describe('asStrap', () => {
  it('sends every beat of a recording as packets, a second each, at its own time', () => {
    const { items } = asStrap(recording);
    const hexes = items.map((item) => (item.type === 'packet' ? item.hex : ''));
    const rr = intervalsOf(hexes);
    expect(rr).toHaveLength(RR.length);
    rr.forEach((one, i) => expect(Math.abs(one - RR[i]!)).toBeLessThan(1));
    expect(items[0]!.atMs).toBeGreaterThanOrEqual(50_000);
    expect(items.at(-1)!.atMs - recording.items.at(-1)!.atMs).toBeLessThanOrEqual(1000);
  });
});

describe('faultyEvents', () => {
  it.each(FAULT_NAMES)('lets %s happen, the same each time', (name) => {
    const sound = faultyEvents(recording, { seed: 1 });
    const spoiled = faultyEvents(recording, faultsNamed([name], 1));
    expect(spoiled).not.toEqual(sound);
    expect(faultyEvents(recording, faultsNamed([name], 1))).toEqual(spoiled);
  });

  it('lets several happen together', () => {
    expect(faultsNamed(['lost', 'bpm'], 4)).toEqual({ seed: 4, lostShare: 0.1, rateFactor: 1.25 });
  });
});

describe('steerableSensor', () => {
  it('beats faster within a minute of being stirred up, and slower again', async () => {
    const time = new VirtualTime();
    const person = steerableSensor({ seed: 2, clock: time.clock, scheduler: time.scheduler });
    const rates: number[] = [];
    const listening = person.events$.subscribe((event) => {
      const decoded = event.type === 'packet' ? decodeHex(event.hex) : undefined;
      if (decoded?.ok && decoded.value.heartRate > 0) rates.push(decoded.value.heartRate);
    });
    const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    await time.pass(40_000);
    const calm = mean(rates.slice(-20));
    person.arousal$.next(1);
    await time.pass(40_000);
    const stirred = mean(rates.slice(-15));
    person.arousal$.next(0);
    await time.pass(60_000);
    listening.unsubscribe();
    expect(stirred).toBeGreaterThan(calm + 20);
    expect(mean(rates.slice(-15))).toBeLessThan(calm + 6);
  });
});
