/** A text frame of an ID3v2.3 tag. Source: id3.org, ID3v2.3.0 § 3.3, § 4.2. */
export const frame = (name: string, text: string): Buffer => raw(name, Buffer.from(`\0${text}`, 'latin1'));

/** Sound with a tag before it, and a cover in the tag. */
export function tagged(frames: readonly Buffer[], sound: Uint8Array, png: Uint8Array): Buffer<ArrayBuffer> {
  const cover = raw('APIC', Buffer.concat([Buffer.from('\0image/png\0\x03\0', 'latin1'), png]));
  const body = Buffer.concat([...frames, cover]);
  const size = [21, 14, 7, 0].map((shift) => (body.length >> shift) & 0x7f);
  return Buffer.concat([Buffer.from('ID3\x03\0\0', 'latin1'), Buffer.from(size), body, sound]);
}

function raw(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(10);
  head.write(name, 'latin1');
  head.writeUInt32BE(content.length, 4);
  return Buffer.concat([head, content]);
}
