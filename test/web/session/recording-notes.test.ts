import { describe, expect, it } from 'vitest';
import { splitNotes } from '../../../web/session/recording-notes.ts';

describe('splitNotes', () => {
  it('shows three lines at once and keeps the rest', () => {
    const split = splitNotes({ what: 'a table', warnings: ['a', 'b', 'c', 'd', 'e'] });
    expect(split).toEqual({ first: ['a', 'b', 'c'], rest: ['d', 'e'] });
  });

  it('says first why only a part was read', () => {
    const split = splitNotes({ what: 'a table', partial: 'the file breaks off', warnings: ['a'] });
    expect(split).toEqual({ first: ['Only a part: the file breaks off', 'a'], rest: [] });
  });

  it('says a warning once', () => {
    expect(splitNotes({ what: 'a table', warnings: ['a', 'a'] }).first).toEqual(['a']);
  });
});
