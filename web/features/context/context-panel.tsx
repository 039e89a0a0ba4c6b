import { Switch } from '@mantine/core';
import { useState } from 'react';
import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { VaultTable } from '../../storage/vault/index.ts';
import { CONTEXT_IDS, CONTEXT_ROW, contextIn, type ContextId, type ContextRow } from './context.ts';
import './context.css';
import { context as words, contexts } from './words.ts';

/** A short list to switch on once; nothing is asked again. */
export function ContextPanel({ table }: { table: VaultTable<ContextRow> }) {
  const rows = useBehavior(table.rows$);
  const [failed, setFailed] = useState(false);
  /** Said since the page was opened: a second press need not wait for the first to be read back. */
  const [said, setSaid] = useState<readonly ContextId[]>();
  if ('state' in rows) return <Unread state={rows.state} />;
  const on = said ?? contextIn(rows);
  const toggle = (id: ContextId): void => {
    const next = CONTEXT_IDS.filter((one) => (one === id ? !on.includes(id) : on.includes(one)));
    setSaid(next);
    table.put({ id: CONTEXT_ROW, on: next }).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <section className="panel" aria-labelledby="context-title">
      <h2 id="context-title">{words.title}</h2>
      <p className="hint">{words.lead}</p>
      <div className="context-list">
        {CONTEXT_IDS.map((id) => (
          <Switch
            key={id}
            size="md"
            label={contexts[id]}
            checked={on.includes(id)}
            onChange={() => toggle(id)}
          />
        ))}
      </div>
      <p role="alert">{failed && words.notKept}</p>
    </section>
  );
}
