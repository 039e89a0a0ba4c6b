import { from, lastValueFrom, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  chance,
  chestBreathing,
  engineConfig,
  estimateArousal,
  findBaseline,
  hexFromBytes,
  measured,
  type InputEvent,
} from '../../../engine/index.ts';
import { bodyMovement } from '../../../engine/movement/body-movement.ts';
import { beatsAt, REST, started } from '../../support/session-inputs.ts';

type Vector = readonly [number, number, number];
const random = chance(2);
const noise = (height: number) => height * (random() - 0.5);
/** A chest at rest: gravity, breathing, heart beats and the sensor's own noise. */
const still = (seconds: number, breaths = 12): Vector[] =>
  Array.from({ length: 25 * seconds }, (_, i) => {
    const breath = 12 * Math.sin((2 * Math.PI * breaths * i) / (60 * 25));
    return [breath + noise(6), 980 + (i % 22 === 0 ? 12 : 0) + noise(6), 0.5 * breath + noise(6)] as const;
  });
const walking = (seconds: number): Vector[] =>
  still(seconds).map(([x, y, z], i) => [x, y + 150 * Math.sin((2 * Math.PI * 1.8 * i) / 25), z]);
const lying = (seconds: number): Vector[] => still(seconds).map(([x, y, z]) => [x, z, y]);

describe('bodyMovement', () => {
  const looks = (samples: readonly Vector[]) => bodyMovement(engineConfig())(samples);

  it('takes breathing and heart beats for rest', () => {
    expect(looks(still(60)).filter(({ moving }) => moving)).toEqual([]);
  });

  it('sees walking, and that it is over', () => {
    const seen = looks([...still(20), ...walking(10), ...still(20)]).map(({ moving }) => moving);
    expect(seen.slice(0, 20)).not.toContain(true);
    expect(seen.slice(20, 30)).not.toContain(false);
    expect(seen.slice(30)).not.toContain(true);
  });

  it('sees lying down once, then takes it for the usual', () => {
    const seen = looks([...still(20), ...lying(40)]).map(({ moving }) => moving);
    expect(seen[20]).toBe(true);
    expect(seen.slice(22)).not.toContain(true);
  });

  it('gives the same however the samples come', () => {
    const samples = [...still(10), ...walking(5)];
    const watch = bodyMovement(engineConfig());
    const pieces = samples.flatMap((_, i) => (i % 36 === 0 ? watch(samples.slice(i, i + 36)) : []));
    expect(pieces).toEqual(looks(samples));
  });

  it('withholds the estimate for a while, where a strap sends acceleration', async () => {
    const frame = (atS: number, samples: readonly Vector[]): InputEvent => {
      const bytes = new Uint8Array(10 + 6 * samples.length);
      const view = new DataView(bytes.buffer);
      bytes.set([2, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
      samples.flat().forEach((one, i) => view.setInt16(10 + 2 * i, one, true));
      return { type: 'frame', atMs: atS * 1000, author: 'device', sensor: 'test', hex: hexFromBytes(bytes) };
    };
    const inputs = [started({ baseline: REST }), ...beatsAt(65, [0, 120])];
    const frames = Array.from({ length: 120 }, (_, s) => frame(s + 1, s === 80 ? walking(1) : still(1)));
    const all = [...inputs, ...frames].sort((a, b) => a.atMs - b.atMs);
    const config = engineConfig();
    const path = from(all).pipe(measured(config), findBaseline(config), estimateArousal(config));
    const signals = await lastValueFrom(path.pipe(toArray()));
    const at = (s: number) => signals.find((one) => one.type === 'arousal' && one.atMs === s * 1000);
    expect(at(78)).toHaveProperty('value');
    expect(at(90)).toMatchObject({ withheld: 'moving' });
  });
});

describe('chestBreathing', () => {
  it.each([6, 10, 12, 18, 24])('finds %i breaths a minute', (breaths) => {
    expect(Math.abs(chestBreathing(still(40, breaths), 25)! - breaths)).toBeLessThan(1);
  });

  it('says nothing of a short stretch, of walking or of noise', () => {
    expect(chestBreathing(still(20), 25)).toBeUndefined();
    const shaking = still(40).map(() => [noise(100), 980 + noise(100), noise(100)] as const);
    expect(chestBreathing(shaking, 25)).toBeUndefined();
    expect(
      chestBreathing(
        still(40).map(() => [0, 980, 0] as const),
        25,
      ),
    ).toBeUndefined();
  });
});
