import { bytes, ENDS_MS, le16, le32, RR_MS } from './own-heart.ts';

function crc16(data: readonly number[]): number {
  let crc = 0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  }
  return crc;
}

/** A FIT file around these data records. */
export function fitFile(records: readonly number[]): Uint8Array {
  const head = [14, 0x10, ...le16(2093), ...le32(records.length), ...bytes('.FIT')];
  const whole = [...head, ...le16(crc16(head)), ...records];
  return Uint8Array.from([...whole, ...le16(crc16(whole))]);
}

const FILE_ID = [0x40, 0, 0, ...le16(0), 3, 0, 1, 0, 1, 2, 0x84, 4, 4, 0x86];
const RECORD = [0x41, 0, 0, ...le16(20), 2, 253, 4, 0x86, 3, 1, 2];
const HRV = [0x42, 0, 0, ...le16(78), 1, 0, 10, 0x84];

const START_S = 1_000_000_000;
export const fitRecord = (s: number, bpm = 75): number[] => [1, ...le32(START_S + s), bpm];
export const fitHrv = (rrMs: readonly number[]): number[] => [
  2,
  ...Array.from({ length: 5 }, (_, i) => le16(rrMs[i] ?? 0xffff)).flat(),
];
export const FIT_DEFINITIONS: readonly number[] = [
  ...FILE_ID,
  0,
  4,
  ...le16(123),
  ...le32(START_S),
  ...RECORD,
  ...HRV,
];

/** An activity with a record for each beat, and its interval before it. */
export const fitActivity = (): Uint8Array =>
  fitFile([
    ...FIT_DEFINITIONS,
    ...RR_MS.flatMap((rr, i) => [...fitHrv([rr]), ...fitRecord(Math.round(ENDS_MS[i]! / 1000))]),
  ]);

/** Ticks of 1/1024 s of our beats, from a strap whose clock showed 5000 s when the watch's did 1 000 000 000. */
export const TICKS = [0, ...ENDS_MS].map((ms) => 5000 * 1024 + Math.round(ms * 1.024));
export const HR = [
  0x43,
  0,
  0,
  ...le16(132),
  2,
  253,
  4,
  0x86,
  9,
  4,
  0x86,
  0x44,
  0,
  0,
  ...le16(132),
  1,
  10,
  12,
  0x0d,
];
export const packed = (ticks: readonly number[]) =>
  Array.from({ length: 4 }, (_, i) => {
    const [a = 0xfff, b = 0xfff] = [ticks[2 * i], ticks[2 * i + 1]].map((one) => one && one & 0xfff);
    return [a & 0xff, (a >> 8) | ((b & 15) << 4), b >> 4];
  }).flat();
/** `hr` messages of these beats, the first with a whole time and when that was by the watch. */
export const strap = (ticks = TICKS, atS = START_S) => [
  ...HR,
  3,
  ...le32(atS),
  ...le32(ticks[0]!),
  ...Array.from({ length: Math.floor((ticks.length - 1) / 8) }, (_, i) => [
    4,
    ...packed(ticks.slice(1 + 8 * i, 9 + 8 * i)),
  ]).flat(),
];

/** Intervals of a wrist sensor in `raw_bbi` messages, each five with the time at which they ended. */
export const wrist = (rrMs: readonly number[], atS = START_S): readonly number[] => {
  let endMs = 0;
  const messages = rrMs.flatMap((rr, i) => {
    endMs += rr;
    return i % 5 < 4
      ? []
      : [
          [
            5,
            ...le32(atS + Math.round(endMs / 1000)),
            ...rrMs.slice(i - 4, i + 1).flatMap((one) => le16(one | 0x4000)),
          ],
        ];
  });
  return [0x45, 0, 0, ...le16(372), 2, 253, 4, 0x86, 1, 10, 0x84, ...messages.flat()];
};
