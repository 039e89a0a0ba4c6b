import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { RouteParams } from '../../session/feature.ts';
import { EntryForm } from './entry-form.tsx';
import { KINDS, type Kind, type TriggerEntry } from './entry.ts';
import './triggers.css';
import { isSaid, type TriggersViewModel } from './triggers-view-model.ts';
import { words } from './words.ts';

interface PartScreenProps {
  readonly triggers: TriggersViewModel;
  readonly params: RouteParams;
}

/** One part: what is asked, what was named so far, and the way on. */
export function PartScreen({ triggers, params }: PartScreenProps) {
  const kind = KINDS.find((one) => one === params['kind']) ?? 'song';
  return <Part key={kind} triggers={triggers} kind={kind} />;
}

function Part({ triggers, kind }: { readonly triggers: TriggersViewModel; readonly kind: Kind }) {
  const said = useBehavior(triggers.said$);
  const [, go] = useLocation();
  const [changed, setChanged] = useState<TriggerEntry>();
  const { question, hint } = words.kinds[kind];
  const at = KINDS.indexOf(kind);
  const next = KINDS[at + 1];
  const entries = isSaid(said) ? said.entries.filter((one) => one.kind === kind) : [];
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{question}</h1>
      <p className="hint">
        {words.part(at + 1, KINDS.length)}. {hint}
      </p>
      {!isSaid(said) && <Unread state={said.state} />}
      {isSaid(said) && <Suggested {...{ kind, triggers }} />}
      {isSaid(said) && (
        <EntryForm
          key={changed?.id ?? `${kind} ${entries.length}`}
          {...{ kind, triggers }}
          {...(changed && { entry: changed })}
          onDone={() => setChanged(undefined)}
        />
      )}
      {entries.length > 0 && (
        <section className="panel" aria-labelledby="here-title">
          <h2 id="here-title">{words.here}</h2>
          <ul className="lines">
            {entries.map((entry) => (
              <Named key={entry.id} {...{ entry, triggers }} onChange={() => setChanged(entry)} />
            ))}
          </ul>
        </section>
      )}
      <div className="actions">
        <Button
          size="lg"
          variant="default"
          onClick={() => {
            void triggers.setDone(kind, true).catch(() => undefined);
            go(next ? `/triggers/${next}` : '/triggers/never');
          }}
        >
          {next ? words.next(words.kinds[next].title) : words.toList}
        </Button>
        <Button size="lg" variant="subtle" component={Link} href="/triggers">
          {words.overview}
        </Button>
      </div>
    </div>
  );
}

/** What was marked in the journal: a press puts it on the list as it is; the rest may be said later. */
function Suggested({ kind, triggers }: { readonly kind: Kind; readonly triggers: TriggersViewModel }) {
  const suggested = useBehavior(triggers.suggested$).filter((one) => one.kind === kind);
  if (suggested.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="suggested-title">
      <h2 id="suggested-title">{words.suggested}</h2>
      <p className="hint">{words.suggestedHint}</p>
      <ul className="lines">
        {suggested.map(({ name }) => (
          <li key={name} className="line">
            <p className="line-name">{name}</p>
            <div className="actions">
              <Button
                variant="default"
                aria-label={words.addThis(name)}
                onClick={() => void triggers.add({ kind, name })}
              >
                {words.add}
              </Button>
              <Button
                variant="subtle"
                aria-label={words.passThis(name)}
                onClick={() => void triggers.passOver({ kind, name }).catch(() => undefined)}
              >
                {words.pass}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NamedProps {
  readonly entry: TriggerEntry;
  readonly triggers: TriggersViewModel;
  readonly onChange: () => void;
}

function Named({ entry, triggers, onChange }: NamedProps) {
  return (
    <li className="line">
      <div>
        <p className="line-name">{nameText(entry)}</p>
        <p className="hint">{saidText(entry)}</p>
      </div>
      <div className="actions">
        <Button variant="subtle" aria-label={words.changeThis(entry.name)} onClick={onChange}>
          {words.changeShort}
        </Button>
        <Button
          variant="subtle"
          aria-label={words.remove(entry.name)}
          onClick={() => void triggers.remove(entry)}
        >
          {words.removeShort}
        </Button>
      </div>
    </li>
  );
}

/** "Nightcall, Kavinsky"; "Clubs, 1998–2004". */
export function nameText({ name, artist, years }: TriggerEntry): string {
  const span = years && (years[0] === years[1] ? String(years[0]) : `${years[0]}–${years[1]}`);
  return [name, artist, span === name ? undefined : span].filter((part) => part !== undefined).join(', ');
}

/** What was said of it beside its name; empty: nothing. */
export const saidText = ({ strength, memory }: TriggerEntry): string =>
  [
    ...(strength === undefined ? [] : [words.strengthText(strength)]),
    ...(memory ? [words.memories[memory]] : []),
  ].join(' · ');
