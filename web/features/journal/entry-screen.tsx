import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Clock } from '../../../devices/index.ts';
import { useLeaving } from '../../kit/leaving.ts';
import { momentText } from '../../kit/numbers.ts';
import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { RouteParams } from '../../session/feature.ts';
import type { EntryEditor } from './entry-editor.ts';
import { FeelingWheel } from './feeling-wheel.tsx';
import { feelingWord } from './feelings.ts';
import { HeavyScale } from './heavy-scale.tsx';
import './journal.css';
import type { JournalViewModel } from './journal-view-model.ts';
import { MarkWords } from './mark-words.tsx';
import { OpenVault } from './open-vault.tsx';
import { RehearseFirst } from './phrase-panel.tsx';
import { journal as listWords, page as words, PROMPTS } from './words.ts';
import { WritingPage } from './writing-page.tsx';

interface EntryScreenProps {
  readonly journal: JournalViewModel;
  readonly clock: Clock;
  readonly params: RouteParams;
}

/** A page to write on: new, or one that is there. */
export function EntryScreen({ journal, clock, params: { id = 'new' } }: EntryScreenProps) {
  const state = useBehavior(journal.vault.state$);
  const entries = useBehavior(journal.entries$);
  if (state === 'locked')
    return (
      <div className="narrow">
        <h1 tabIndex={-1}>{listWords.title}</h1>
        <OpenVault vault={journal.vault} />
      </div>
    );
  if ('state' in entries) return <Unread state={entries.state} />;
  return id === 'new' ? (
    <NewEntry journal={journal} clock={clock} />
  ) : (
    <Editing key={id} id={id} journal={journal} />
  );
}

/**
 * Before the fifth, the words are rehearsed; what is under way is not interrupted by becoming the fourth. Whoever needs
 * to write now may, on a leaf that becomes the entry once the words were right.
 */
function NewEntry({ journal, clock }: Pick<EntryScreenProps, 'journal' | 'clock'>) {
  const rehearseFirst = useBehavior(journal.rehearseFirst$);
  const [asked] = useState(rehearseFirst);
  const [loose, setLoose] = useState('');
  if (asked && rehearseFirst)
    return <RehearseFirst vault={journal.vault} clock={clock} loose={loose} onLoose={setLoose} />;
  return <Editing id="new" begunWith={loose} journal={journal} />;
}

interface EditingProps {
  readonly id: string;
  /** What stands on a new page already. */
  readonly begunWith?: string;
  readonly journal: JournalViewModel;
}

function Editing({ id, begunWith = '', journal }: EditingProps) {
  const [editor] = useState(() => (id === 'new' ? journal.write() : journal.edit(id)));
  useEffect(() => editor?.follow(), [editor]);
  useEffect(() => {
    if (begunWith !== '' && editor?.entry$.value.text === '') editor.change({ text: begunWith });
  }, [editor, begunWith]);
  if (!editor)
    return (
      <div className="narrow">
        <h1 tabIndex={-1}>{listWords.title2}</h1>
        <p className="notice">{listWords.gone}</p>
        <ToJournal />
      </div>
    );
  return <Page editor={editor} journal={journal} isNew={id === 'new'} />;
}

interface PageProps {
  readonly editor: EntryEditor;
  readonly journal: JournalViewModel;
  readonly isNew: boolean;
}

function Page({ editor, journal, isNew }: PageProps) {
  const entry = useBehavior(editor.entry$);
  const keeping = useBehavior(editor.keeping$);
  const leaving = useLeaving();
  const [prompt, setPrompt] = useState(() => entry.writtenAtMs % PROMPTS.length);
  const hasText = entry.text.trim() !== '';
  const finish = () => {
    const leave = leaving();
    return editor.finish().then(() => leave('/write/journal'));
  };
  const remove = () => {
    const leave = leaving();
    return editor
      .keepNow()
      .then(() => journal.remove(editor.entry$.value))
      .then(() => leave('/write/journal'));
  };
  return (
    <div className="entry-page">
      <h1 tabIndex={-1}>{isNew ? words.title : momentText(entry.writtenAtMs)}</h1>
      {isNew && (
        <p className="writing-prompt">
          <span>{PROMPTS[prompt]}</span>
          <Button variant="subtle" onClick={() => setPrompt((prompt + 1) % PROMPTS.length)}>
            {words.another}
          </Button>
        </p>
      )}
      <WritingPage editor={editor} rows={12} />
      <div className="actions">
        <Button size="lg" onClick={() => void finish()}>
          {words.done}
        </Button>
        {hasText && keeping !== 'not-kept' && (
          <Button variant="subtle" onClick={() => void remove()}>
            {listWords.remove}
          </Button>
        )}
      </div>
      {hasText && <Sorting editor={editor} />}
    </div>
  );
}

/** Everything that comes after the writing, and may be left. */
function Sorting({ editor }: { editor: EntryEditor }) {
  const { feelings, text, triggers, weighed, writtenAtMs } = useBehavior(editor.entry$);
  const first = weighed[0]?.heavy;
  return (
    <div className="sorting">
      <section className="wheel-part" aria-labelledby="feelings-title">
        <h2 id="feelings-title">{words.feelings}</h2>
        <FeelingWheel chosen={feelings} onChange={(chosen) => editor.change({ feelings: chosen })} />
        <p role="status">
          {feelings.length > 0
            ? `${words.feelingsChosen}: ${feelings.map(feelingWord).join(', ')}`
            : words.feelingsNone}
        </p>
        <p className="hint" id="wheel-hint">
          {words.wheelHint}
        </p>
      </section>
      <MarkWords text={text} triggers={triggers} onChange={(marked) => editor.change({ triggers: marked })} />
      {weighed.length < 2 && (
        <section className="question">
          <HeavyScale
            label={words.heavy}
            value={first}
            onChange={(heavy) => editor.change({ weighed: [{ atMs: writtenAtMs, heavy }] })}
          />
          <p className="hint">{words.heavyHint}</p>
        </section>
      )}
    </div>
  );
}

const ToJournal = () => (
  <div className="actions">
    <Button variant="default" component={Link} href="/write/journal">
      {listWords.back}
    </Button>
  </div>
);
