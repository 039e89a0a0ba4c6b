import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engineConfig } from '../../../engine/index.ts';
import { beatClock } from '../../../engine/intervals/beat-clock.ts';

const clock = () => beatClock(engineConfig());

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

  it('calls more than three missing seconds a gap and begins a new segment', () => {
    const place = clock();
    const first = place.placeArrived(10_000, [1000]);
    const { beats, gap } = place.placeArrived(18_000, [1000]);
    expect(gap).toEqual({ fromMs: 10_000, toMs: 17_000 });
    expect(beats[0]?.segment).not.toBe(first.beats[0]?.segment);
  });

  it('keeps every interval whatever the packets, with jitter of up to 1.5 s', () => {
    const heart = fc.array(
      fc.record({
        rr: fc.integer({ min: 400, max: 1400 }),
        cut: fc.boolean(),
        lateMs: fc.integer({ min: 0, max: 1500 }),
      }),
      { minLength: 1, maxLength: 200 },
    );
    fc.assert(
      fc.property(heart, (beats) => {
        const place = clock();
        const placed: number[] = [];
        let [atMs, arrivedMs] = [0, 0];
        let packet: number[] = [];
        beats.forEach(({ rr, cut, lateMs }, index) => {
          atMs += rr;
          packet.push(rr);
          if (!cut && packet.length < 9 && index < beats.length - 1) return;
          arrivedMs = Math.max(arrivedMs, atMs + lateMs);
          placed.push(...place.placeArrived(arrivedMs, packet).beats.map(({ rrMs }) => rrMs));
          packet = [];
        });
        expect(placed).toEqual(beats.map(({ rr }) => rr));
      }),
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
