import { Button } from '@mantine/core';
import { useState } from 'react';
import { numberText } from '../../kit/numbers.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import { keyName } from './backing.ts';
import { LEAST_TEMPO_BPM, MOST_TEMPO_BPM, STYLES, type BackingChoice, type Song } from './song.ts';
import { sing as words } from './sing-words.ts';
import type { StudioViewModel } from './studio-view-model.ts';

interface BackingChoicesProps {
  readonly song: Song;
  readonly studio: StudioViewModel;
  readonly onChange: (backing: BackingChoice) => void;
}

const TRANSPOSITIONS = Array.from({ length: 12 }, (_, i) => i - 5);

/** Who plays, how fast and in which key; the key may be found by humming. */
export function BackingChoices({ song, studio, onChange }: BackingChoicesProps) {
  const { backing } = song;
  const set = (change: Partial<BackingChoice>): void => {
    studio.stop();
    onChange({ ...backing, ...change });
  };
  return (
    <div className="song-choices">
      <fieldset className="song-styles">
        <legend>{words.style}</legend>
        {STYLES.map((style) => (
          <label key={style} className="song-style">
            <input
              type="radio"
              name="song-style"
              checked={backing.style === style}
              onChange={() => set({ style })}
            />
            <span>{words.styles[style]}</span>
          </label>
        ))}
      </fieldset>
      <label className="field song-field">
        <span>
          {words.tempo}: {words.perMinute.replace('#', numberText(backing.tempoBpm))}
        </span>
        <input
          type="range"
          min={LEAST_TEMPO_BPM}
          max={MOST_TEMPO_BPM}
          step={2}
          value={backing.tempoBpm}
          onChange={({ currentTarget: { valueAsNumber } }) => set({ tempoBpm: valueAsNumber })}
        />
      </label>
      <label className="field song-field">
        <span>{words.balance}</span>
        <input
          type="range"
          min={-18}
          max={0}
          step={1}
          value={backing.backingDb}
          aria-valuetext={words.decibels(numberText(backing.backingDb))}
          onChange={({ currentTarget: { valueAsNumber } }) => set({ backingDb: valueAsNumber })}
        />
      </label>
      <KeyChoice {...{ song, studio, onChange, set }} />
    </div>
  );
}

interface KeyChoiceProps extends BackingChoicesProps {
  readonly set: (change: Partial<BackingChoice>) => void;
}

/** The key by name, or by humming. */
function KeyChoice({ song: { backing }, studio, onChange, set }: KeyChoiceProps) {
  const doing = useBehavior(studio.doing$);
  const [found, setFound] = useState<number>();
  const find = async (): Promise<void> => {
    const transpose = await studio.findKey();
    setFound(transpose);
    if (transpose !== undefined) onChange({ ...backing, transpose });
  };
  return (
    <>
      <div className="song-key">
        <label className="field song-field">
          <span>{words.key}</span>
          <select
            value={backing.transpose}
            onChange={({ currentTarget: { value } }) => set({ transpose: Number(value) })}
          >
            {TRANSPOSITIONS.map((transpose) => (
              <option key={transpose} value={transpose}>
                {keyText(transpose)}
              </option>
            ))}
          </select>
        </label>
        <Button variant="default" disabled={doing.what !== 'nothing'} onClick={() => void find()}>
          {words.findKey}
        </Button>
      </div>
      <p role="status">{found !== undefined && `${keyText(found)} ${words.foundKey}`}</p>
    </>
  );
}

const keyText = (transpose: number): string => `${keyName(transpose).replace('b', '♭')} ${words.major}`;
