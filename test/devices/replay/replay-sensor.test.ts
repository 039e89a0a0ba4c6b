import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  replaySensor,
  type PlaybackOptions,
  type Recording,
  type SensorEvent,
} from '../../../devices/index.ts';
import { readRecording } from '../../../devices/recordings/reader/read-recording.ts';

const recordingOf = (text: string): Recording => {
  const read = readRecording('a.csv', text);
  if (!read.ok) throw new Error(read.fault.message);
  return read.value;
};
const threeBeats = recordingOf('t_s,rr_ms\n100.8,800\n101.7,900\n105,850\n');

const heard = (recording: Recording, options: PlaybackOptions) => {
  const events: SensorEvent[] = [];
  let completed = false;
  replaySensor(recording, options).events$.subscribe({
    next: (event) => events.push(event),
    complete: () => (completed = true),
  });
  return { events, completed: () => completed };
};

describe('replaySensor', () => {
  it('gives everything at once, in the time of the recording', () => {
    const { events, completed } = heard(threeBeats, { speed: 'instant' });
    const from = { author: 'device', sensor: 'a.csv' };
    expect(events).toEqual([
      { type: 'sensor', ...from, state: 'streaming', atMs: 100_000 },
      { type: 'intervals', ...from, atMs: 100_800, rrMs: [800] },
      { type: 'intervals', ...from, atMs: 101_700, rrMs: [900] },
      { type: 'intervals', ...from, atMs: 105_000, rrMs: [850] },
      { type: 'sensor', ...from, state: 'ended', atMs: 105_000 },
    ]);
    expect(completed()).toBe(true);
  });

  it('gives packets as they are', () => {
    const { events } = heard(recordingOf('{"t_s":5,"hex":"163C1104"}\n'), { speed: 'instant' });
    expect(events[1]).toEqual({
      type: 'packet',
      author: 'device',
      sensor: 'a.csv',
      atMs: 5000,
      hex: '163c1104',
    });
  });

  it.each([
    [1, [0, 800, 1700, 5000, 5000]],
    [2, [0, 400, 850, 2500, 2500]],
    [0.5, [0, 1600, 3400, 10_000, 10_000]],
    [3, [0, 267, 567, 1667, 1667]],
  ])('at speed %d waits as long as the recording over the speed', (speed, expected) => {
    const scheduler = new VirtualTimeScheduler();
    const times: number[] = [];
    replaySensor(threeBeats, { speed, scheduler }).events$.subscribe(() => times.push(scheduler.now()));
    scheduler.flush();
    expect(times).toEqual(expected);
  });

  it('puts the start of the recording on the time of the session, and keeps its pace at any speed', () => {
    const scheduler = new VirtualTimeScheduler();
    const { events } = heard(threeBeats, { speed: 10, scheduler, clock: () => 5_000_000 });
    scheduler.flush();
    expect(events.map((event) => event.atMs - 5_000_000)).toEqual([0, 800, 1700, 5000, 5000]);
  });

  it('reads the time of the session at subscription', () => {
    let nowMs = 0;
    const sensor = replaySensor(threeBeats, { speed: 'instant', clock: () => nowMs });
    nowMs = 7000;
    const times: number[] = [];
    sensor.events$.subscribe((event) => times.push(event.atMs));
    expect(times[0]).toBe(7000);
  });

  it('catches up in one go after a pause in which no timer ran', () => {
    const scheduler = new VirtualTimeScheduler();
    let wallMs = 0;
    scheduler.now = () => wallMs;
    const { events } = heard(threeBeats, { scheduler });
    wallMs = 4000;
    scheduler.maxFrames = 800;
    scheduler.flush();
    expect(events.map((event) => event.atMs)).toEqual([100_000, 100_800, 101_700]);
  });

  it('begins no earlier than 0 where the first interval reaches back before it', () => {
    const { events } = heard(recordingOf('t_s,rr_ms\n0,821\n1,800\n'), { speed: 'instant' });
    expect(events[0]).toMatchObject({ state: 'streaming', atMs: 0 });
  });

  it.each([0, -1, Number.NaN, Infinity])('refuses a speed of %d', (speed) => {
    expect(() => replaySensor(threeBeats, { speed })).toThrow(RangeError);
  });
});
