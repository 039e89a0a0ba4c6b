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

/** A definition of a kind of the file's own: "42 N Normal beat". Source: WFDB Programmer's Guide, `setannstr`. */
const DEFINITION = /^(\d+)\s+(\S+)/;

/** Kinds that this file defines itself, as code and mnemonic. */
export function definedIn(all: readonly Annotation[]): ReadonlyMap<number, string> {
  const defined = new Map<number, string>();
  let within = false;
  for (const { aux = '' } of all) {
    if (aux.startsWith('## ')) within = aux.startsWith('## annotation type definitions');
    const [, code, mnemonic] = (within && DEFINITION.exec(aux)) || [];
    if (code !== undefined) defined.set(Number(code), mnemonic!);
  }
  return defined;
}

/**
 * Annotations in the MIT format: words of 16 bits, code in the upper 6, samples since the last in the lower 10.
 * @returns `undefined` for bytes that are not in this format
 * Source: WFDB Applications Guide, annot(5).
 */
export function annotationsIn(bytes: Uint8Array): Annotations | undefined {
  const all: Annotation[] = [];
  const word = (at: number) => bytes[at]! | (bytes[at + 1]! << 8);
  let sample = 0;
  let skipped = false;
  for (let at = 0; at + 2 <= bytes.length;) {
    const code = word(at) >> 10;
    const interval = word(at) & 0x3ff;
    at += 2;
    // After a skip, it is an annotation without a kind, where the time alone counts.
    if (code === 0 && interval === 0 && !(skipped && at < bytes.length))
      return bytes.subarray(at).every((byte) => byte === 0) ? { all, ended: true } : undefined;
    skipped = code === SKIP;
    if (code === SKIP) {
      if (at + 4 > bytes.length) break;
      // It may go back: a null annotation at -1 + 1 follows the definitions at the beginning.
      sample += (word(at) << 16) | word(at + 2);
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
