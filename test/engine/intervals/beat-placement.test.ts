import { describe, expect, it } from 'vitest';
import { engineConfig, type PacketReceived } from '../../../engine/index.ts';
import { beatPlacement } from '../../../engine/intervals/beat-placement.ts';
import type { Signal } from '../../../engine/session/signal.ts';

const packet = (atMs: number, hex: string): PacketReceived => ({
  type: 'packet',
  atMs,
  author: 'device',
  sensor: 'test',
  hex,
});

function signals(...packets: PacketReceived[]): Signal[] {
  const step = beatPlacement(engineConfig());
  const out: Signal[] = [];
  packets.forEach((one) => step(one, (signal) => out.push(signal)));
  return out.filter(({ type }) => type !== 'packet');
}

const placed = (...packets: PacketReceived[]): Signal[] =>
  signals(...packets).filter(({ type }) => type !== 'strap-rate');

describe('beatPlacement', () => {
  it('makes a beat of each RR interval in a packet', () => {
    // 0x16: contact, RR; 60 bpm; 1024 and 512 in 1/1024 s.
    const beats = placed(packet(5000, '163c00040002'));
    expect(beats).toMatchObject([
      { type: 'beat', atMs: 4500, rrMs: 1000 },
      { type: 'beat', atMs: 5000, rrMs: 500 },
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
    const found = placed(
      packet(5000, '163c0004'),
      packet(6000, '143c0004'),
      packet(7000, '143c0104'),
      packet(8000, '163c0004'),
    );
    expect(found.map((signal) => (signal.type === 'skin-contact' ? signal.contact : signal.type))).toEqual([
      'beat',
      false,
      true,
      'beat',
    ]);
    const [first, last] = found.filter((signal) => signal.type === 'beat');
    expect(first?.segment).not.toBe(last?.segment);
  });

  it('passes on the rate that the strap shows, once a packet and only with contact', () => {
    const all = signals(packet(5000, '163c0004'), packet(5100, '163c0004'), packet(6000, '143d0004'));
    expect(all.filter(({ type }) => type === 'strap-rate')).toEqual([
      { type: 'strap-rate', atMs: 5000, bpm: 60 },
    ]);
  });

  it('lets a broken packet pass without a beat', () => {
    expect(placed(packet(5000, ''), packet(6000, '16'), packet(7000, 'zz'))).toEqual([]);
  });
});
