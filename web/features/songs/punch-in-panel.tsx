import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { numberText } from '../../kit/numbers.ts';
import type { Song } from './song.ts';
import { sing } from './sing-words.ts';
import { stanzasOf } from './sounds/line-sound.ts';
import { roundsOf, type StudioViewModel } from './studio-view-model.ts';
import type { Take } from './take.ts';

interface PunchInProps {
  readonly song: Song;
  readonly take: Take;
  readonly studio: StudioViewModel;
  readonly busy: boolean;
}

const words = sing.punch;
/** Two bars each, four to a round of the backing. */
const LINES_A_ROUND = 4;

/** A stretch of a take by its lines: heard from there, or sung anew. */
export function PunchIn({ song, take, studio, busy }: PunchInProps) {
  const text = song.lyrics[take.slot];
  const lines = stanzasOf(text).flat();
  const names = Array.from({ length: LINES_A_ROUND * roundsOf(text) }, (_, i) => {
    const number = words.line.replace('#', numberText(i + 1));
    return lines[i] === undefined ? number : `${number}: ${lines[i].slice(0, 40)}`;
  });
  const [chosen, choose] = useState({ from: 0, to: 0 });
  const from = Math.min(chosen.from, names.length - 1);
  const to = Math.max(from, Math.min(chosen.to, names.length - 1));
  return (
    <details className="details">
      <summary>{words.title}</summary>
      <div className="song-punch">
        <LineChoice
          {...{ names, first: 0, value: from, label: words.from }}
          onChoose={(line) => choose({ from: line, to: Math.max(line, to) })}
        />
        <LineChoice
          {...{ names, first: from, value: to, label: words.to }}
          onChoose={(line) => choose({ from, to: line })}
        />
        <p className="hint">{words.hint}</p>
        <div className="actions">
          <Button variant="default" disabled={busy} onClick={() => studio.punchIn(song, take, { from, to })}>
            {words.record}
          </Button>
          <Button variant="default" disabled={busy} onClick={() => studio.playFrom(song, take, from)}>
            {words.hear}
          </Button>
        </div>
      </div>
    </details>
  );
}

interface LineChoiceProps {
  readonly names: readonly string[];
  /** Lines before it cannot be chosen. */
  readonly first: number;
  readonly value: number;
  readonly label: string;
  readonly onChoose: (line: number) => void;
}

function LineChoice({ names, first, value, label, onChoose }: LineChoiceProps) {
  const id = useId();
  return (
    <div className="field song-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}>
        {names.map((name, line) =>
          line < first ? null : (
            <option key={name} value={line}>
              {name}
            </option>
          ),
        )}
      </select>
    </div>
  );
}
