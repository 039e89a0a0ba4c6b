import { fault, ok, type Result } from '../types/result.ts';

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hexadecimal, two digits a byte, without separators. Honours the view's offset and length. */
export function hexFromBytes(bytes: DataView | Uint8Array): string {
  const view = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hex = '';
  for (const byte of view) hex += DIGITS[byte]!;
  return hex;
}

/** The bytes that `hex` writes, in either case; `not-hex` for an odd count of digits or anything else. */
export function bytesFromHex(hex: string): Result<Uint8Array, { readonly code: 'not-hex' }> {
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) return fault({ code: 'not-hex' });
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return ok(bytes);
}
