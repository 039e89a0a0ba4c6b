/** What a strap puts into one Heart Rate Measurement (0x2A37); each absent part is absent from the payload. */
export interface HeartRatePayload {
  readonly bpm: number;
  /** RR intervals in ms, oldest first. */
  readonly rrMs?: readonly number[];
  /** Skin contact; absent: the strap cannot tell. */
  readonly contact?: boolean;
  /** kJ since the last reset. */
  readonly energyKj?: number;
}

const littleEndian = (value: number): readonly number[] => [value & 0xff, (value >> 8) & 0xff];

/**
 * The bytes of a measurement, written from the Heart Rate Service specification 1.0, section 3.1, apart from the
 * project's decoder, so that the two check each other. A rate above 255 takes the 16-bit form; RR in 1/1024 s.
 */
export function heartRatePayload({ bpm, rrMs = [], contact, energyKj }: HeartRatePayload): readonly number[] {
  const wide = bpm > 255;
  const contactBits = contact === undefined ? 0 : contact ? 0b110 : 0b100;
  const flags = (wide ? 1 : 0) | contactBits | (energyKj === undefined ? 0 : 8) | (rrMs.length > 0 ? 16 : 0);
  return [
    flags,
    ...(wide ? littleEndian(bpm) : [bpm]),
    ...(energyKj === undefined ? [] : littleEndian(energyKj)),
    ...rrMs.flatMap((rr) => littleEndian(Math.round((rr * 1024) / 1000))),
  ];
}
