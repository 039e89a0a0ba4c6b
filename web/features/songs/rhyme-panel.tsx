import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Language } from '../../kit/language.ts';
import { countText } from '../../kit/numbers.ts';
import type { Rhyme, WordSounds } from './sounds/word-sounds.ts';
import { songs as words } from './words.ts';

/** Rhymes of a number of syllables that are shown before "More". */
const FIRST = 18;

interface RhymePanelProps {
  readonly word: string;
  readonly language: Language;
  readonly sounds: WordSounds;
  readonly onLook: (word: string) => void;
  readonly onPut: (rhyme: string) => void;
  readonly onClose: () => void;
}

/** What rhymes with a word, near rhymes apart, by syllables; another word may be looked up from here. */
export function RhymePanel({ word, language, sounds, onLook, onPut, onClose }: RhymePanelProps) {
  const [typed, setTyped] = useState('');
  const { perfect, near, guessed } = sounds.rhymesOf(word);
  return (
    <div className="song-rhymes" role="region" aria-label={`${words.rhymesFor} ${word}`}>
      <div className="song-rhymes-head">
        <h3>
          {words.rhymesFor} <span lang={language}>“{word}”</span>
        </h3>
        <Button variant="subtle" onClick={onClose}>
          {words.close}
        </Button>
      </div>
      {guessed && <p className="hint">{words.isGuess}</p>}
      <RhymeGroup title={words.perfect} rhymes={perfect} {...{ language, onPut }} />
      <RhymeGroup title={words.near} rhymes={near} {...{ language, onPut }} />
      <p className="hint">{words.put}</p>
      <form
        className="song-look"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') onLook(typed.trim().toLowerCase());
        }}
      >
        <TextInput
          aria-label={words.lookWord}
          placeholder={words.lookWord}
          lang={language}
          value={typed}
          autoComplete="off"
          autoCapitalize="none"
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
        <Button type="submit" variant="default">
          {words.look}
        </Button>
      </form>
    </div>
  );
}

interface RhymeGroupProps extends Pick<RhymePanelProps, 'language' | 'onPut'> {
  readonly title: string;
  readonly rhymes: readonly Rhyme[];
}

function RhymeGroup({ title, rhymes, language, onPut }: RhymeGroupProps) {
  const [all, setAll] = useState(false);
  const counts = [...new Set(rhymes.map(({ syllables }) => syllables))];
  const shown = (count: number): readonly Rhyme[] => {
    const those = rhymes.filter(({ syllables }) => syllables === count);
    return all ? those : those.slice(0, FIRST);
  };
  const hidden = counts.some((count) => rhymes.filter(({ syllables }) => syllables === count).length > FIRST);
  return (
    <section className="song-rhyme-group" aria-label={title}>
      <h4>{title}</h4>
      {rhymes.length === 0 && <p className="hint">{words.none}</p>}
      {counts.map((count) => (
        <div key={count} className="song-rhyme-row">
          <span className="song-rhyme-count">{countText(count, words.syllables)}</span>
          <span className="song-chips" lang={language}>
            {shown(count).map(({ word, common }) => (
              <button
                key={word}
                type="button"
                className="song-chip"
                data-common={common}
                aria-label={`${words.putAt} ${word}`}
                onClick={() => onPut(shownWord(word))}
              >
                {shownWord(word)}
              </button>
            ))}
          </span>
        </div>
      ))}
      {hidden && !all && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {words.more}
        </Button>
      )}
    </section>
  );
}

/** English "I" is a capital wherever it stands; the index has no capitals. */
const shownWord = (word: string): string => word.replace(/^i(?=$|')/, 'I');
