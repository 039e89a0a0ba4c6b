import { encodeHeartRateMeasurement, type Chance } from '../engine/index.ts';

/** Material for fuzzing: payloads and recordings, some sound, most bent. All of it follows from `next`. */

const whole = (next: Chance, below: number): number => Math.floor(next() * below);
const pick = <T>(next: Chance, some: readonly T[]): T => some[whole(next, some.length)]!;

/** A 0x2A37 payload: valid, valid with faults, or noise. */
export function payload(next: Chance): Uint8Array {
  const rrRaw = Array.from({ length: whole(next, 10) }, () =>
    next() < 0.9 ? 500 + whole(next, 700) : whole(next, 65_536),
  );
  const valid = encodeHeartRateMeasurement({
    heartRateBpm: whole(next, next() < 0.9 ? 200 : 65_536),
    ...(next() < 0.7 && { contact: next() < 0.95 }),
    ...(next() < 0.1 && { energyKj: whole(next, 65_536) }),
    rrRaw,
  });
  switch (whole(next, 6)) {
    case 0:
      return Uint8Array.from({ length: whole(next, 40) }, () => whole(next, 256));
    case 1:
      return valid.subarray(0, whole(next, valid.length + 1));
    case 2:
      return Uint8Array.from([...valid, ...Array.from({ length: whole(next, 5) }, () => whole(next, 256))]);
    case 3:
      return valid.with(whole(next, valid.length), whole(next, 256));
    default:
      return valid;
  }
}

const ODD = [
  'NaN',
  '-1',
  '0',
  '1e308',
  '-1e308',
  '1e-320',
  'Infinity',
  '65536',
  '',
  '∞',
  '1,5',
  '0x10',
  '9'.repeat(40),
];

/** Other units, other rates, and what only a careful reader sees. */
const FACTORS = [0.001, 0.25, 0.36, 0.5, 0.9, 0.97, 0.976, 1.024, 1.03, 1.1, 2, 1000];

/** Each line with one of its numbers, counted from the left, multiplied: a column in another unit. */
const scaled = (
  lines: readonly string[],
  { column, by }: { readonly column: number; readonly by: number },
): string[] =>
  lines.map((line) => {
    let at = 0;
    return line.replace(/\d+(?:\.\d+)?/g, (number) =>
      at++ === column ? String(Number((Number(number) * by).toFixed(3))) : number,
    );
  });

/**
 * `sound` with a few faults: bytes, numbers, lines, columns or whole stretches changed, doubled, moved, scaled or lost.
 */
export function bent(next: Chance, sound: string): string {
  let text = sound;
  for (let times = 1 + whole(next, 4); times > 0; times--) {
    const lines = text.split('\n');
    const at = whole(next, lines.length);
    switch (whole(next, 10)) {
      case 0: {
        const from = whole(next, text.length + 1);
        text = text.slice(0, from) + String.fromCharCode(whole(next, 1000)) + text.slice(from + 1);
        break;
      }
      case 1: {
        const numbers = [...text.matchAll(/\d+(\.\d+)?/g)];
        const one = numbers[whole(next, numbers.length)];
        if (one) text = text.slice(0, one.index) + pick(next, ODD) + text.slice(one.index + one[0].length);
        break;
      }
      case 2:
        text = lines.toSpliced(at, whole(next, 5)).join('\n');
        break;
      case 3:
        text = lines.toSpliced(at, 0, ...lines.slice(at, at + whole(next, 20))).join('\n');
        break;
      case 4:
        text = [...lines.slice(at), ...lines.slice(0, at)].join('\n');
        break;
      case 5:
        text = text.slice(0, whole(next, text.length + 1));
        break;
      case 6:
        text = lines.map((line) => (next() < 0.02 ? pick(next, ODD) : line)).join('\n');
        break;
      case 7:
        text = lines.flatMap((line) => [line, line]).join('\n');
        break;
      default:
        text = scaled(lines, { column: whole(next, 3), by: pick(next, FACTORS) }).join('\n');
    }
  }
  return text;
}

/** The same of a binary file: bytes changed, lost, doubled, or the end cut off. */
export function bentBytes(next: Chance, sound: Uint8Array): Uint8Array {
  let bytes = [...sound];
  for (let times = 1 + whole(next, 4); times > 0; times--) {
    const at = whole(next, bytes.length + 1);
    const length = 1 + whole(next, 8);
    switch (whole(next, 5)) {
      case 0:
        bytes = bytes.toSpliced(at, length);
        break;
      case 1:
        bytes = bytes.toSpliced(at, 0, ...bytes.slice(at, at + 8 * length));
        break;
      case 2:
        if (next() < 0.2) bytes = bytes.slice(0, at);
        break;
      default:
        bytes = bytes.with(Math.min(at, bytes.length - 1), whole(next, 256));
    }
    if (bytes.length === 0) return Uint8Array.from([whole(next, 256)]);
  }
  // FIT may leave its checksum out by writing 0; else no bent byte would come past it.
  if (next() < 0.7) bytes.splice(-2, 2, 0, 0);
  return Uint8Array.from(bytes);
}
