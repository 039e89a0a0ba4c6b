import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeHeartRateMeasurement, hexFromBytes, type SessionEvent } from '../../../engine/index.ts';
import { readPacket } from '../../../web/session/read-packet.ts';
import { pictureOf, sketchSession } from '../../../web/session/session-picture.ts';
import { started } from '../../support/session-inputs.ts';

const numbered = (events: readonly object[]): SessionEvent[] =>
  events.map((event, seq) => ({ ...event, seq }) as SessionEvent);

const intervals = (atMs: number, rrMs: readonly number[]): object => ({
  type: 'intervals',
  atMs,
  author: 'device',
  sensor: 'test',
  rrMs,
});

const packet = (atMs: number, measurement: Parameters<typeof encodeHeartRateMeasurement>[0]): object => ({
  type: 'packet',
  atMs,
  author: 'device',
  sensor: 'test',
  hex: hexFromBytes(encodeHeartRateMeasurement(measurement)),
});

describe('pictureOf', () => {
  it('puts intervals back to back, the last one ending when they were read', () => {
    const { heart } = pictureOf(numbered([started(), intervals(3000, [1000, 500])]), readPacket);
    expect(heart).toEqual([
      { atMs: 2500, bpm: 60 },
      { atMs: 3000, bpm: 120 },
    ]);
  });

  it('reads the intervals of a raw packet, 1/1024 s each', () => {
    const { heart } = pictureOf(numbered([packet(2000, { heartRateBpm: 61, rrRaw: [1024] })]), readPacket);
    expect(heart).toEqual([{ atMs: 2000, bpm: 60 }]);
  });

  it('takes the device’s heart rate where it sends no intervals', () => {
    const { heart } = pictureOf(numbered([packet(2000, { heartRateBpm: 61 })]), readPacket);
    expect(heart).toEqual([{ atMs: 2000, bpm: 61 }]);
  });

  it('shows nothing of a packet without skin contact or that cannot be read', () => {
    const bad = { type: 'packet', atMs: 1, author: 'device', sensor: 'test', hex: 'zz' };
    const off = packet(2000, { heartRateBpm: 61, rrRaw: [1024], contact: false });
    expect(pictureOf(numbered([bad, off]), readPacket).heart).toEqual([]);
  });

  it('keeps a withheld estimate as an absence, not as a number', () => {
    const events = numbered([
      { type: 'arousal', atMs: 1, author: 'engine', value: 0.4, sd: 0.1, quality: 1, reasons: [] },
      { type: 'arousal', atMs: 2, author: 'engine', withheld: 'moving' },
    ]);
    const [given, withheld] = pictureOf(events, readPacket).arousal;
    expect(given?.estimate).toMatchObject({ value: 0.4, sd: 0.1 });
    expect(withheld).toEqual({ atMs: 2 });
  });

  it('has the ratings before and after, and leaves those during to the log', () => {
    const rating = (value: number, moment: string): object => ({
      ...{ type: 'rating', atMs: 1, author: 'person', scale: 'craving' },
      value,
      moment,
    });
    const picture = pictureOf(
      numbered([rating(70, 'before'), rating(60, 'during'), rating(40, 'after')]),
      readPacket,
    );
    expect([picture.before, picture.after]).toEqual([70, 40]);
  });

  it('never lets time run backwards on the trace, whatever comes', () => {
    const rr = fc.integer({ min: 200, max: 2500 });
    const read = fc.record({ atMs: fc.nat(60_000), rrMs: fc.array(rr, { maxLength: 9 }) });
    fc.assert(
      fc.property(fc.array(read), (reads) => {
        const { heart } = pictureOf(
          numbered(reads.map(({ atMs, rrMs }) => intervals(atMs, rrMs))),
          readPacket,
        );
        return heart.every(
          ({ atMs, bpm }, i) => bpm >= 30 && bpm <= 220 && atMs >= (heart[i - 1]?.atMs ?? -Infinity),
        );
      }),
    );
  });
});

describe('sketchSession', () => {
  it('grows the same arrays, so that a canvas can follow them', () => {
    const sketch = sketchSession(readPacket);
    const { heart } = sketch.picture;
    for (const event of numbered([started(), intervals(1000, [1000])])) sketch.add(event);
    expect(heart).toHaveLength(1);
  });
});
