import { describe, expect, it } from 'vitest';
import { decodePolarFrame } from '../../../engine/index.ts';

/** Type, 1 s after 2000 in ns, frame type. */
const head = (type: number, frameType: number) => [type, 0x00, 0xca, 0x9a, 0x3b, 0, 0, 0, 0, frameType];
const decode = (...bytes: readonly number[]) => decodePolarFrame(Uint8Array.from(bytes));

describe('decodePolarFrame', () => {
  it('reads ECG as 24-bit µV with their sign', () => {
    expect(decode(...head(0, 0), 0x01, 0, 0, 0xff, 0xff, 0xff, 0x00, 0x00, 0x80, 0x39, 0x05, 0x00)).toEqual({
      ok: true,
      value: { kind: 'ecg', lastMs: 1000, microvolts: [1, -1, -8_388_608, 1337] },
    });
  });

  it.each([
    [0, [0x01, 0xff, 0x80], [1, -1, -128]],
    [1, [0x01, 0x00, 0xfe, 0xff, 0xe8, 0x03], [1, -2, 1000]],
    [2, [0x01, 0, 0, 0xfe, 0xff, 0xff, 0x40, 0x42, 0x0f], [1, -2, 1_000_000]],
  ])('reads acceleration of frame type %i', (frameType, bytes, expected) => {
    expect(decode(...head(2, frameType), ...bytes)).toEqual({
      ok: true,
      value: { kind: 'acceleration', lastMs: 1000, milliG: [expected] },
    });
  });

  it('reads from the middle of a larger buffer', () => {
    const whole = Uint8Array.from([9, 9, ...head(0, 0), 7, 0, 0, 9]);
    expect(decodePolarFrame(whole.subarray(2, 15))).toMatchObject({ value: { microvolts: [7] } });
  });

  it.each([
    ['nothing', [], 'too-short'],
    ['a header that is cut', head(0, 0).slice(0, 9), 'too-short'],
    ['a sample that is cut', [...head(0, 0), 1, 2], 'torn'],
    ['compressed frames', [...head(2, 0x81), 1, 2, 3], 'compressed'],
    ['another measurement', [...head(1, 0), 1, 2, 3], 'unread'],
    ['another kind of ECG', [...head(0, 1), 1, 2, 3], 'unread'],
  ])('refuses %s', (_, bytes, code) => {
    expect(decode(...bytes)).toEqual({ ok: false, fault: { code } });
  });
});
