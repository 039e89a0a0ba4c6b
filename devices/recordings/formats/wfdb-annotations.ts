export interface Annotation {
  readonly sample: number;
  readonly code: number;
  readonly aux?: string;
}

export interface Annotations {
  readonly all: readonly Annotation[];
  /** The end marker was present; `false`: cut off. */
  readonly ended: boolean;
}

const SKIP = 59;
const NUM = 60;
const CHN = 62;
const AUX = 63;
/** The last annotation code that is in use. */
const LAST_CODE = 49;

/**
 * Annotations in the MIT format: words of 16 bits, code in the upper 6, samples since the last in the lower 10.
 * @returns `undefined` for bytes that are not in this format
 * Source: WFDB Applications Guide, annot(5).
 */
export function annotationsIn(bytes: Uint8Array): Annotations | undefined {
  const all: Annotation[] = [];
  const word = (at: number) => bytes[at]! | (bytes[at + 1]! << 8);
  let sample = 0;
  for (let at = 0; at + 2 <= bytes.length;) {
    const code = word(at) >> 10;
    const interval = word(at) & 0x3ff;
    at += 2;
    if (code === 0 && interval === 0) return at >= bytes.length ? { all, ended: true } : undefined;
    if (code === SKIP) {
      if (at + 4 > bytes.length) break;
      const skipped = (word(at) << 16) | word(at + 2);
      if (sample + skipped < 0) return undefined;
      sample += skipped;
      at += 4;
    } else if (code === AUX) {
      if (at + interval > bytes.length) break;
      const last = all.pop();
      if (last)
        all.push({
          ...last,
          aux: String.fromCharCode(...bytes.subarray(at, at + interval)).replace(/\0+$/, ''),
        });
      at += interval + (interval & 1);
    } else if (code < NUM) {
      if (code > LAST_CODE) return undefined;
      sample += interval;
      all.push({ sample, code });
    } else if (code > CHN) return undefined;
  }
  return { all, ended: false };
}
