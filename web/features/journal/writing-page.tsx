import { useBehavior } from '../../kit/use-behavior.ts';
import type { EntryEditor } from './entry-editor.ts';
import { page as words } from './words.ts';

/** The quiet page itself, with one line on whether what is written is kept. */
export function WritingPage({ editor, rows }: { editor: EntryEditor; rows: number }) {
  const { text } = useBehavior(editor.entry$);
  const keeping = useBehavior(editor.keeping$);
  return (
    <div className="writing">
      <textarea
        className="writing-text"
        aria-label={words.label}
        placeholder={words.placeholder}
        rows={rows}
        value={text}
        autoComplete="off"
        onChange={(event) => editor.change({ text: event.target.value })}
        onBlur={() => void editor.keepNow()}
      />
      <p
        className="hint writing-kept"
        role={keeping === 'not-kept' ? 'alert' : undefined}
        data-testid="keeping"
      >
        {words[keeping]}
      </p>
    </div>
  );
}
