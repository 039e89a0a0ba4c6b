import { describe, expect, it } from 'vitest';
import { probe } from '../../../../../web/features/music/own/probe.ts';
import { frame, tagged } from './id3.ts';

/** Half a second of MPEG-1 layer III at 128 kbit/s and 44.1 kHz, silent: 417 bytes a frame of 1152 samples. */
const FRAMES = 20;
const silence = Buffer.concat(
  Array.from({ length: FRAMES }, () =>
    Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]),
  ),
);

describe('probe', () => {
  it('reads title, artist, genre, year, cover and length', async () => {
    const tags = [
      ['TIT2', 'Blue hour'],
      ['TPE1', 'The Lanterns'],
      ['TCON', 'Ambient'],
      ['TYER', '1998'],
    ] as const;
    const file = new Blob(
      [
        tagged(
          tags.map(([name, text]) => frame(name, text)),
          silence,
          Uint8Array.of(1, 2, 3),
        ),
      ],
      {
        type: 'audio/mpeg',
      },
    );
    const { tags: read, lengthS, locked } = await probe(file);
    expect(read).toMatchObject({
      title: 'Blue hour',
      artist: 'The Lanterns',
      genres: ['Ambient'],
      year: 1998,
    });
    expect(new Uint8Array(await read.cover!.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3));
    expect(lengthS).toBeCloseTo((FRAMES * 1152) / 44_100, 1);
    expect(locked).toBe(false);
  });

  it('gives the same bytes the same id and other bytes another, also where nothing can be read', async () => {
    const [a, again, b] = await Promise.all(['x', 'x', 'y'].map((text) => probe(new Blob([text]))));
    // The beginning of the SHA-256 of "x".
    expect(a).toEqual({ id: 'own-2d711642b726b044', tags: {}, locked: false });
    expect(again!.id).toBe(a!.id);
    expect(b!.id).not.toBe(a!.id);
  });
});
