import { Button, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { LibraryTrack } from '../../session/left-out-music.ts';
import { MEMORIES, type Kind, type Memory, type TriggerEntry } from './entry.ts';
import type { Named, TriggersViewModel } from './triggers-view-model.ts';
import { words } from './words.ts';

interface EntryFormProps {
  readonly kind: Kind;
  readonly triggers: TriggersViewModel;
  /** What is changed; absent: something new is named. */
  readonly entry?: TriggerEntry;
  readonly onDone: () => void;
}

/** One thing that pulls: its name; how strongly and what it recalls may be left out. */
export function EntryForm({ kind, triggers, entry, onDone }: EntryFormProps) {
  const [draft, setDraft] = useState(() => draftOf(entry));
  const [failed, setFailed] = useState(false);
  const library = useBehavior(triggers.leftOut.library$);
  const named = namedIn(kind, draft);
  const set = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const keep = async (): Promise<void> => {
    if (!named) return;
    const kept = await (entry ? triggers.change(entry, named) : triggers.add(named));
    setFailed(!kept);
    if (kept) {
      setDraft(draftOf(undefined));
      onDone();
    }
  };
  return (
    <form
      className="panel entry-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <NameFields {...{ kind, draft, set }} known={knownOf(kind, library)} />
      <OneOf
        legend={words.strength}
        hint={words.strengthHint}
        choices={Array.from({ length: 11 }, (_, value) => ({ value, label: String(value) }))}
        value={draft.strength}
        onChoose={(strength) => set({ strength })}
      />
      <OneOf
        legend={words.memory}
        choices={MEMORIES.map((value) => ({ value, label: words.memories[value] }))}
        value={draft.memory}
        onChoose={(memory) => set({ memory })}
      />
      <div className="actions">
        <Button type="submit" disabled={!named}>
          {entry ? words.change : words.add}
        </Button>
        {entry && (
          <Button variant="subtle" onClick={onDone}>
            {words.cancel}
          </Button>
        )}
      </div>
      <p role="status">{failed && words.notKept}</p>
    </form>
  );
}

/** What stands in the fields. */
interface Draft {
  readonly name: string;
  readonly artist: string;
  readonly from: string;
  readonly to: string;
  readonly strength: number | undefined;
  readonly memory: Memory | undefined;
}

const draftOf = (entry: TriggerEntry | undefined): Draft => ({
  name: entry?.name ?? '',
  artist: entry?.artist ?? '',
  from: String(entry?.years?.[0] ?? ''),
  to: String(entry?.years?.[1] ?? ''),
  strength: entry?.strength,
  memory: entry?.memory,
});

/** What was said; `undefined`: a name is missing, or years that are some. */
function namedIn(kind: Kind, { name, artist, from, to, strength, memory }: Draft): Named | undefined {
  const years = kind === 'era' ? yearsIn(from, to) : undefined;
  if (kind === 'era' && !years) return undefined;
  const called = name.trim() || (years ? years.join('–') : '');
  if (called === '') return undefined;
  return {
    ...{ kind, name: called },
    ...(kind === 'song' && artist.trim() !== '' && { artist: artist.trim() }),
    ...(years && { years }),
    ...(strength !== undefined && { strength }),
    ...(memory && { memory }),
  };
}

/** Ends included, either way round; one year is a span. */
function yearsIn(from: string, to: string): readonly [number, number] | undefined {
  const [a, b] = [Number(from), Number(to.trim() === '' ? from : to)];
  const fine = [a, b].every((year) => Number.isInteger(year) && year >= 1900 && year <= 2100);
  return fine ? [Math.min(a, b), Math.max(a, b)] : undefined;
}

interface NameFieldsProps {
  readonly kind: Kind;
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  /** Names of one's own music to choose from beside one's own words. */
  readonly known: readonly string[];
}

function NameFields({ kind, draft, set, known }: NameFieldsProps) {
  const list = useId();
  return (
    <div className="entry-names">
      <TextInput
        label={words.kinds[kind].field}
        value={draft.name}
        list={list}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <datalist id={list}>
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {kind === 'song' && (
        <TextInput
          label={words.artist}
          value={draft.artist}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => set({ artist: event.currentTarget.value })}
        />
      )}
      {kind === 'era' &&
        (['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            label={words[end]}
            inputMode="numeric"
            value={draft[end]}
            maxLength={4}
            onChange={(event) => set({ [end]: event.currentTarget.value })}
          />
        ))}
    </div>
  );
}

interface OneOfProps<T extends string | number> {
  readonly legend: string;
  readonly hint?: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  /** Absent: nothing is chosen, and nothing need be. */
  readonly value: T | undefined;
  readonly onChoose: (value: T) => void;
}

function OneOf<T extends string | number>({ legend, hint, choices, value, onChoose }: OneOfProps<T>) {
  const name = useId();
  return (
    <fieldset className="one-of">
      <legend>
        {legend} {hint && <span className="hint">{hint}</span>}
      </legend>
      <div className="one-of-choices" data-many={choices.length > 6}>
        {choices.map((choice) => (
          <label key={choice.value} className="one-of-choice">
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function knownOf(kind: Kind, library: readonly LibraryTrack[]): readonly string[] {
  const names = library.flatMap((track): readonly string[] => {
    if (kind === 'song') return [track.title];
    if (kind === 'artist') return track.artist === undefined ? [] : [track.artist];
    return kind === 'genre' ? (track.genres ?? []) : [];
  });
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}
