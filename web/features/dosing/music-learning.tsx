import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import type { DosingRecord } from './dosing-record.ts';
import { dosing as words } from './words.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { DosingViewModel } from './dosing-view-model.ts';
import type { SessionViewModel } from '../../session/session-view-model.ts';
import { DeleteWithCare } from '../../kit/delete-with-care.tsx';
import { saveFile } from '../../kit/save-file.ts';

interface MusicLearningProps {
  readonly dosing: DosingViewModel;
  readonly record: DosingRecord;
  readonly session: SessionViewModel | undefined;
}

/** The learning policy: consent, what is kept, and every way out of it. */
export function MusicLearning({ dosing, record: { learning }, session }: MusicLearningProps) {
  const { on, state } = learning;
  const allow = (wanted: boolean): void => {
    dosing.allowLearning(wanted);
    if (!wanted) session?.stopLearning();
  };
  return (
    <section className="panel" aria-label={words.learning}>
      <Switch
        size="lg"
        label={words.learning}
        aria-describedby="music-learning-what"
        checked={on}
        onChange={(event) => allow(event.currentTarget.checked)}
      />
      <ul className="points" id="music-learning-what">
        {words.what.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {(on || state) && <p role="status">{words.learned(state?.sessions ?? 0, state?.observations ?? 0)}</p>}
      {session && on && <StopNow session={session} />}
      {state && <Kept dosing={dosing} />}
    </section>
  );
}

/** The kill switch, while a session is led by what was learned. */
function StopNow({ session }: { session: SessionViewModel }) {
  const [stopped, setStopped] = useState(false);
  const { stage, start } = useBehavior(session.state$);
  if (stage === 'ended' || !start?.learned) return null;
  if (stopped) return <p role="status">{words.stopped}</p>;
  return (
    <Button
      variant="default"
      onClick={() => {
        session.stopLearning();
        setStopped(true);
      }}
    >
      {words.stop}
    </Button>
  );
}

function Kept({ dosing }: { dosing: DosingViewModel }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <details className="details" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.read}</summary>
        {open && (
          <pre className="learned-state" tabIndex={0}>
            {dosing.exported()}
          </pre>
        )}
      </details>
      <div className="actions">
        <Button
          variant="default"
          onClick={() => saveFile('attune-learned-policy.json', dosing.exported(), 'application/json')}
        >
          {words.export}
        </Button>
        <DeleteWithCare words={words} onDelete={() => dosing.forget()} />
      </div>
    </>
  );
}
