import { useState } from 'react';
import type { DoseDecision, SessionStarted } from '../../engine/index.ts';
import { accountOf } from './words/account.ts';
import { account as words } from './words/details.ts';

/** A decision laid open, for a clinician; worked out only when it is looked at. */
export function Account({ decision, start }: { decision: DoseDecision; start: SessionStarted }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="account" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.title}</summary>
      {open && <Facts decision={decision} start={start} />}
    </details>
  );
}

function Facts({ decision, start }: { decision: DoseDecision; start: SessionStarted }) {
  const { rule, facts } = accountOf(decision, start);
  return (
    <dl className="account-facts">
      {[[words.rule, rule] as const, ...facts].map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
