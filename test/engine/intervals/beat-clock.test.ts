import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engineConfig } from '../../../engine/index.ts';
import type { Rr } from '../../../engine/intervals/events.ts';
import { beatClock } from '../../../engine/intervals/beat-clock.ts';

const clock = () => beatClock(engineConfig());

interface Delivery {
  readonly rr: number;
  /** The packet ends with this beat. */
  readonly cut: boolean;
  readonly lateMs: number;
  /** From here on nothing arrives for so long; what was held up then comes at once. */
  readonly stallMs: number;
}

/** The first packet comes on time: nothing could tell its lateness. Later ones are held up for 10 s at most. */
const heart = fc.array(
  fc.record({
    rr: fc.integer({ min: 400, max: 1400 }),
    cut: fc.boolean(),
    lateMs: fc.integer({ min: 0, max: 1500 }),
    stallMs: fc.oneof(
      { weight: 9, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 8500 }) },
    ),
  }),
  { minLength: 1, maxLength: 200 },
);

/** The stream runs on for a while after what was held up, or the end would be taken for a loss. */
const onTime: Delivery = { rr: 1000, cut: true, lateMs: 0, stallMs: 0 };
const TAIL = Array.from({ length: 15 }, () => onTime);

/** What the clock makes of `beats` however they are put into packets and held up, once the session ends. */
function delivered(beats: readonly Delivery[]): readonly Rr[] {
  const place = clock();
  const placed: Rr[] = [];
  let [atMs, arrivedMs, openMs] = [0, 0, 0];
  let packet: number[] = [];
  beats.forEach(({ rr, cut, lateMs, stallMs }, index) => {
    atMs += rr;
    packet.push(rr);
    if (stallMs > 0 && index > 0) openMs = Math.max(openMs, atMs + stallMs);
    const ends = cut || index === 0 || packet.length === 9 || index === beats.length - 1;
    if (!ends) return;
    arrivedMs = Math.max(arrivedMs, openMs, atMs + (index === 0 ? 0 : lateMs));
    placed.push(...place.placeArrived(arrivedMs, packet).beats);
    packet = [];
  });
  return [...placed, ...place.interrupt().beats];
}

describe('placeArrived', () => {
  it('ends the last interval of the first packet at its arrival and counts back', () => {
    const { beats } = clock().placeArrived(10_000, [800, 900]);
    expect(beats.map(({ atMs }) => atMs)).toEqual([9100, 10_000]);
  });

  it('follows the sum of intervals, not the time of arrival', () => {
    const place = clock();
    place.placeArrived(10_000, [1000]);
    const { beats, gap } = place.placeArrived(11_900, [1000]);
    expect(gap).toBeUndefined();
    expect(beats[0]?.atMs).toBeCloseTo(11_000, 6);
  });

  it('calls more than three missing seconds a gap once they stay missing, and begins a new segment', () => {
    const place = clock();
    const first = place.placeArrived(10_000, [1000]);
    expect(place.placeArrived(18_000, [1000])).toEqual({ beats: [] });
    expect(place.placeArrived(19_000, [1000])).toEqual({ beats: [] });
    const { beats, gap } = place.placeArrived(20_000, [1000]);
    expect(gap).toEqual({ fromMs: 10_000, toMs: 17_000 });
    expect(beats.map(({ atMs }) => atMs)).toEqual([18_000, 19_000, 20_000]);
    expect(beats[0]?.segment).not.toBe(first.beats[0]?.segment);
  });

  it('sees a gap that is longer than its memory of arrivals', () => {
    const place = clock();
    for (let s = 1; s <= 20; s++) place.placeArrived(s * 1000, [1000]);
    const late = [500, 501, 502].flatMap((s) => place.placeArrived(s * 1000, [1000]).gap ?? []);
    expect(late).toEqual([{ fromMs: 20_000, toMs: 499_000 }]);
  });

  it.each([4, 9, 30, 600])('bridges nothing and loses nothing when a tab sleeps for %i s', (seconds) => {
    const place = clock();
    const placed: Rr[] = [];
    const take = (arrivedMs: number) => {
      const { beats, gap } = place.placeArrived(arrivedMs, [1000]);
      expect(gap).toBeUndefined();
      placed.push(...beats);
    };
    for (let s = 1; s <= 30; s++) take(s * 1000);
    for (let s = 31; s <= 30 + seconds; s++) take((30 + seconds) * 1000 + (s % 3));
    for (let s = 31 + seconds; s <= 60 + seconds; s++) take(s * 1000);
    expect(placed).toHaveLength(60 + seconds);
    expect(new Set(placed.map(({ segment }) => segment)).size).toBe(1);
    placed.forEach(({ atMs }, i) => expect(Math.abs(atMs - (i + 1) * 1000)).toBeLessThan(250));
  });

  it('keeps what came late and calls the rest a gap when a sleeping tab lost some', () => {
    const place = clock();
    for (let s = 1; s <= 30; s++) place.placeArrived(s * 1000, [1000]);
    // Seconds 31–90 are lost; 91–120 come at once, then all on time.
    const placed: Rr[] = [];
    const gaps: unknown[] = [];
    for (let s = 91; s <= 130; s++) {
      const { beats, gap } = place.placeArrived(Math.max(s, 120) * 1000, [1000]);
      placed.push(...beats);
      if (gap) gaps.push(gap);
    }
    expect(gaps).toEqual([{ fromMs: 30_000, toMs: 90_000 }]);
    expect(placed.map(({ atMs }) => Math.round(atMs / 1000))).toEqual(
      Array.from({ length: 40 }, (_, i) => 91 + i),
    );
  });

  it('takes a clock that leaps ahead for a gap, and one that stands still for no loss', () => {
    const leap = clock();
    for (let s = 1; s <= 30; s++) leap.placeArrived(s * 1000, [1000]);
    const gaps = [31, 32, 33].flatMap((s) => leap.placeArrived(s * 1000 + 3_600_000, [1000]).gap ?? []);
    expect(gaps).toEqual([{ fromMs: 30_000, toMs: 3_630_000 }]);

    const still = clock();
    const times: number[] = [];
    for (let s = 1; s <= 120; s++) {
      const { beats, gap } = still.placeArrived(1000 * (s <= 30 ? s : Math.max(30, s - 20)), [1000]);
      expect(gap).toBeUndefined();
      times.push(...beats.map(({ atMs }) => atMs));
    }
    expect(times.every((atMs, i) => i === 0 || atMs > times[i - 1]!)).toBe(true);
    expect(new Set(times).size).toBe(120);
  });

  it('comes back on time when the first packet was late, without a beat out of order', () => {
    const place = clock();
    const times = [8000, ...Array.from({ length: 99 }, (_, i) => Math.max(8000, (i + 2) * 1000))].flatMap(
      (arrivedMs) => place.placeArrived(arrivedMs, [1000]).beats.map(({ atMs }) => atMs),
    );
    expect(times).toHaveLength(100);
    expect(times.every((atMs, i) => i === 0 || atMs > times[i - 1]!)).toBe(true);
    expect(times[59]! - 60_000).toBeLessThan(3100);
    expect(times[59]! - 60_000).toBeLessThan(times[29]! - 30_000);
  });

  it('gives intervals of no length a time', () => {
    expect(clock().placeArrived(5000, [0]).beats).toMatchObject([{ atMs: 5000, rrMs: 0 }]);
  });

  it('gives up waiting after ten seconds without order in the arrivals', () => {
    const place = clock();
    for (let s = 1; s <= 30; s++) place.placeArrived(s * 1000, [1000]);
    const late = [0, 900, 100, 1100, 300, 1300, 200, 900, 100, 1000, 200, 700];
    const gaps = late.flatMap((ms, i) => place.placeArrived(50_000 + i * 1000 + ms, [1000]).gap ?? []);
    expect(gaps).toEqual([{ fromMs: 30_000, toMs: 49_000 }]);
  });

  it('moves no beat of a segment by more than 2 % of its interval, whatever the packets and delays', () => {
    fc.assert(
      fc.property(heart, (beats) => {
        const placed = delivered([...beats, ...TAIL]);
        expect(placed.map(({ rrMs }) => rrMs)).toEqual([...beats, ...TAIL].map(({ rr }) => rr));
        expect(new Set(placed.map(({ segment }) => segment)).size).toBe(1);
        for (let i = 1; i < placed.length; i++)
          expect(Math.abs(placed[i]!.atMs - placed[i - 1]!.atMs - placed[i]!.rrMs)).toBeLessThanOrEqual(
            0.02 * placed[i]!.rrMs + 1e-6,
          );
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('puts beats in order and never runs ahead of their arrival for long', () => {
    const place = clock();
    const times: number[] = [];
    for (let i = 1; i <= 300; i++) {
      const late = i < 4 ? 2000 : (i * 37) % 200;
      times.push(...place.placeArrived(i * 1000 + late, [1000]).beats.map(({ atMs }) => atMs));
    }
    expect(times.every((atMs, i) => i === 0 || atMs > times[i - 1]!)).toBe(true);
    expect(Math.abs(times.at(-1)! - 300_000)).toBeLessThan(250);
  });
});

describe('placeTimed', () => {
  it('keeps neighbours in one segment and breaks it where time is missing', () => {
    const place = clock();
    const segments = [
      [1000, 1000],
      [1900, 900],
      [3900, 1000],
    ].map(([endMs, rr]) => place.placeTimed(endMs!, [rr!]).beats[0]!.segment);
    expect(segments[1]).toBe(segments[0]);
    expect(segments[2]).not.toBe(segments[1]);
  });

  it('reports a gap only where it is longer than three seconds', () => {
    const place = clock();
    place.placeTimed(1000, [1000]);
    expect(place.placeTimed(4500, [1000]).gap).toBeUndefined();
    expect(place.placeTimed(9000, [1000]).gap).toEqual({ fromMs: 4500, toMs: 8000 });
  });
});

describe('interrupt', () => {
  it('lets nothing follow seamlessly', () => {
    const place = clock();
    const before = place.placeTimed(1000, [1000]).beats[0]!;
    place.interrupt();
    expect(place.placeTimed(2000, [1000]).beats[0]?.segment).not.toBe(before.segment);
  });
});
