import { BehaviorSubject, Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { HeartRateSensor, SensorEvent } from '../../../devices/index.ts';
import { monitoredSensor } from '../../../devices/monitor/monitored-sensor.ts';
import { strapMonitor } from '../../../devices/monitor/strap-monitor.ts';
import { encodeHeartRateMeasurement, hexFromBytes } from '../../../engine/index.ts';

const from = { author: 'device', sensor: 's' } as const;
const packet = (atS: number, rrRaw: readonly number[], contact?: boolean): SensorEvent => ({
  type: 'packet',
  ...from,
  atMs: atS * 1000,
  hex: hexFromBytes(
    encodeHeartRateMeasurement({ heartRateBpm: 70, rrRaw, ...(contact !== undefined && { contact }) }),
  ),
});
const state = (atS: number, is: 'streaming' | 'lost'): SensorEvent => ({
  type: 'sensor',
  ...from,
  atMs: atS * 1000,
  state: is,
});

describe('strapMonitor', () => {
  it('knows heart rate from the latest beats, and their share of the time', () => {
    const follow = strapMonitor('A strap');
    follow(state(0, 'streaming'));
    let now = follow(packet(1, [1024]));
    for (let s = 2; s <= 40; s++) now = follow(packet(s, [1024]));
    expect(now).toMatchObject({ state: 'streaming', bpm: 60, quality: 1, off: false });
    expect(now.capabilities).toEqual({ beats: 'rr', contact: false });
  });

  it('shows unknown where the strap is lost or off the skin', () => {
    const follow = strapMonitor('A strap');
    follow(state(0, 'streaming'));
    follow(packet(1, [1024], true));
    expect(follow(packet(2, [1024], false))).toMatchObject({ off: true });
    expect(follow(packet(3, [1024], false))).not.toHaveProperty('bpm');
    follow(packet(4, [1024], true));
    expect(follow(state(5, 'lost'))).not.toHaveProperty('bpm');
  });

  it('takes intervals for beats that a heart may make, and only those', () => {
    const follow = strapMonitor('A strap');
    let now = follow(packet(0, [1024]));
    for (let s = 4; s <= 80; s += 4) now = follow(packet(s, [3072, 1024]));
    expect(now.quality).toBeCloseTo(0.25, 1);
  });

  it('remembers that the strap tells its contact', () => {
    const follow = strapMonitor('A strap');
    follow(packet(1, [1024], true));
    expect(follow(packet(2, [1024])).capabilities).toEqual({ beats: 'rr', contact: true });
    expect(follow({ type: 'packet', ...from, atMs: 3000, hex: '' }).capabilities.contact).toBe(true);
  });

  it('says of a band without intervals that it has none, and no quality', () => {
    const follow = strapMonitor('TICKR FIT');
    let now = follow(state(0, 'streaming'));
    for (let s = 1; s <= 40; s++) now = follow(packet(s, []));
    expect(now).toMatchObject({ bpm: 70, capabilities: { beats: 'heart-rate-only' } });
    expect(now).not.toHaveProperty('quality');
    expect(now.note).toContain('smoothed');
  });
});

describe('monitoredSensor', () => {
  it('passes everything on and lets go of the battery with the events', () => {
    const events$ = new Subject<SensorEvent>();
    const battery$ = new BehaviorSubject(80);
    const sensor: HeartRateSensor = { id: 's', name: 'S', kind: 'strap', events$, battery$ };
    const { sensor: watched, now$ } = monitoredSensor(sensor);
    const seen: SensorEvent[] = [];
    const listening = watched.events$.subscribe((event) => seen.push(event));
    events$.next(packet(1, [1024]));
    expect(seen).toHaveLength(1);
    expect(now$.value).toMatchObject({ bpm: 60, battery: 80 });
    battery$.next(79);
    expect(now$.value).toMatchObject({ bpm: 60, battery: 79 });
    listening.unsubscribe();
    expect(battery$.observed).toBe(false);
  });
});
