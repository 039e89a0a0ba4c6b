import { useEffect, useState } from 'react';
import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import './journal.css';
import type { JournalViewModel } from './journal-view-model.ts';
import { OpenVault } from './open-vault.tsx';
import { after as words } from './words.ts';
import { WritingPage } from './writing-page.tsx';

/** "What came up?", straight into the journal; the session's log has nothing of it. */
export function AfterSession({ journal }: { journal: JournalViewModel }) {
  const state = useBehavior(journal.vault.state$);
  return (
    <section className="panel" aria-labelledby="came-up-title">
      <h2 id="came-up-title">{words.title}</h2>
      {state === 'locked' && <OpenVault vault={journal.vault} />}
      {state === 'unavailable' && <Unread state="unavailable" />}
      {(state === 'open' || state === 'none') && <OneSentence journal={journal} />}
    </section>
  );
}

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
