import { describe, expect, it } from 'vitest';
import { engineConfig } from '../../../engine/config/engine-config.ts';
import { placedBeats } from '../../../engine/intervals/placed-beats.ts';

const packet = (atMs: number, hex: string) =>
  ({ type: 'packet', author: 'device', sensor: 's', atMs, hex }) as const;

describe('placedBeats', () => {
  it('gives the beats of a packet, once, and none without skin contact', () => {
    const beatsOf = placedBeats(engineConfig());
    expect(beatsOf(packet(1000, '164b0004')).map(({ atMs, rrMs }) => [atMs, rrMs])).toEqual([[1000, 1000]]);
    expect(beatsOf(packet(1010, '164b0004'))).toEqual([]);
    expect(beatsOf(packet(2000, '144b0004'))).toEqual([]);
  });
});
