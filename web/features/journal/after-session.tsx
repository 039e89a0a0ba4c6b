import { useEffect, useState } from 'react';
import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { EntryEditor } from './entry-editor.ts';
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
  const [editor, setEditor] = useState<EntryEditor>();
  useEffect(() => {
    // One sentence is a whole entry: nothing waits to be finished.
    const opened = journal.write('whole');
    setEditor(opened);
    return () => opened.close();
  }, [journal]);
  return (
    <>
      <p className="hint">{words.hint}</p>
      {editor && <WritingPage editor={editor} rows={3} />}
    </>
  );
}
