import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { LineSounds } from './line-sounds.tsx';
import { RhymePanel } from './rhyme-panel.tsx';
import type { Slot, Song } from './song.ts';
import { bare, wordAt } from './sounds/line-sound.ts';
import type { WordSounds } from './sounds/word-sounds.ts';
import { songs as words } from './words.ts';

interface SlotPanelProps {
  readonly song: Song;
  readonly slot: Slot;
  readonly sounds: WordSounds | 'loading' | 'failed';
  readonly onWrite: (text: string) => void;
}

/** One part of a song: a question to write from, the words, and how they sound. */
export function SlotPanel({ song, slot, sounds, onWrite }: SlotPanelProps) {
  const { kind, language, lyrics } = song;
  const text = lyrics[slot];
  const [caret, setCaret] = useState(text.length);
  const [looked, setLooked] = useState<string>();
  const put = (rhyme: string): void => {
    const before = text.slice(0, caret);
    const gap = before === '' || /\s$/.test(before) ? '' : ' ';
    onWrite(`${before}${gap}${rhyme}${text.slice(caret)}`);
    setCaret(caret + gap.length + rhyme.length);
  };
  const id = `slot-${slot}`;
  return (
    <section className="panel song-slot" aria-labelledby={id} data-slot={slot}>
      <div className="song-slot-head">
        <h2 id={id}>{words.slots[kind][slot]}</h2>
        {slot === 'chorus' && <span className="song-tag">{words.chorus}</span>}
      </div>
      <p className="song-prompt" id={`${id}-prompt`}>
        {words.prompts[kind][slot]}
      </p>
      <div className="song-sides">
        <Words
          {...{ song, slot, caret, setCaret, onWrite }}
          {...(typeof sounds !== 'string' && { onAsk: setLooked })}
        />
        {text.trim() !== '' && (
          <LineSounds
            {...{ text, language, sounds, looked }}
            label={words.slots[kind][slot]}
            onWord={setLooked}
          />
        )}
      </div>
      {looked !== undefined && typeof sounds !== 'string' && (
        <RhymePanel
          key={looked}
          {...{ word: looked, language, sounds }}
          onLook={setLooked}
          onPut={put}
          onClose={() => setLooked(undefined)}
        />
      )}
    </section>
  );
}

interface WordsProps extends Pick<SlotPanelProps, 'song' | 'slot' | 'onWrite'> {
  readonly caret: number;
  readonly setCaret: (at: number) => void;
  /** Asks for the rhymes of a word; absent: they are not there. */
  readonly onAsk?: (word: string) => void;
}

/** The words of a part, and a way to the rhymes of the one that the caret is in. */
function Words({ song: { language, lyrics }, slot, caret, setCaret, onWrite, onAsk }: WordsProps) {
  const text = lyrics[slot];
  const id = `slot-${slot}`;
  const at = wordAt(text, caret);
  return (
    <div className="song-write">
      <Textarea
        autosize
        minRows={4}
        maxRows={24}
        lang={language}
        aria-labelledby={id}
        aria-describedby={`${id}-prompt ${id}-how`}
        classNames={{ input: 'song-text' }}
        value={text}
        onChange={({ currentTarget: { value, selectionStart } }) => {
          onWrite(value);
          setCaret(selectionStart);
        }}
        onSelect={({ currentTarget: { selectionStart } }) => setCaret(selectionStart)}
      />
      <p className="hint" id={`${id}-how`}>
        {words.writeHere}
      </p>
      {at !== undefined && onAsk && (
        <Button variant="default" className="song-rhyme-ask" onClick={() => onAsk(bare(at))}>
          {`${words.rhymesFor} “${bare(at)}”`}
        </Button>
      )}
    </div>
  );
}
