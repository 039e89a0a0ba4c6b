import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import type { QuietHours } from '../../../engine/index.ts';
import './craving.css';
import type { CravingKept } from './craving-database.ts';
import { learning as words } from './words.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { CravingViewModel } from './craving-view-model.ts';
import { HomeLink } from '../../kit/home-link.tsx';
import { Unread } from '../../kit/unread.tsx';
import type { Behavior } from '../../kit/behavior.ts';
import type { SessionViewModel } from '../../session/session-view-model.ts';
import { CravingStanding } from './craving-standing-view.tsx';
import { DeleteWithCare } from '../../kit/delete-with-care.tsx';
import { saveFile } from '../../kit/save-file.ts';

interface LearningScreenProps {
  readonly craving: CravingViewModel;
  readonly session$: Behavior<SessionViewModel | undefined>;
}

/** Craving, tier 1: consent, how far it is, and what is kept. */
export function LearningScreen({ craving, session$ }: LearningScreenProps) {
  const live = useBehavior(craving.kept$);
  const session = useBehavior(session$);
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {live.state === 'read' ? (
        <Kept craving={craving} kept={live.value} session={session} />
      ) : (
        <Unread state={live.state} />
      )}
      <div className="actions">
        <HomeLink />
      </div>
    </div>
  );
}

interface KeptProps {
  readonly craving: CravingViewModel;
  readonly kept: CravingKept;
  readonly session: SessionViewModel | undefined;
}

const Kept = ({ craving, kept, session }: KeptProps) => (
  <>
    <Consent craving={craving} kept={kept} />
    {(kept.on || kept.labels.length > 0) && <CravingStanding labels={kept.labels} session={session} />}
    <Answers craving={craving} count={kept.labels.length} />
  </>
);

function Consent({ craving, kept }: { craving: CravingViewModel; kept: CravingKept }) {
  return (
    <section className="panel" aria-label={words.title}>
      <Switch
        size="lg"
        label={words.toggle}
        aria-describedby="learning-what"
        checked={kept.on}
        onChange={(event) => void craving.allow(event.currentTarget.checked)}
      />
      <ul className="points" id="learning-what">
        {words.what.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {kept.on && <Quiet quiet={kept.quiet} onSet={(quiet) => void craving.setQuiet(quiet)} />}
      <p className="hint">{words.offHint}</p>
    </section>
  );
}

function Quiet({ quiet, onSet }: { quiet: QuietHours; onSet: (quiet: QuietHours) => void }) {
  const time = (label: string, part: keyof QuietHours) => (
    <label className="time">
      <span>{label}</span>
      <input
        type="time"
        value={clockOf(quiet[part])}
        onChange={({ currentTarget: { value } }) => {
          if (value !== '') onSet({ ...quiet, [part]: minutesOf(value) });
        }}
      />
    </label>
  );
  return (
    <fieldset className="quiet">
      <legend>{words.quiet}</legend>
      {time(words.quietFrom, 'fromMin')}
      {time(words.quietTo, 'toMin')}
    </fieldset>
  );
}

/** What is kept: take it along, or delete it. */
function Answers({ craving, count }: { craving: CravingViewModel; count: number }) {
  const [deleted, setDeleted] = useState(false);
  return (
    <>
      {count > 0 && (
        <section className="panel" aria-labelledby="answers-title">
          <h2 id="answers-title">{words.yours}</h2>
          <div className="actions">
            <Button
              variant="default"
              onClick={() => saveFile('attune-answers.json', craving.exported(), 'application/json')}
            >
              {words.export}
            </Button>
            <DeleteWithCare
              words={words}
              onDelete={() => void craving.removeAll().then(() => setDeleted(true))}
            />
          </div>
        </section>
      )}
      <p role="status">{deleted && count === 0 && words.deleted}</p>
    </>
  );
}

const two = (value: number): string => String(value).padStart(2, '0');
const clockOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** @param clock  `HH:MM`, as a time field has it */
function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number];
  return 60 * hours + minutes;
}
