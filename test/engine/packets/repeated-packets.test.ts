import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engineConfig } from '../../../engine/index.ts';
import { repeatedPackets, type ArrivedPacket } from '../../../engine/packets/repeated-packets.ts';

interface Sent extends ArrivedPacket {
  readonly repeat?: true;
}

function counted(packets: readonly Sent[]): readonly Sent[] {
  const account = repeatedPackets<Sent>(engineConfig());
  return [...packets.flatMap((packet) => account.take(packet) ?? []), ...account.settle()];
}

/** A packet for each interval, late by `lateMs` of it, and again after `repeatMs` where it says so. */
function arrivals(
  rrMs: readonly number[],
  lateMs: (i: number) => number,
  repeatMs: (i: number) => number | undefined = () => undefined,
): readonly Sent[] {
  let atMs = 0;
  return rrMs
    .flatMap((rr, i): Sent[] => {
      atMs += rr;
      const packet = { atMs: atMs + 50 + lateMs(i), hex: String(rr), rrMs: [rr] };
      const again = repeatMs(i);
      return again === undefined
        ? [packet]
        : [packet, { ...packet, atMs: packet.atMs + again, repeat: true }];
    })
    .sort((a, b) => a.atMs - b.atMs);
}

const equal = (rr: number, beats = 200) => Array.from({ length: beats }, () => rr);
const varied = Array.from({ length: 200 }, (_, i) => 850 + Math.round(60 * Math.sin(i * i)));
/** From 0 to 1, without a pattern that matters. */
const uneven = (i: number) => Math.abs(Math.sin(i * 12.9898) * 43_758.5453) % 1;

describe('repeatedPackets', () => {
  it.each([1, 5, 20, 100, 250, 500])('counts a packet once that comes again after %i ms', (repeatMs) => {
    for (const share of [1, 0.3, 0.05]) {
      const packets = arrivals(
        varied,
        () => 0,
        (i) => (uneven(i) < share ? repeatMs : undefined),
      );
      expect(counted(packets)).toEqual(packets.filter(({ repeat }) => !repeat));
    }
  });

  it('does so for straps that send once a second, so that packets come late by anything up to a second', () => {
    const bySecond = new Map<number, number[]>();
    let atMs = 0;
    for (const rr of varied) {
      atMs += rr;
      const second = Math.ceil(atMs / 1000) * 1000;
      bySecond.set(second, [...(bySecond.get(second) ?? []), rr]);
    }
    const packets = [...bySecond].flatMap(([second, rrMs]): Sent[] => {
      const packet = { atMs: second, hex: rrMs.join(), rrMs };
      return [packet, { ...packet, atMs: second + 500, repeat: true }];
    });
    expect(counted(packets)).toEqual(packets.filter(({ repeat }) => !repeat));
  });

  it.each([
    [1000, 0],
    [1000, 600],
    [1000, 900],
    [500, 200],
    [500, 400],
  ])('keeps each beat of a heart of exactly %i ms whose packets are up to %i ms late', (rr, jitterMs) => {
    const packets = arrivals(equal(rr), (i) => uneven(i) * jitterMs);
    expect(counted(packets)).toHaveLength(200);
  });

  it('keeps equal packets of a burst that catches up', () => {
    const packets = arrivals(equal(800), (i) => (i % 50 > 40 ? (50 - (i % 50)) * 800 : 0));
    expect(counted(packets)).toHaveLength(200);
  });

  it('takes a third delivery for a repeat, too', () => {
    const thrice = arrivals(
      varied,
      () => 0,
      () => 5,
    ).flatMap((packet) => (packet.repeat ? [packet, { ...packet, atMs: packet.atMs + 5 }] : [packet]));
    expect(counted(thrice)).toHaveLength(200);
  });

  it('passes packets without an interval, and begins anew after a silence', () => {
    const empty: Sent = { atMs: 100, hex: '0646', rrMs: [] };
    expect(counted([empty, empty, { ...empty, atMs: 200 }])).toHaveLength(3);
    const later = [1000, 9000].map((atMs): Sent => ({ atMs, hex: '1000', rrMs: [1000] }));
    expect(counted(later)).toHaveLength(2);
  });

  it('drops nothing where no neighbours are equal, and keeps the order', () => {
    const heart = fc.array(fc.record({ rr: fc.integer({ min: 300, max: 2000 }), late: fc.nat(3000) }));
    fc.assert(
      fc.property(heart, (beats) => {
        const packets = arrivals(
          beats.map(({ rr }) => rr),
          (i) => beats[i]!.late,
        ).filter(({ hex }, i, all) => hex !== all[i - 1]?.hex);
        expect(counted(packets)).toEqual(packets);
      }),
    );
  });
});
