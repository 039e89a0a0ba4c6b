import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import './journal.css';
import type { JournalViewModel } from './journal-view-model.ts';
import { key } from './key-words.ts';
import { OpenVault } from './open-vault.tsx';
import { after as words } from './words.ts';
import { WritingPage } from './writing-page.tsx';

/** "What came up?", straight into the journal; the session's log has nothing of it. */
export function AfterSession({ journal }: { journal: JournalViewModel }) {
  const state = useBehavior(journal.vault.state$);
  const rehearseFirst = useBehavior(journal.rehearseFirst$);
  // What is under way is not interrupted by becoming the fourth.
  const [asked] = useState(rehearseFirst);
  const isOpen = state === 'open' || state === 'none';
  return (
    <section className="panel" aria-labelledby="came-up-title">
      <h2 id="came-up-title">{words.title}</h2>
      {state === 'locked' && <OpenVault vault={journal.vault} />}
      {state === 'unavailable' && <Unread state="unavailable" />}
      {isOpen && (asked && rehearseFirst ? <ToRehearsal /> : <OneSentence journal={journal} />)}
    </section>
  );
}

const ToRehearsal = () => (
  <>
    <p className="hint">{key.first.lead}</p>
    <div className="actions">
      <Button variant="default" component={Link} href="/write/journal/new">
        {key.first.title}
      </Button>
    </div>
  </>
);

function OneSentence({ journal }: { journal: JournalViewModel }) {
  // One sentence is a whole entry: nothing waits to be finished.
  const [editor] = useState(() => journal.write('whole'));
  useEffect(() => editor.follow(), [editor]);
  return (
    <>
      <p className="hint">{words.hint}</p>
      <WritingPage editor={editor} rows={3} />
    </>
  );
}
