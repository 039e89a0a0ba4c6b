/** What the files of these tests have in them: forty intervals of a calm heart. */
export const RR_MS: readonly number[] = Array.from({ length: 40 }, (_, i) => 800 + ((i * 37) % 90) - 45);
export const ENDS_MS: readonly number[] = RR_MS.map((_, i) =>
  RR_MS.slice(0, i + 1).reduce((sum, rr) => sum + rr, 0),
);

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const le16 = (value: number) => [value & 0xff, (value >> 8) & 0xff];
export const le32 = (value: number) => [...le16(value & 0xffff), ...le16(value >>> 16)];
