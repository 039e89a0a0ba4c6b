import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { countedRight, heldOut } from '../../../../bench/rhymes.ts';
import { indexOf, makeRhymes, RHYMES } from '../../../../scripts/rhymes/make.ts';
import { EnglishIndex } from '../../../../web/features/songs/sounds/english-index.ts';
import { englishSounds } from '../../../../web/features/songs/sounds/english.ts';
import { germanSounds } from '../../../../web/features/songs/sounds/german.ts';
import { lineSound, stanzasOf, wordAt } from '../../../../web/features/songs/sounds/line-sound.ts';
import { endOf, englishOf, nearOf } from '../../../../web/features/songs/sounds/phones.ts';
import type { Rhymes, WordSounds } from '../../../../web/features/songs/sounds/word-sounds.ts';
import { GERMAN_HYPHENATED } from './german-hyphenated.ts';

const atOnce = () => Promise.resolve();
const words = (rhymes: Rhymes['perfect']) => rhymes.map(({ word }) => word);

let english: WordSounds;
let german: WordSounds;
beforeAll(async () => {
  makeRhymes();
  english = englishSounds(await EnglishIndex.read(readFileSync(RHYMES, 'utf8'), atOnce));
  german = await germanSounds(atOnce);
});

describe('englishOf', () => {
  it.each([
    ['L AY1 T', 'Yt', '1'],
    ['F ER0 EH1 V ER0', 'HvR', '010'],
    ['DH AH0', 'U', '0'],
    ['F OW1 T AH0 G R AE2 F', 'LtUgrEf', '102'],
  ])('takes %s from its stressed vowel on', (pronunciation, tail, stress) => {
    expect(englishOf(pronunciation)).toEqual({ tail, stress });
  });

  it('knows no sound of what has no vowel', () => {
    expect(englishOf('HH M')).toBeUndefined();
  });
});

describe('endOf', () => {
  it('is the last vowel with half a stress', () => {
    expect(endOf({ tail: 'LtUgrEf', stress: '102' })).toBe('Ef');
    expect(endOf({ tail: 'Yt', stress: '01' })).toBe('Yt');
  });
});

describe('nearOf', () => {
  it('takes consonants of one kind for one another, and leaves the hiss of a plural out', () => {
    expect(nearOf('Ym')).toBe(nearOf('Yn'));
    expect(nearOf('Yts')).toBe(nearOf('Yk'));
    expect(nearOf('Yt')).not.toBe(nearOf('It'));
  });
});

describe('EnglishIndex', () => {
  it('finds every word it was made of, also the first and the last', async () => {
    const made = await EnglishIndex.read(
      indexOf([
        ['a', 'AH0'],
        ['read', 'R IY1 D'],
        ['read(2)', 'R EH1 D'],
        ['zoo', 'Z UW1'],
      ]),
      atOnce,
    );
    expect(['a', 'read', 'zoo'].map((word) => made.entriesOf(word).length)).toEqual([1, 2, 1]);
    expect(made.entriesOf('zo')).toEqual([]);
    expect(made.entriesOf('')).toEqual([]);
  });
});

describe('englishSounds', () => {
  it('rhymes by sound, not by letters', () => {
    const { perfect } = english.rhymesOf('though');
    expect(words(perfect)).toContain('snow');
    expect(words(perfect)).not.toContain('tough');
  });

  it('rhymes from the stressed vowel on', () => {
    expect(words(english.rhymesOf('forever').perfect)).toContain('never');
    expect(words(english.rhymesOf('forever').perfect)).not.toContain('river');
  });

  it('lists short words first, and of as many syllables the common ones', () => {
    const { perfect } = english.rhymesOf('light');
    const keys = perfect.map(({ syllables, common }) => 2 * syllables + (common ? 0 : 1));
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
    expect(perfect[0]).toMatchObject({ syllables: 1, common: true });
  });

  it('keeps near rhymes apart from perfect ones', () => {
    const { perfect, near } = english.rhymesOf('time');
    expect(words(near)).toContain('line');
    expect(words(near).filter((word) => words(perfect).includes(word))).toEqual([]);
  });

  it('knows possessives, sung endings, capitals and typographic apostrophes', () => {
    expect(english.soundOf('Don’t')).toEqual({ stress: '1', guessed: false });
    expect(english.soundOf("mother's")).toEqual({ stress: '10', guessed: false });
    expect(english.soundOf("church's")).toEqual({ stress: '10', guessed: false });
    expect(english.soundOf("singin'")).toEqual({ stress: '10', guessed: false });
  });

  it('says so where it guesses', () => {
    expect(english.soundOf('zorblation')).toEqual({ stress: '010', guessed: true });
    expect(words(english.rhymesOf('zorblation').perfect)).toContain('nation');
    expect(english.rhymesOf('zorblation').guessed).toBe(true);
  });

  it('has nothing to say of what is no word', () => {
    expect(english.soundOf('–')).toBeUndefined();
    expect(english.rhymesOf('42')).toEqual({ perfect: [], near: [], guessed: true });
  });

  it.each([
    ['moonlessly', 3],
    ['rainwashes', 3],
    ['lamplighting', 3],
    ['overdreamed', 3],
    ['vbx', 3],
  ])('counts the parts of %s, which it never saw', (word, syllables) => {
    const sound = english.soundOf(word);
    expect(sound).toMatchObject({ guessed: true });
    expect(sound!.stress).toHaveLength(syllables);
  });

  it('counts 90 in 100 words right that it has never seen', async () => {
    expect((await heldOut(300)).syllables).toBeGreaterThan(0.9);
  });
});

describe('germanSounds', () => {
  it('counts at least 97 in 100 of the listed words right', () => {
    expect(GERMAN_HYPHENATED.length).toBeGreaterThanOrEqual(1000);
    expect(countedRight(german, GERMAN_HYPHENATED)).toBeGreaterThanOrEqual(0.97);
  });

  it.each([
    ['Zeit', 'Leid'],
    ['Träume', 'Bäume'],
    ['Musik', 'Sieg'],
    ['Tag', 'mag'],
    ['lebt', 'strebt'],
    ['zurück', 'Glück'],
    ['Melodie', 'Knie'],
    ['allein', 'Stein'],
  ])('rhymes %s with %s', (word, rhyme) => {
    expect(words(german.rhymesOf(word).perfect)).toContain(rhyme);
  });

  it.each([
    ['Fluss', 'Gruß'],
    ['Nase', 'Straße'],
    ['Weg', 'Fleck'],
    ['Bann', 'Bahn'],
  ])('does not rhyme %s with %s', (word, other) => {
    expect(words(german.rhymesOf(word).perfect)).not.toContain(other);
  });

  it('nearly rhymes Glück with Blick, and Vergangenheit with Zeit', () => {
    expect(words(german.rhymesOf('Glück').near)).toContain('Blick');
    expect(words(german.rhymesOf('Vergangenheit').near)).toContain('Zeit');
  });

  it.each([
    ['verstanden', '010'],
    ['Melodie', '001'],
    ['hinaus', '01'],
    ['Abend', '10'],
    ['gegangen', '010'],
    ['gestern', '10'],
    ['Nation', '001'],
    ['Musik', '01'],
    ['Lyrik', '10'],
  ])('stresses %s as %s', (word, stress) => {
    expect(german.soundOf(word)?.stress).toBe(stress);
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { perfect } = german.rhymesOf(text);
        return Array.isArray(perfect) && Array.isArray(english.rhymesOf(text).near);
      }),
    );
  });
});

describe('lineSound', () => {
  it('gives each word its dots, small words none that are full', () => {
    const { words: found, syllables } = lineSound('I remember the [D]light, my love –', 'en', english);
    expect(found.map(({ text, stress }) => [text, stress])).toEqual([
      ['I', '0'], ['remember', '010'], ['the', '0'], ['light,', '1'], ['my', '0'], ['love', '1'], ['–', ''],
    ]); // prettier-ignore
    expect(syllables).toBe(8);
  });
});

describe('stanzasOf', () => {
  it('parts stanzas at blank lines, however many and whatever blanks they hold', () => {
    expect(stanzasOf('\none\ntwo\n \n\n\nthree\n')).toEqual([['one', 'two'], ['three']]);
    expect(stanzasOf(' \n')).toEqual([]);
  });
});

describe('wordAt', () => {
  it('is the word that the caret is in or at', () => {
    expect(wordAt('my love, don’t go', 5)).toBe('love');
    expect(wordAt('my love, don’t go', 13)).toBe('don’t');
    expect(wordAt('my love, ', 8)).toBeUndefined();
  });
});
