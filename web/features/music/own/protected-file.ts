/** Boxes of an MP4 on the way to what its tracks are made of. */
const PATH = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd'] as const;
/**
 * Kinds of sample that only the shop's own player can open. Source: ISO/IEC 14496-12 § 8.12 (`enca`, `encv`); Apple
 * FairPlay (`drms`, `drmi`, `p608`); Audible (`aavd`).
 */
const LOCKED = new Set(['drms', 'drmi', 'p608', 'enca', 'encv', 'enct', 'aavd']);
/** Before the entries of `stsd`: version and flags, and how many there are. */
const STSD_HEAD = 8;
/** Content Encryption and Extended Content Encryption objects of Windows Media. Source: ASF specification, § 10.1. */
const ASF_LOCKED = ['fbb3112223bdd211b4b700a0c955fc6e', '14e68a292226174cb935dae07ee9289c'] as const;
const ASF_START = '3026b2758e66cf11';
/** The header of a Windows Media file lies within this. */
const ASF_HEAD = 65_536;

/**
 * Whether a file is locked to a shop (DRM): then no other player can open it. Files of other kinds, and damaged ones,
 * count as not locked: the decoder says what is wrong with those.
 */
export function isProtected(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (nameAt(view, 4) === 'ftyp') return lockedWithin(view, { from: 0, to: view.byteLength }, 0);
  const head = hexOf(bytes.subarray(0, ASF_HEAD));
  return head.startsWith(ASF_START) && ASF_LOCKED.some((mark) => head.includes(mark));
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function lockedWithin(view: DataView, stretch: Stretch, depth: number): boolean {
  for (const { name, from, to } of boxesIn(view, stretch)) {
    if (depth === PATH.length) {
      if (LOCKED.has(name)) return true;
    } else if (name === PATH[depth]) {
      const head = name === 'stsd' ? STSD_HEAD : 0;
      if (lockedWithin(view, { from: from + head, to }, depth + 1)) return true;
    }
  }
  return false;
}

function* boxesIn(view: DataView, { from, to }: Stretch): Generator<Stretch & { readonly name: string }> {
  let at = from;
  while (at + 8 <= to) {
    const short = view.getUint32(at);
    const long = short === 1 && at + 16 <= to;
    const size = long ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    const head = long ? 16 : 8;
    if (size < head) return;
    yield { name: nameAt(view, at + 4), from: at + head, to: Math.min(to, at + size) };
    at += size;
  }
}

const nameAt = (view: DataView, at: number): string =>
  at + 4 > view.byteLength ? '' : String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
