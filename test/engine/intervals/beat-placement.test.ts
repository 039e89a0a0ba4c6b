import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeHeartRateMeasurement,
  engineConfig,
  hexFromBytes,
  type PacketReceived,
} from '../../../engine/index.ts';
import { beatPlacement } from '../../../engine/intervals/beat-placement.ts';
import { packetDecoding } from '../../../engine/packets/packet-decoding.ts';
import type { Signal } from '../../../engine/session/signal.ts';
import { chainSteps } from '../../support/chain-steps.ts';

/** What reads packets, and behind it what places their beats. */
const placement = () => chainSteps(packetDecoding(), beatPlacement(engineConfig()));

const packet = (atMs: number, hex: string): PacketReceived => ({
  type: 'packet',
  atMs,
  author: 'device',
  sensor: 'test',
  hex,
});

function placed(...packets: PacketReceived[]): Signal[] {
  const step = placement();
  const out: Signal[] = [];
  packets.forEach((one) => step(one, (signal) => out.push(signal)));
  return out.filter(({ type }) => !['packet', 'measurement', 'strap-rate'].includes(type));
}

const sent = (atMs: number, rrRaw: readonly number[]): PacketReceived =>
  packet(atMs, hexFromBytes(encodeHeartRateMeasurement({ heartRateBpm: 60, contact: true, rrRaw })));

const rawOf = (signals: readonly Signal[]): number[] =>
  signals.flatMap((signal) => (signal.type === 'rr' ? [Math.round(signal.rrMs * 1.024)] : []));

describe('beatPlacement', () => {
  it('makes a beat of each RR interval in a packet', () => {
    // 0x16: contact, RR; 60 bpm; 1024 and 512 in 1/1024 s.
    const beats = placed(packet(5000, '163c00040002'));
    expect(beats).toMatchObject([
      { type: 'rr', atMs: 4500, rrMs: 1000 },
      { type: 'rr', atMs: 5000, rrMs: 500 },
    ]);
  });

  it('drops a packet that repeats itself within 250 ms and keeps an equal one later', () => {
    const beats = placed(packet(5000, '163c0004'), packet(5100, '163c0004'), packet(6000, '163c0004'));
    expect(beats).toHaveLength(2);
  });

  it('keeps equal packets that come in a late burst', () => {
    const onTime = [5000, 6000].map((atMs) => packet(atMs, '163c0004'));
    const burst = [9000, 9010, 9020].map((atMs) => packet(atMs, '163c0004'));
    expect(placed(...onTime, ...burst)).toHaveLength(5);
  });

  it('makes no beats without skin contact, says so once, and begins a new segment after it', () => {
    const signals = placed(
      packet(5000, '163c0004'),
      packet(6000, '143c0004'),
      packet(7000, '143c0104'),
      packet(8000, '163c0004'),
    );
    expect(signals.map((signal) => (signal.type === 'skin-contact' ? signal.contact : signal.type))).toEqual([
      'rr',
      false,
      true,
      'rr',
    ]);
    const [first, last] = signals.filter((signal) => signal.type === 'rr');
    expect(first?.segment).not.toBe(last?.segment);
  });

  it('lets a broken packet pass without a beat', () => {
    expect(placed(packet(5000, ''), packet(6000, '16'), packet(7000, 'zz'))).toEqual([]);
  });

  it('drops a first interval that the packet before has sent already, and keeps an equal one that is new', () => {
    const overlapping = [
      [1024, 1000],
      [1000, 980],
      [980, 1010],
    ].map((rrRaw, i) => sent(5000 + i * 980, rrRaw));
    expect(rawOf(placed(...overlapping))).toEqual([1024, 1000, 980, 1010]);
    const calm = [0, 1, 2].map((i) => sent(5000 + i * 2000, [1024, 1024]));
    expect(rawOf(placed(...calm))).toHaveLength(6);
  });

  it('gives one series whatever the packets, jitter and repeats', () => {
    const heart = fc.array(
      fc.record({
        raw: fc.integer({ min: 400, max: 1400 }),
        cut: fc.boolean(),
        lateMs: fc.integer({ min: 0, max: 150 }),
        repeat: fc.constantFrom('no', 'no', 'no', 'packet', 'first interval'),
      }),
      { minLength: 2, maxLength: 120 },
    );
    fc.assert(
      fc.property(heart, (beats) => {
        const packets: PacketReceived[] = [];
        let [atMs, arrivedMs] = [1000, 0];
        let rrRaw: number[] = [];
        beats.forEach(({ raw, cut, lateMs, repeat }, i) => {
          atMs += (raw * 1000) / 1024;
          rrRaw.push(raw);
          if (!cut && rrRaw.length < 8 && i < beats.length - 1) return;
          arrivedMs = Math.max(arrivedMs, atMs + lateMs);
          packets.push(sent(arrivedMs, rrRaw));
          if (repeat === 'packet') packets.push(sent(arrivedMs + 20, rrRaw));
          rrRaw = repeat === 'first interval' ? [raw] : [];
        });
        expect(rawOf(placed(...packets))).toEqual(beats.map(({ raw }) => raw));
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('places what still waits before the session ends, and when the link is lost', () => {
    const ends: readonly Signal[] = [
      { type: 'session-ended', atMs: 19_000, author: 'person', reason: 'finished' },
      { type: 'sensor', atMs: 19_000, author: 'device', sensor: 'test', state: 'lost' },
    ];
    for (const last of ends) {
      const step = placement();
      const out: Signal[] = [];
      for (const one of [sent(5000, [1024]), sent(6000, [1024]), sent(18_000, [1024]), last])
        step(one, (signal) => out.push(signal));
      const beats = out.filter(({ type }) => type === 'rr');
      expect(beats.map(({ atMs }) => atMs)).toEqual([5000, 6000, 18_000]);
    }
  });

  it('begins a new segment where recorded times go back, as at midnight', () => {
    const step = placement();
    const out: Signal[] = [];
    const read = (atMs: number) =>
      step({ type: 'intervals', atMs, author: 'device', sensor: 'test', rrMs: [1000] }, (it) => out.push(it));
    [86_399_000, 86_400_000, 1000, 2000].forEach(read);
    expect(out.flatMap((it) => (it.type === 'rr' ? [it.segment] : []))).toEqual([1, 1, 2, 2]);
    expect(out.filter(({ type }) => type === 'gap')).toEqual([]);
  });
});
