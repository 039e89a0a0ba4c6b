import { describe, expect, it } from 'vitest';
import { isNamed, type LeftOutRules, type LibraryTrack } from '../../../web/session/left-out-music.ts';

const rules = (part: Partial<LeftOutRules['triggerTags']> & Pick<LeftOutRules, 'songs'>) => {
  const { songs, ...tags } = part;
  return { ...(songs && { songs }), triggerTags: { artists: [], genres: [], years: [], ...tags } };
};
const track = (part: Partial<LibraryTrack>): LibraryTrack => ({ id: 'own-1', title: 'Home', ...part });

describe('isNamed', () => {
  it.each([
    ['Home', true],
    ['HOME', true],
    ['Hóme', true],
    ['03 - Home', true],
    ['Home (Live at the River, 1999)', true],
    ['Home - Remastered 2011', true],
    ['(Coming) Home', true],
    ['Anna Lind - Home', true],
    ['01 - Anna Lind - Home (2001)', true],
    ['Homecoming', false],
    ['Away', false],
  ])('finds "Home" in the title %s: %s', (title, found) => {
    expect(isNamed(track({ title }), rules({ songs: [{ title: 'home' }] }))).toBe(found);
  });

  it('leaves out a song by anybody where nobody is named, or nobody is known', () => {
    const song = { title: 'Home', artist: 'Anna Lind' };
    expect(isNamed(track({ artist: 'Somebody Else' }), rules({ songs: [{ title: 'Home' }] }))).toBe(true);
    expect(isNamed(track({}), rules({ songs: [song] }))).toBe(true);
    expect(isNamed(track({ artist: 'anna lind' }), rules({ songs: [song] }))).toBe(true);
    expect(isNamed(track({ artist: 'Somebody Else' }), rules({ songs: [song] }))).toBe(false);
  });

  it.each([
    ['The Low Lights', 'low lights'],
    ['Die Nachbarn', 'Nachbarn'],
    ['Anna Lind feat. Low Lights', 'Low Lights'],
    ['Anna Lind & The Low Lights', 'low-lights'],
    ['Ｌｏｗ Lights', 'Low Lights'],
    ['!!!', '!!!'],
    ['STRASSE', 'Straße'],
  ])('finds the artist of %s under "%s"', (artist, name) => {
    expect(isNamed(track({ artist }), rules({ artists: [name] }))).toBe(true);
  });

  it('finds the artist in the name of a file that says nothing else', () => {
    const file = track({ title: '07. Low Lights - Home' });
    expect(isNamed(file, rules({ artists: ['The Low Lights'] }))).toBe(true);
    expect(isNamed(file, rules({ artists: ['Home'] }))).toBe(false);
  });

  it('does not take one artist for another whose name is a part of theirs', () => {
    expect(isNamed(track({ artist: 'Low Lights Revival' }), rules({ artists: ['Low Lights'] }))).toBe(false);
  });

  it('finds a kind of music however it is written, and years with their ends', () => {
    expect(isNamed(track({ genres: ['Pop', 'Hip-Hop'] }), rules({ genres: ['hip hop'] }))).toBe(true);
    expect(isNamed(track({ genres: ['Pop'] }), rules({ genres: ['hip hop'] }))).toBe(false);
    expect(
      [1997, 1998, 2004, 2005].map((year) => isNamed(track({ year }), rules({ years: [[1998, 2004]] }))),
    ).toEqual([false, true, true, false]);
  });

  it('says nothing of what a track does not tell', () => {
    expect(isNamed(track({}), rules({ artists: ['A'], genres: ['B'], years: [[1900, 2100]] }))).toBe(false);
  });
});
