import { describe, expect, it } from 'vitest';
import { isProtected } from '../../../../../web/features/music/own/protected-file.ts';

/** An MP4 box: size, four letters, content. */
const box = (name: string, ...content: Uint8Array[]): Uint8Array => {
  const bytes = content.flatMap((part) => [...part]);
  const size = 8 + bytes.length;
  return Uint8Array.from([size >> 24, size >> 16, size >> 8, size, ...Buffer.from(name), ...bytes]);
};
const mp4 = (entry: string): Uint8Array => {
  const stsd = box('stsd', new Uint8Array(8), box(entry, new Uint8Array(16)));
  const moov = box(
    'moov',
    box('mvhd', new Uint8Array(4)),
    box('trak', box('mdia', box('minf', box('stbl', stsd)))),
  );
  return Uint8Array.from([...box('ftyp', Buffer.from('M4A ')), ...box('mdat', new Uint8Array(40)), ...moov]);
};
const asf = (more: string): Uint8Array => Buffer.from(`3026b2758e66cf11a6d900aa0062ce6c${more}`, 'hex');

describe('isProtected', () => {
  it.each(['drms', 'enca', 'encv', 'aavd'])('tells an MP4 with %s samples', (entry) => {
    expect(isProtected(mp4(entry))).toBe(true);
  });

  it('lets an open MP4, another format and Windows Media without encryption pass', () => {
    expect(isProtected(mp4('mp4a'))).toBe(false);
    expect(isProtected(Buffer.from('ID3 drms enca'))).toBe(false);
    expect(isProtected(asf('00'))).toBe(false);
  });

  it('tells encrypted Windows Media', () => {
    expect(isProtected(asf('0000fbb3112223bdd211b4b700a0c955fc6e'))).toBe(true);
  });

  it('never throws, wherever the file is cut off or whatever a size claims', () => {
    const whole = mp4('drms');
    for (let length = 0; length < whole.length; length++) isProtected(whole.subarray(0, length));
    const wrong = whole.slice();
    wrong.set([0, 0, 0, 0], 12);
    expect(isProtected(wrong)).toBe(false);
  });
});
