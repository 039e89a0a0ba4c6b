import { Button, Switch } from '@mantine/core';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { LeftOutRules } from '../../session/left-out-music.ts';
import { isMusic, isNever, isProposed, MUSIC_KINDS, type MusicKind, type TriggerEntry } from './entry.ts';
import { caughtBy, changesIn } from './never-play.ts';
import { nameText, saidText } from './part-screen.tsx';
import { printSheet, Sheet } from './sheet.tsx';
import './triggers.css';
import { isSaid, type Said, type TriggersViewModel } from './triggers-view-model.ts';
import { words } from './words.ts';

const { never } = words;

/** What would never play, before it takes effect; to be changed, put in force, taken back and printed. */
export function NeverScreen({ triggers }: { readonly triggers: TriggersViewModel }) {
  const said = useBehavior(triggers.said$);
  const rules = useBehavior(triggers.leftOut.rules$);
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{never.title}</h1>
      {!isSaid(said) && <Unread state={said.state} />}
      {isSaid(said) && !rules && <Unread state="waiting" />}
      {isSaid(said) && rules && <List {...{ triggers, said, rules }} />}
      <div className="actions">
        <Button variant="subtle" component={Link} href="/triggers">
          {words.overview}
        </Button>
      </div>
    </div>
  );
}

interface ListProps {
  readonly triggers: TriggersViewModel;
  readonly said: Said;
  readonly rules: LeftOutRules;
}

function List({ triggers, said: { entries }, rules }: ListProps) {
  const music = entries.filter(isMusic);
  const kinds = MUSIC_KINDS.filter((kind) => music.some((one) => one.kind === kind));
  return (
    <>
      {music.length === 0 ? (
        <p className="notice">{never.empty}</p>
      ) : (
        <p className="lead">{entries.some(({ inForce }) => inForce) ? never.leadInForce : never.lead}</p>
      )}
      {kinds.map((kind) => (
        <KindList key={kind} {...{ triggers, kind }} entries={music.filter((one) => one.kind === kind)} />
      ))}
      <section className="panel">
        <Switch
          size="lg"
          label={never.early}
          description={never.earlyHint}
          checked={rules.earlyRecovery}
          onChange={(event) => void triggers.setEarlyRecovery(event.currentTarget.checked)}
        />
      </section>
      <Already {...{ rules, entries }} />
      <InForce {...{ triggers, entries }} />
      {entries.length > 0 && (
        <div className="print-way">
          <Button variant="default" onClick={printSheet}>
            {never.print}
          </Button>
          <p className="hint">{never.printHint}</p>
        </div>
      )}
      <Sheet entries={entries} />
    </>
  );
}

interface KindListProps {
  readonly triggers: TriggersViewModel;
  readonly kind: MusicKind;
  readonly entries: readonly TriggerEntry[];
}

const KindList = ({ triggers, kind, entries }: KindListProps) => (
  <section className="panel" aria-labelledby={`never-${kind}`}>
    <h2 id={`never-${kind}`}>{words.kinds[kind].title}</h2>
    <ul className="lines never-lines">
      {entries.map((entry) => (
        <NeverLine key={entry.id} {...{ triggers, entry }} />
      ))}
    </ul>
  </section>
);

function NeverLine({
  triggers,
  entry,
}: {
  readonly triggers: TriggersViewModel;
  readonly entry: TriggerEntry;
}) {
  const library = useBehavior(triggers.leftOut.library$);
  const id = useId();
  const caught = caughtBy(entry, library).length;
  const notes = [saidText(entry), ...(entry.inForce && isNever(entry) ? [never.inForce] : [])].filter(
    (note) => note !== '',
  );
  return (
    <li className="never-line" data-never={isNever(entry)}>
      <label className="never-choice">
        <input
          type="checkbox"
          checked={isNever(entry)}
          aria-describedby={id}
          onChange={(event) => void triggers.setNever(entry, event.currentTarget.checked)}
        />
        <span className="line-name">{nameText(entry)}</span>
      </label>
      <p className="hint" id={id}>
        {notes.length > 0 && `${notes.join(' · ')}. `}
        {isNever(entry) && (caught > 0 ? never.catches(caught) : never.catchesNone)}
        {!isProposed(entry) && !isNever(entry) && (entry.memory === 'before' ? never.before : never.weak)}
      </p>
    </li>
  );
}

/** What is left out by other words of the person than this list. */
function Already({ rules, entries }: Pick<ListProps, 'rules'> & Pick<Said, 'entries'>) {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  const { artists, genres } = rules.triggerTags;
  const others = [...artists, ...genres, ...(rules.songs ?? []).map(({ title }) => title)].filter(
    (name) => !names.has(name.toLowerCase()),
  );
  if (others.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="already-title">
      <h2 id="already-title">{never.already}</h2>
      <p className="hint">
        {never.alreadyHint} <Link href="/music">{never.toMusic}</Link>
      </p>
      <p>{others.join(' · ')}</p>
    </section>
  );
}

function InForce({ triggers, entries }: Pick<ListProps, 'triggers'> & Pick<Said, 'entries'>) {
  const undo = useBehavior(triggers.undo$);
  const [told, setTold] = useState('');
  const { added, allowed } = changesIn(entries);
  const changes = [
    ...(added.length > 0 ? [never.added(added.length)] : []),
    ...(allowed.length > 0 ? [never.allowed(allowed.length)] : []),
  ];
  const tell = (work: Promise<void>, text: string): void =>
    void work.then(
      () => setTold(text),
      () => setTold(words.notKept),
    );
  if (entries.filter(isMusic).length === 0) return null;
  return (
    <div className="in-force">
      <p data-testid="never-changes">{changes.length > 0 ? changes.join(' ') : never.unchanged}</p>
      <div className="actions">
        <Button
          size="lg"
          disabled={changes.length === 0}
          onClick={() => tell(triggers.apply(), never.applied)}
        >
          {never.apply}
        </Button>
        {undo && (
          <Button size="lg" variant="default" onClick={() => tell(triggers.undo(), never.undone)}>
            {never.undo}
          </Button>
        )}
      </div>
      <p role="status">{told}</p>
    </div>
  );
}
