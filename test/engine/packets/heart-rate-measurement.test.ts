import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesFromHex,
  decodeHeartRateMeasurement,
  decodeHex,
  encodeHeartRateMeasurement,
  hexFromBytes,
} from '../../../engine/index.ts';

const decoded = (...bytes: number[]) => {
  const result = decodeHeartRateMeasurement(Uint8Array.from(bytes));
  if (!result.ok) throw new Error(`refused: ${result.fault.code}`);
  return result.value;
};

describe('decodeHeartRateMeasurement', () => {
  it.each([
    ['8-bit heart rate, nothing else', [0x00, 60], { heartRate: 60, rrRaw: [], rrMs: [], unreadBytes: 0 }],
    ['16-bit heart rate, little endian', [0x01, 0x2c, 0x01], { heartRate: 300, rrRaw: [], rrMs: [] }],
    ['contact supported and lost', [0x04, 60], { heartRate: 60, contact: false }],
    ['contact supported and detected', [0x06, 60], { heartRate: 60, contact: true }],
    ['energy after an 8-bit rate', [0x08, 60, 0xff, 0xff], { heartRate: 60, energyKj: 65535 }],
    ['energy after a 16-bit rate', [0x09, 60, 0, 0x34, 0x12], { heartRate: 60, energyKj: 0x1234 }],
    ['one RR', [0x10, 60, 0x00, 0x04], { rrRaw: [1024], rrMs: [1000] }],
    ['an RR that is no whole millisecond', [0x16, 60, 0x11, 0x04], { rrRaw: [1041], rrMs: [1016.6015625] }],
    ['RR after a 16-bit rate', [0x11, 60, 0, 0x00, 0x02], { heartRate: 60, rrRaw: [512], rrMs: [500] }],
    ['RR after energy', [0x18, 60, 1, 0, 0x00, 0x02], { energyKj: 1, rrRaw: [512] }],
    [
      'every field',
      [0x1f, 60, 0, 2, 0, 0, 4, 0, 2],
      { heartRate: 60, contact: true, energyKj: 2, rrRaw: [1024, 512] },
    ],
    ['the RR flag without an RR', [0x16, 60], { rrRaw: [], rrMs: [] }],
    ['reserved flags', [0xe0, 60], { heartRate: 60, rrRaw: [] }],
  ])('reads %s', (_, bytes, expected) => {
    expect(decoded(...bytes)).toMatchObject(expected);
  });

  it.each([0x00, 0x02])('says nothing of contact where it is unsupported (flags %i)', (flags) => {
    expect(decoded(flags, 60)).not.toHaveProperty('contact');
  });

  it('says nothing of energy where it is not sent', () => {
    expect(decoded(0x16, 60, 0, 4)).not.toHaveProperty('energyKj');
  });

  it('reads nine RR, all that fit into the smallest packet', () => {
    const rr = [800, 801, 802, 803, 804, 805, 806, 807, 808];
    expect(decoded(0x10, 60, ...rr.flatMap((raw) => [raw & 0xff, raw >> 8])).rrRaw).toEqual(rr);
  });

  it('keeps an RR that equals the one before', () => {
    expect(decoded(0x10, 60, 0, 4, 0, 4, 0, 4).rrRaw).toEqual([1024, 1024, 1024]);
  });

  it('leaves half an RR at the end unread and keeps the whole ones', () => {
    expect(decoded(0x10, 60, 0, 4, 7)).toMatchObject({ rrRaw: [1024], unreadBytes: 1 });
  });

  it('reads no RR out of bytes that no flag announces', () => {
    expect(decoded(0x00, 60, 0, 4)).toMatchObject({ rrRaw: [], unreadBytes: 2 });
  });

  it('reads a view at its own offset and length', () => {
    const buffer = Uint8Array.from([0xff, 0xff, 0x16, 60, 0, 4, 0xff, 0xff]).buffer;
    const result = decodeHeartRateMeasurement(new DataView(buffer, 2, 4));
    expect(result).toMatchObject({
      ok: true,
      value: { heartRate: 60, contact: true, rrRaw: [1024], unreadBytes: 0 },
    });
  });

  it('refuses an empty payload', () => {
    expect(decodeHeartRateMeasurement(new Uint8Array(0))).toEqual({ ok: false, fault: { code: 'empty' } });
  });

  it('refuses exactly those lengths that its flags do not allow', () => {
    for (let flags = 0; flags < 256; flags++) {
      const needed = 1 + (flags & 1 ? 2 : 1) + (flags & 8 ? 2 : 0);
      for (let length = 1; length <= 24; length++) {
        const result = decodeHeartRateMeasurement(new Uint8Array(length).fill(flags, 0, 1));
        expect(result.ok, `flags ${flags}, ${length} bytes`).toBe(length >= needed);
        if (!result.ok) expect(result.fault.code).toBe('truncated');
      }
    }
  });

  it('accounts for every byte of any payload, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const result = decodeHeartRateMeasurement(bytes);
        if (!result.ok) return;
        const { rrRaw, rrMs, unreadBytes, energyKj } = result.value;
        const head = 1 + (bytes[0]! & 1 ? 2 : 1) + (energyKj === undefined ? 0 : 2);
        expect(head + 2 * rrRaw.length + unreadBytes).toBe(bytes.length);
        expect(rrMs.map((ms) => (ms * 1024) / 1000)).toEqual(rrRaw);
      }),
    );
  });
});

describe('encodeHeartRateMeasurement', () => {
  it('writes what a strap sends', () => {
    const bytes = encodeHeartRateMeasurement({ heartRateBpm: 60, contact: true, rrRaw: [1041] });
    expect(hexFromBytes(bytes)).toBe('163c1104');
  });

  it('is read back as it was', () => {
    const word = fc.integer({ min: 0, max: 0xffff });
    const measurement = fc.record(
      { heartRateBpm: word, contact: fc.boolean(), energyKj: word, rrRaw: fc.array(word, { maxLength: 9 }) },
      { requiredKeys: ['heartRateBpm', 'rrRaw'] },
    );
    fc.assert(
      fc.property(measurement, (sent) => {
        const { heartRateBpm, ...rest } = sent;
        const result = decodeHeartRateMeasurement(encodeHeartRateMeasurement(sent));
        expect(result).toMatchObject({
          ok: true,
          value: { heartRate: heartRateBpm, unreadBytes: 0, ...rest },
        });
      }),
    );
  });

  it.each([-1, 65536, 60.5, Number.NaN])('refuses a heart rate of %d', (heartRateBpm) => {
    expect(() => encodeHeartRateMeasurement({ heartRateBpm })).toThrow(RangeError);
  });
});

describe('decodeHex', () => {
  it('reads the hexadecimal of a packet, in either case', () => {
    expect(decodeHex('163CF503')).toMatchObject({ ok: true, value: { rrRaw: [1013] } });
  });

  it.each(['1', '16 3c', 'zz', '0x16'])('refuses %s, which is no hexadecimal', (hex) => {
    expect(decodeHex(hex)).toEqual({ ok: false, fault: { code: 'not-hex' } });
  });
});

describe('hexFromBytes', () => {
  it('is undone by bytesFromHex', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(bytesFromHex(hexFromBytes(bytes))).toEqual({ ok: true, value: bytes });
      }),
    );
  });
});

const SHARED = '../shared/data/ble';
interface Expected {
  readonly hr: number;
  readonly contact?: boolean;
  readonly contact_supported?: boolean;
  readonly energy_kj?: number | null;
  readonly rr_1024?: readonly number[];
  readonly rr_ms?: readonly number[];
}
interface Vector {
  readonly hex: string;
  readonly expect: Expected;
}

const check = ({ hex, expect: expected }: Vector) => {
  const result = decodeHex(hex);
  if (!result.ok) throw new Error(`${hex} refused: ${result.fault.code}`);
  expect(result.value.heartRate, hex).toBe(expected.hr);
  if (expected.contact_supported === false) expect(result.value).not.toHaveProperty('contact');
  else if (expected.contact !== undefined) expect(result.value.contact ?? false, hex).toBe(expected.contact);
  if (expected.energy_kj != null) expect(result.value.energyKj, hex).toBe(expected.energy_kj);
  if (expected.rr_1024) expect(result.value.rrRaw, hex).toEqual(expected.rr_1024);
  expected.rr_ms?.forEach((ms, i) => expect(result.value.rrMs[i], hex).toBeCloseTo(ms, 2));
};

describe.skipIf(!existsSync(SHARED))('decodeHex on frames of real straps (../shared/data/ble)', () => {
  it('agrees with every vector', () => {
    const file = JSON.parse(readFileSync(`${SHARED}/vectors.json`, 'utf8')) as Record<string, Vector[]>;
    const vectors = [...file['real_capture']!, ...file['edge_vectors']!];
    expect(vectors.length).toBeGreaterThan(15);
    vectors.forEach(check);
  });

  it.each(['elitehrv', 'noisy_polar'])('agrees with every line of from_real_rr_%s', (name) => {
    const lines = readFileSync(`${SHARED}/from_real_rr_${name}.jsonl`, 'utf8').trim().split('\n');
    lines.forEach((line) => check(JSON.parse(line) as Vector));
  });
});
