import { Suspense, useState } from 'react';
import { laboratory as words } from './words.ts';
import { lazily } from '../../kit/lazily.tsx';
import { part } from '../../kit/part.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { SourceViewModel } from './source-view-model.ts';

/** Where the faults of a strap are tried out; its switches come when somebody looks. */
export function Laboratory({ source }: { source: SourceViewModel }) {
  const on = useBehavior(source.faults$);
  const [open, setOpen] = useState(false);
  const [Faults] = useState(() =>
    lazily(part(() => import('./faults.tsx').then((came) => came.Faults), { source })),
  );
  return (
    <details className="laboratory" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words.title}
        {on.size > 0 && ` (${on.size})`}
      </summary>
      <p className="hint">{words.lead}</p>
      <Suspense fallback={null}>{open && <Faults />}</Suspense>
    </details>
  );
}
