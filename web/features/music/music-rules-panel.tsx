import { Button, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { NamedSong } from '../../session/left-out-music.ts';
import type { StoredMusic } from './music-database.ts';
import { rules as words } from './words.ts';
import type { MusicViewModel } from './music-view-model.ts';

/** What never plays in sessions: what is not judged in early recovery, and whole artists, kinds and years. */
export function MusicRulesPanel({ music, kept }: { music: MusicViewModel; kept: StoredMusic }) {
  const { earlyRecovery, triggerTags } = kept.rules;
  const known = {
    artists: distinct(kept.tracks.flatMap(({ artist }) => artist ?? [])),
    genres: distinct(kept.tracks.flatMap(({ genres }) => genres ?? [])),
  };
  return (
    <details className="details panel rules">
      <summary>{words.title}</summary>
      <div className="details-body">
        <Switch
          size="lg"
          label={words.early}
          description={words.earlyHint}
          checked={earlyRecovery}
          onChange={(event) => void music.setEarlyRecovery(event.currentTarget.checked)}
        />
        <p className="hint">{words.hint}</p>
        {(['artists', 'genres'] as const).map((kind) => (
          <NameList
            key={kind}
            label={words[kind]}
            names={triggerTags[kind]}
            known={known[kind]}
            onSet={(names) => void music.setTriggerTags({ [kind]: names })}
          />
        ))}
        <SongNames
          songs={kept.rules.songs ?? []}
          onSet={(songs) => void music.setLeftOut({ ...kept.rules, songs })}
        />
        <YearList years={triggerTags.years} onSet={(years) => void music.setTriggerTags({ years })} />
      </div>
    </details>
  );
}

interface NameListProps {
  readonly label: string;
  readonly names: readonly string[];
  /** Names to choose from beside one's own words. */
  readonly known: readonly string[];
  readonly onSet: (names: readonly string[]) => void;
}

function NameList({ label, names, known, onSet }: NameListProps) {
  const [name, setName] = useState('');
  const list = `known-${label}`;
  const add = (): void => {
    if (name.trim() !== '') onSet(distinct([...names, name.trim()]));
    setName('');
  };
  return (
    <form
      className="name-list"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextInput
        label={label}
        value={name}
        list={list}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <datalist id={list}>
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Button type="submit" variant="default">
        {words.add}
      </Button>
      <Taken texts={names} onTake={(i) => onSet(names.filter((_, at) => at !== i))} />
    </form>
  );
}

type Songs = readonly NamedSong[];

/** Songs that were ruled out by name elsewhere; here they may be allowed again. */
const SongNames = ({ songs, onSet }: { songs: Songs; onSet: (songs: Songs) => void }) =>
  songs.length === 0 ? null : (
    <div className="name-list">
      <p>{words.songs}</p>
      <Taken
        texts={songs.map(({ title, artist }) => (artist === undefined ? title : `${title}, ${artist}`))}
        onTake={(i) => onSet(songs.filter((_, at) => at !== i))}
      />
    </div>
  );

type Years = readonly (readonly [from: number, to: number])[];

function YearList({ years, onSet }: { years: Years; onSet: (years: Years) => void }) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const span = [Number(from), Number(to === '' ? from : to)] as const;
  const fine = from !== '' && span.every((year) => year >= 1900 && year <= 2100) && span[0] <= span[1];
  return (
    <form
      className="name-list years"
      onSubmit={(event) => {
        event.preventDefault();
        if (fine) onSet([...years, span]);
        setFrom('');
        setTo('');
      }}
    >
      <fieldset>
        <legend>{words.years}</legend>
        <TextInput
          type="number"
          label={words.from}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="number"
          label={words.to}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </fieldset>
      <Button type="submit" variant="default" disabled={!fine}>
        {words.add}
      </Button>
      <Taken
        texts={years.map(([a, b]) => (a === b ? String(a) : `${a}–${b}`))}
        onTake={(i) => onSet(years.filter((_, at) => at !== i))}
      />
    </form>
  );
}

/** What is ruled out; a press takes it back. */
function Taken({ texts, onTake }: { texts: readonly string[]; onTake: (index: number) => void }) {
  if (texts.length === 0) return null;
  return (
    <ul className="chips taken">
      {texts.map((text, i) => (
        <li key={text}>
          <Button variant="default" aria-label={words.take(text)} onClick={() => onTake(i)}>
            {text} <span aria-hidden="true">×</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

const distinct = (names: readonly string[]): string[] =>
  [...new Set(names)].sort((a, b) => a.localeCompare(b));
