const table = (polynomial: number): Uint32Array =>
  Uint32Array.from({ length: 256 }, (_, n) => {
    let value = n;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
    return value;
  });

const CRC_32 = table(0xedb88320);
const CRC_16 = table(0xa001);

/**
 * The checksum of gzip and zip (CRC-32, ISO 3309).
 * @param before  the checksum of what stands before these bytes
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of bytes) crc = CRC_32[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** The checksum of FIT (CRC-16/ARC). */
export function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = CRC_16[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return crc;
}

/** The checksum of ISHNE headers (CRC-16/CCITT-FALSE: polynomial 0x1021, from 0xffff, upper bit first). */
export function crc16Ccitt(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}
