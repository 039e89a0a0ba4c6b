import fc from 'fast-check';
import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  AGAIN_AFTER_MS,
  beginningOf,
  emptyEntry,
  isDueAgain,
  marksOf,
  newestFirst,
  type Entry,
} from '../../../../web/features/journal/entry.ts';
import { entryEditor } from '../../../../web/features/journal/entry-editor.ts';
import { FEELINGS, feelingCounts, feelingWord } from '../../../../web/features/journal/feelings.ts';
import { entriesIn, journalFiles } from '../../../../web/features/journal/journal-files.ts';
import { placesToRehearse, wrongPlaces } from '../../../../web/features/journal/rehearsal.ts';
import { searchOver } from '../../../../web/features/journal/search-entries.ts';
import { marksIn, piecesOf, wordsBetween } from '../../../../web/features/journal/word-marks.ts';

const ID = '0b0e6c1e-0000-4000-8000-00000000000';
const NOW = Date.UTC(2026, 10, 27, 12);

const entry = (number: number, change: Partial<Entry> = {}): Entry => {
  const { unfinished: _, ...whole } = emptyEntry(`${ID}${number}`, NOW + number);
  return { ...whole, text: `entry ${number}`, ...change };
};

describe('isDueAgain', () => {
  const weighed = [{ atMs: NOW, heavy: 70 }];

  it('is after two weeks, and not before', () => {
    expect(isDueAgain(entry(1, { weighed }), NOW + AGAIN_AFTER_MS - 1)).toBe(false);
    expect(isDueAgain(entry(1, { weighed }), NOW + AGAIN_AFTER_MS)).toBe(true);
  });

  it('counts from the last answer', () => {
    const twice = [...weighed, { atMs: NOW + AGAIN_AFTER_MS, heavy: 40 }];
    expect(isDueAgain(entry(1, { weighed: twice }), NOW + 1.5 * AGAIN_AFTER_MS)).toBe(false);
  });

  it('is never without an answer, laid to rest, unfinished, or on a clock that went back', () => {
    const late = NOW + 10 * AGAIN_AFTER_MS;
    expect(isDueAgain(entry(1), late)).toBe(false);
    expect(isDueAgain(entry(1, { weighed, rest: true }), late)).toBe(false);
    expect(isDueAgain(entry(1, { weighed, unfinished: true }), late)).toBe(false);
    expect(isDueAgain(entry(1, { weighed }), NOW - AGAIN_AFTER_MS)).toBe(false);
  });
});

describe('newestFirst', () => {
  it('leaves what it was given as it was', () => {
    const given = [entry(1), entry(2)];
    expect(newestFirst(given).map(({ text }) => text)).toEqual(['entry 2', 'entry 1']);
    expect(given[0]!.text).toBe('entry 1');
  });
});

describe('marksOf', () => {
  it('has each mark once, as it was written last', () => {
    const marked = (words: string) => ({ triggers: [{ words, kind: 'song' } as const] });
    expect(marksOf([entry(3, marked('Blue Harbour')), entry(2), entry(1, marked('blue harbour'))])).toEqual([
      { words: 'Blue Harbour', kind: 'song' },
    ]);
  });
});

describe('beginningOf', () => {
  it('ends at a word', () => {
    expect(beginningOf('one two three', 9)).toBe('one two…');
    expect(beginningOf(' one\n two ')).toBe('one two');
  });
});

describe('FEELINGS', () => {
  it('are twenty-four, each with a word of its own', () => {
    expect(FEELINGS).toHaveLength(24);
    expect(new Set(FEELINGS.map(feelingWord)).size).toBe(24);
  });
});

describe('feelingCounts', () => {
  it('counts what was chosen since then, most often first', () => {
    const entries = [
      entry(1, { feelings: ['sad', 'calm'] }),
      entry(2, { feelings: ['calm'] }),
      entry(3, { feelings: ['angry'], writtenAtMs: NOW - 1 }),
    ];
    expect(feelingCounts(entries, NOW)).toEqual([
      { feeling: 'calm', count: 2 },
      { feeling: 'sad', count: 1 },
    ]);
  });
});

describe('piecesOf', () => {
  it('are the text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(
          piecesOf(text, [])
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('knows a mark of several words, and none within a longer word', () => {
    const pieces = piecesOf('Ann annoyed Annika at Old Pier, Ann.', [
      { words: 'Ann', kind: 'person' },
      { words: 'Old Pier', kind: 'place' },
    ]);
    const marked = pieces.filter(({ trigger, isWord }) => trigger && isWord).map(({ text }) => text);
    expect(marked).toEqual(['Ann', 'Old', 'Pier', 'Ann']);
  });
});

describe('wordsBetween', () => {
  it('is the text from the first word to the last, whichever was tapped first', () => {
    const pieces = piecesOf('at the Old Pier today', []);
    const at = (word: string) => pieces.find(({ text }) => text === word)!.from;
    expect(wordsBetween(pieces, at('Old'), at('Pier'))).toBe('Old Pier');
    expect(wordsBetween(pieces, at('Pier'), at('Old'))).toBe('Old Pier');
  });
});

describe('marksIn', () => {
  it('lets go of words that are no longer in the text', () => {
    expect(
      marksIn('only Ann', [
        { words: 'Ann', kind: 'person' },
        { words: 'Pier', kind: 'place' },
      ]),
    ).toEqual([{ words: 'Ann', kind: 'person' }]);
  });
});

describe('searchOver', () => {
  const search = searchOver([
    entry(1, { text: 'Tee mit Frau Müller am Hafen' }),
    entry(2, { text: 'a quiet harbour', feelings: ['lonely'] }),
  ]);

  it('finds beginnings, words without their marks, and feelings', () => {
    expect(search('muller').map(({ id }) => id)).toEqual([`${ID}1`]);
    expect(search('harb').map(({ id }) => id)).toEqual([`${ID}2`]);
    expect(search('lonely').map(({ id }) => id)).toEqual([`${ID}2`]);
    expect(search('quiet hafen')).toEqual([]);
  });
});

describe('placesToRehearse', () => {
  it('are three different places, in order, whatever chance says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 3 }),
        (draws) => {
          let i = 0;
          const places = placesToRehearse(12, () => draws[i++ % draws.length]!);
          expect(new Set(places).size).toBe(3);
          expect([...places].sort((a, b) => a - b)).toEqual(places);
          expect(places.every((place) => place >= 0 && place < 12)).toBe(true);
        },
      ),
    );
  });
});

describe('wrongPlaces', () => {
  it('minds neither case nor white space, and says which are wrong', () => {
    expect(wrongPlaces(['one', 'two', 'three'], [0, 2], [' One', 'THREE '])).toEqual([]);
    expect(wrongPlaces(['one', 'two', 'three'], [0, 2], ['one', 'tree'])).toEqual([2]);
    expect(wrongPlaces(['one', 'two', 'three'], [0, 2], [])).toEqual([0, 2]);
  });
});

describe('journalFiles', () => {
  it('are one list and a Markdown file an entry, and come back as they were', () => {
    const entries = [
      entry(1, {
        feelings: ['calm'],
        triggers: [{ words: 'entry', kind: 'song' }],
        weighed: [{ atMs: NOW, heavy: 40 }],
      }),
      entry(2, { unfinished: true }),
    ];
    const files = journalFiles(entries);
    expect(files.map(({ path }) => path)).toEqual([
      'journal.json',
      expect.stringMatching(/^entries\/2026-11-2\d-0b0e6c1e\.md$/),
      expect.stringMatching(/^entries\/2026-11-2\d-0b0e6c1e\.md$/),
    ]);
    expect(entriesIn(files)).toEqual(entries);
    expect(new TextDecoder().decode(files[1]!.bytes)).toContain('entry 1');
  });

  it('says what is wrong with what is put in, and which entry', () => {
    const put = (text: string) => () =>
      entriesIn([{ path: 'journal.json', bytes: new TextEncoder().encode(text) }]);
    expect(() => entriesIn([])).toThrow('no journal.json');
    expect(put('{')).toThrow('none that Attune wrote');
    expect(put('{"format":"attune-journal","v":2,"entries":[]}')).toThrow('none that Attune wrote');
    expect(put('{"format":"attune-journal","v":1,"entries":[{"id":"../x"}]}')).toThrow('Entry 1');
  });
});

describe('entryEditor', () => {
  function editing(first: Entry, fails = { now: false }) {
    const time = new VirtualTimeScheduler();
    const rows = new Map<string, Entry>();
    const keepers: (() => Promise<unknown>)[] = [];
    const editor = entryEditor(first, {
      table: {
        put: (row) => {
          if (fails.now) return Promise.reject(new Error('locked'));
          rows.set(row.id, row);
          return Promise.resolve();
        },
        delete: (id) => Promise.resolve(void rows.delete(id)),
      },
      vault: { beforeLock: (keep) => (keepers.push(keep), () => void keepers.pop()) },
      scheduler: time,
    });
    const close = editor.follow();
    const pass = async (): Promise<void> => {
      time.maxFrames = Infinity;
      time.flush();
      await editor.keepNow();
    };
    return { editor, rows, keepers, pass, close };
  }
  const fresh = emptyEntry(`${ID}7`, NOW);

  it('keeps what is typed by itself within a second, and nothing before there is a word', async () => {
    const { editor, rows, pass } = editing(fresh);
    editor.change({ text: '  ' });
    await pass();
    expect(rows.size).toBe(0);
    editor.change({ text: 'a' });
    editor.change({ text: 'ab' });
    await pass();
    expect(rows.get(fresh.id)?.text).toBe('ab');
    expect(editor.keeping$.value).toBe('kept');
  });

  it('says that it is not kept, and keeps it as soon as it can', async () => {
    const fails = { now: true };
    const { editor, rows, pass } = editing(fresh, fails);
    editor.change({ text: 'a' });
    await pass();
    expect(editor.keeping$.value).toBe('not-kept');
    fails.now = false;
    await editor.keepNow();
    expect(rows.get(fresh.id)?.text).toBe('a');
  });

  it('deletes an entry whose last word is taken away', async () => {
    const { editor, rows, pass } = editing(fresh);
    editor.change({ text: 'a' });
    await pass();
    editor.change({ text: '' });
    await pass();
    expect(rows.size).toBe(0);
  });

  it('is kept before the vault locks, and asked no more once it is closed', async () => {
    const { editor, rows, keepers, close } = editing(fresh);
    editor.change({ text: 'typed just now' });
    await keepers[0]!();
    expect(rows.get(fresh.id)?.text).toBe('typed just now');
    close();
    expect(keepers).toEqual([]);
  });

  it('is begun until it is finished', async () => {
    const { editor, rows } = editing(fresh);
    editor.change({ text: 'a' });
    await editor.keepNow();
    expect(rows.get(fresh.id)?.unfinished).toBe(true);
    await editor.finish();
    expect(rows.get(fresh.id)).not.toHaveProperty('unfinished');
  });
});
