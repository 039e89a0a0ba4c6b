import { describe, expect, it } from 'vitest';
import type { BelongingFile, Belongings } from '../../../../web/kit/belongings.ts';
import { pack, unpack } from '../../../../web/features/settings/parcel.ts';

const text = (path: string, content: string): BelongingFile => ({
  path,
  bytes: new TextEncoder().encode(content),
});

/** One kind with these files; what is put into it is kept in `got`. */
function kind(folder: string, files: readonly BelongingFile[]): Belongings & { got: BelongingFile[] } {
  const got: BelongingFile[] = [];
  return {
    ...{ folder, title: folder, got },
    take: () => Promise.resolve(files),
    put: (given) => Promise.resolve(void got.push(...given)),
    destroy: () => Promise.resolve(),
  };
}

const options = { atMs: 1_764_000_000_000, readMe: 'What is in it', onProgress: () => undefined };

describe('pack', () => {
  it('puts each kind into a folder that unpack finds again, byte for byte', async () => {
    const songs = kind('songs', [text('one.md', 'la la'), text('takes/a.wav', 'RIFF')]);
    const zip = await pack([songs, kind('rest', [text('rests.ndjson', '{}\n')])], options);
    const found = unpack(zip, [songs]);
    expect(found?.other).toEqual(['rest']);
    expect(found?.kinds.map(({ kind }) => kind.folder)).toEqual(['songs']);
    expect(found?.kinds[0]!.files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toEqual([
      ['one.md', 'la la'],
      ['takes/a.wav', 'RIFF'],
    ]);
  });

  it('gives nothing where one kind cannot be taken', async () => {
    const locked = { ...kind('journal', []), take: () => Promise.reject(new Error('locked')) };
    await expect(pack([kind('songs', []), locked], options)).rejects.toThrow('locked');
  });

  it('tells how far it is', async () => {
    const shares: number[] = [];
    await pack([kind('a', []), kind('b', [])], { ...options, onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([0.5, 1]);
  });
});

describe('unpack', () => {
  it('takes no other archive, no other file and no damaged one for a parcel', async () => {
    const zip = await pack([kind('songs', [text('one.md', 'la')])], options);
    const { zipSync } = await import('fflate');
    for (const bytes of [
      zip.slice(0, zip.length >> 1),
      new Uint8Array(0),
      new TextEncoder().encode('PK'),
      zipSync({ 'songs/one.md': new Uint8Array([1]) }),
      zipSync({ 'attune.json': new TextEncoder().encode('{"format":"attune-parcel","version":2}') }),
    ])
      expect(unpack(bytes, [])).toBeUndefined();
  });
});
