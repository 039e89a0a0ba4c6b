import { Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Clock } from '../../../devices/index.ts';
import { momentText } from '../../kit/numbers.ts';
import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import { AgainCard } from './again-card.tsx';
import { beginningOf, dayOf, type Entry } from './entry.ts';
import { feelingCounts, feelingWord } from './feelings.ts';
import './journal.css';
import type { JournalViewModel } from './journal-view-model.ts';
import { OpenVault } from './open-vault.tsx';
import { searchOver } from './search-entries.ts';
import { journal as words, timesText, unreadableText } from './words.ts';
import { WritingDays } from './writing-days.tsx';

interface JournalScreenProps {
  readonly journal: JournalViewModel;
  readonly clock: Clock;
}

/** What was written, and the way to write more. */
export function JournalScreen({ journal, clock }: JournalScreenProps) {
  const entries = useBehavior(journal.entries$);
  const unreadable = useBehavior(journal.unreadable$);
  const { rehearsedAtMs } = useBehavior(journal.vault.care$);
  const locked = 'state' in entries && entries.state === 'locked';
  return (
    <div className="journal">
      <h1 tabIndex={-1}>{words.title}</h1>
      {locked ? (
        <OpenVault vault={journal.vault} />
      ) : (
        <>
          <p className="lead">{words.lead}</p>
          <div className="actions">
            <Button size="lg" component={Link} href="/write/journal/new">
              {words.write}
            </Button>
            <Button size="lg" variant="subtle" component={Link} href="/write/key">
              {words.key}
            </Button>
          </div>
          {'state' in entries && <Unread state={entries.state} />}
          {rehearsedAtMs === undefined && <p className="hint only-you">{words.onlyYou}</p>}
          {unreadable > 0 && <p className="notice">{unreadableText(unreadable)}</p>}
          <Removed journal={journal} />
          {!('state' in entries) && <Written entries={entries} journal={journal} nowMs={clock()} />}
        </>
      )}
    </div>
  );
}

function Written({
  entries,
  journal,
  nowMs,
}: {
  entries: readonly Entry[];
  journal: JournalViewModel;
  nowMs: number;
}) {
  const [again] = useBehavior(journal.again$);
  const [query, setQuery] = useState('');
  const [day, setDay] = useState<string>();
  const search = useMemo(() => searchOver(entries), [entries]);
  if (entries.length === 0) return <p className="notice">{words.empty}</p>;
  const found = query.trim() === '' ? entries : search(query);
  const shown = day === undefined ? found : found.filter((one) => dayOf(one.writtenAtMs) === day);
  return (
    <>
      {again && <AgainCard key={again.id} entry={again} journal={journal} />}
      <div className="journal-columns">
        <section className="journal-list" aria-label={words.all}>
          <TextInput
            type="search"
            // What is searched for is as private as what is found: no browser keeps it for another time.
            autoComplete="off"
            label={words.search}
            size="md"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          {shown.length === 0 && <p role="status">{words.none}</p>}
          <ul className="entries">
            {shown.map((entry) => (
              <EntryLine key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
        <div className="journal-side">
          <WritingDays entries={entries} nowMs={nowMs} day={day} onDay={setDay} />
          <FeelingsLately entries={entries} nowMs={nowMs} />
        </div>
      </div>
    </>
  );
}

const EntryLine = ({ entry }: { entry: Entry }) => (
  <li>
    <Link className="entry" href={`/write/journal/${entry.id}`}>
      <span className="entry-when">
        {momentText(entry.writtenAtMs)}
        {entry.unfinished && <span className="entry-begun"> · {words.unfinished}</span>}
      </span>
      <span className="entry-beginning">{beginningOf(entry.text)}</span>
      {entry.feelings.length > 0 && (
        <span className="entry-feelings">{entry.feelings.map(feelingWord).join(', ')}</span>
      )}
    </Link>
  </li>
);

/** What was deleted, and the way back. It stays until it is let go: nobody is hurried. */
function Removed({ journal }: { journal: JournalViewModel }) {
  const removed = useBehavior(journal.removed$);
  return (
    <div role="status">
      {removed && (
        <div className="notice notice-line">
          <span>{words.removed}</span>
          <span className="actions">
            <Button variant="default" onClick={() => void journal.undo()}>
              {words.undo}
            </Button>
            <Button variant="subtle" onClick={() => journal.letGo()}>
              {words.letGo}
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}

const LATELY_MS = 28 * 86_400_000;

/** The feelings of four weeks as they were chosen; nothing is concluded from them. */
function FeelingsLately({ entries, nowMs }: { entries: readonly Entry[]; nowMs: number }) {
  const counts = feelingCounts(entries, nowMs - LATELY_MS).slice(0, 8);
  const most = counts[0]?.count;
  if (most === undefined) return null;
  return (
    <section className="panel" aria-labelledby="lately-title">
      <h2 id="lately-title">{words.feelingsLately}</h2>
      <ul className="lately">
        {counts.map(({ feeling, count }) => (
          <li key={feeling}>
            <span>{feelingWord(feeling)}</span>
            <span
              className="lately-bar"
              style={{ inlineSize: `${(100 * count) / most}%` }}
              aria-hidden="true"
            />
            <span className="hint figures">{timesText(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
