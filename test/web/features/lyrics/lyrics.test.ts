import { describe, expect, it } from 'vitest';
import {
  answered,
  linesOf,
  QUESTION_IDS,
  type LyricNotes,
} from '../../../../web/features/lyrics/lyric-notes.ts';
import { lyricsBelongings } from '../../../../web/features/lyrics/lyrics-belongings.ts';
import { lyricsViewModel } from '../../../../web/features/lyrics/lyrics-view-model.ts';
import { fakeTable } from '../fake-vault.ts';

const LYRIC = 'a canary line that nobody keeps\n\nand its second';

function visit() {
  const table = fakeTable<LyricNotes>();
  let count = 0;
  const view = lyricsViewModel({ table, nowMs: () => 5, newId: () => `n${count++}` });
  return { table, view };
}

describe('linesOf', () => {
  it('keeps one blank line between stanzas', () => {
    expect(linesOf('\r\none\r\n\r\n\r\n two \n')).toEqual(['one', '', 'two']);
  });
});

describe('lyricsViewModel', () => {
  it('keeps title, artist and answers, and nothing of the lyric or its marks', async () => {
    const { table, view } = visit();
    view.change({ title: 'T', artist: 'A', lyric: LYRIC });
    view.mark(0);
    view.answer('wants', 'to be heard');
    await view.keep();
    expect(view.kept$.value).toBe('kept');
    expect(table.rows$.value).toEqual([
      { id: 'n0', atMs: 5, title: 'T', artist: 'A', answers: { wants: 'to be heard' } },
    ]);
    expect(JSON.stringify(table.rows$.value)).not.toContain('canary');
  });

  it('drops everything when the person leaves', () => {
    const { view } = visit();
    view.change({ lyric: LYRIC });
    view.mark(1);
    view.leave();
    expect(view.visit$.value).toEqual({ title: '', artist: '', lyric: '', marked: [], answers: {} });
  });

  it('drops marks when the words change under them', () => {
    const { view } = visit();
    view.change({ lyric: LYRIC });
    view.mark(0);
    view.change({ lyric: 'others' });
    expect(view.visit$.value.marked).toEqual([]);
  });

  it('keeps the same visit once, however often it is kept, and says where it could not', async () => {
    const { table, view } = visit();
    view.answer('keep', 'one');
    await view.keep();
    view.answer('keep', 'two');
    await view.keep();
    expect(table.rows$.value).toHaveLength(1);
    table.failing = true;
    view.answer('keep', 'three');
    await view.keep();
    expect(view.kept$.value).toBe('not-kept');
  });

  it('keeps nothing where nothing is answered', async () => {
    const { table, view } = visit();
    view.answer('keep', '  ');
    await view.keep();
    expect(table.rows$.value).toEqual([]);
  });
});

describe('answered', () => {
  it('goes by the order of the twelve questions', () => {
    expect(QUESTION_IDS).toHaveLength(12);
    expect(answered({ answers: { keep: 'a', speaker: 'b', body: ' ' } })).toEqual(['speaker', 'keep']);
  });
});

describe('lyricsBelongings', () => {
  it('is put in elsewhere without doubling, and refuses what it does not understand', async () => {
    const { table, view } = visit();
    view.change({ title: 'T' });
    view.answer('image', 'a door');
    await view.keep();
    const files = await lyricsBelongings(table).take();
    expect(files.map(({ path }) => path)).toEqual(['lyric-notes.json', 'lyric-notes.md']);
    expect(new TextDecoder().decode(files[1]!.bytes)).toContain('**Which picture stays?**\n\na door');
    const other = fakeTable<LyricNotes>();
    const there = lyricsBelongings(other);
    await there.put(files);
    await there.put(files);
    expect(other.rows$.value).toEqual(table.rows$.value);
    const bad = new TextEncoder().encode('{"version":1,"notes":[{"id":"x","lyric":"no"}]}');
    await expect(there.put([{ path: 'lyric-notes.json', bytes: bad }])).rejects.toThrow('not understood');
    await there.destroy();
    expect(other.rows$.value).toEqual([]);
  });
});
