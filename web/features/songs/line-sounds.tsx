import { countText } from '../../kit/numbers.ts';
import type { Language } from '../../kit/language.ts';
import { bare, lineSound, stanzasOf, type LineWord } from './sounds/line-sound.ts';
import type { WordSounds } from './sounds/word-sounds.ts';
import { songs as words } from './words.ts';

interface LineSoundsProps {
  readonly text: string;
  readonly language: Language;
  readonly sounds: WordSounds | 'loading' | 'failed';
  /** The word whose rhymes are shown. */
  readonly looked: string | undefined;
  /** What the part is called. */
  readonly label: string;
  readonly onWord: (word: string) => void;
}

/** The lines again, each word under its syllables as dots, full where it is stressed; a word leads to its rhymes. */
export function LineSounds({ text, language, sounds, looked, label, onWord }: LineSoundsProps) {
  const known = typeof sounds === 'string' ? undefined : sounds;
  return (
    <div className="song-sound" role="group" aria-label={`${words.sound}: ${label}`}>
      <p className="hint">{sounds === 'loading' ? words.soundLoading : words.soundHint}</p>
      {stanzasOf(text).map((lines, stanza) => (
        <div key={stanza} className="song-stanza">
          {lines.map((line, i) => {
            const { words: found, syllables } = lineSound(line, language, known);
            return (
              <div key={i} className="song-line">
                <span className="song-line-words" lang={language}>
                  {found.map((word, at) => (
                    <Word key={at} word={word} {...{ looked, onWord }} />
                  ))}
                </span>
                {known && (
                  <span className="song-count" title={countText(syllables, words.syllables)}>
                    <span aria-hidden="true">{syllables}</span>
                    <span className="visually-hidden">{countText(syllables, words.syllables)}</span>
                  </span>
                )}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function Word({ word, looked, onWord }: { word: LineWord } & Pick<LineSoundsProps, 'looked' | 'onWord'>) {
  const { text, stress, guessed } = word;
  if (stress === '') return <span className="song-word song-mute">{text}</span>;
  return (
    <button
      type="button"
      className="song-word"
      aria-pressed={looked === bare(text)}
      data-guessed={guessed}
      onClick={() => onWord(bare(text))}
    >
      <span className="song-dots" aria-hidden="true">
        {Array.from(stress, (digit, i) => (
          <i key={i} data-stress={digit} />
        ))}
      </span>
      {text}
      {guessed && <span className="visually-hidden"> ({words.guessed})</span>}
    </button>
  );
}
