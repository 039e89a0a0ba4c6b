import { describe, expect, it } from 'vitest';
import { card } from '../../../../web/features/together/card-words.ts';
import { linesOf, textOf, withOpenness } from '../../../../web/features/together/invitation.ts';

const REVEALING = /addict|recover|sober|clean|drug|alcohol|relapse|therap|changing something/i;

describe('textOf', () => {
  it('says nothing of recovery of itself', () => {
    expect(textOf({ to: 'Ann', from: 'Bo', text: card.invitation })).not.toMatch(REVEALING);
  });

  it('leaves out what is blank', () => {
    expect(textOf({ to: ' ', from: '', text: ' Come. ' })).toBe('Hello,\n\nCome.');
    expect(textOf({ to: 'Ann', from: 'Bo', text: 'Come.' })).toBe('Dear Ann,\n\nCome.\n\nBo');
  });
});

describe('withOpenness', () => {
  it('adds a sentence once, and takes it out again', () => {
    const open = withOpenness(card.invitation, true);
    expect(open).toMatch(REVEALING);
    expect(withOpenness(open, true)).toBe(open);
    expect(withOpenness(open, false)).toBe(card.invitation);
  });

  it('leaves what the person wrote', () => {
    expect(withOpenness('My own words.', false)).toBe('My own words.');
  });
});

describe('linesOf', () => {
  const lines = (text: string, most: number) => linesOf(text, most, (line) => line.length);

  it('breaks between words and keeps blank lines', () => {
    expect(lines('one two three\n\nfour', 7)).toEqual(['one two', 'three', '', 'four']);
  });

  it('lets a word that is too wide stand alone', () => {
    expect(lines('a extraordinary b', 5)).toEqual(['a', 'extraordinary', 'b']);
  });
});
