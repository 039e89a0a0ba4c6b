import { useCallback, useState } from 'react';
import type { ArousalEstimated, DoseDecision, ExclusionReason, SessionStarted } from '../../engine/index.ts';
import type { SessionPicture } from './session-picture.ts';
import { titleOf } from './words/announcements.ts';
import { details as words } from './words/details.ts';
import { arousalReasons, exclusionReasons, whyText, withheldReasons } from './words/reasons.ts';
import { minutes } from './words/session-line.ts';
import { useBehavior } from '../kit/use-behavior.ts';
import type { SessionViewModel } from './session-view-model.ts';
import { ArousalChart } from './charts.tsx';
import { DecisionOdds } from './decision-odds.tsx';
import { Account } from './decision-account.tsx';
import { ModuleStrip } from './module-strip.tsx';
import { Slot } from './slot.tsx';
import type { FilledSlots } from './slots.ts';

interface DetailsProps {
  readonly session: SessionViewModel;
  /** What features add. */
  readonly parts: FilledSlots['details'];
}

/** For those who want to see what the music goes by. Drawn only while open. */
export function SessionDetails({ session, parts }: DetailsProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className="details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.title}</summary>
      {open && <Details session={session} parts={parts} />}
    </details>
  );
}

function Details({ session, parts }: DetailsProps) {
  const { arousal, correctedShare, decisions, start } = useBehavior(session.state$);
  const { picture, drawn$ } = session;
  const span = useCallback(
    () => ({ fromMs: picture.startMs, toMs: Math.max(picture.endMs, picture.startMs + 60_000) }),
    [picture],
  );
  return (
    <div className="details-body">
      <section>
        <h3>{words.arousal}</h3>
        <Arousal arousal={arousal} />
        <ArousalChart picture={picture} drawn$={drawn$} span={span} height={150} />
        <p className="hint">{words.legend}</p>
        <ModuleStrip picture={picture} toMs={span().toMs} />
      </section>
      <Slot parts={parts} session={session} />
      <section>
        <h3>{words.signal}</h3>
        <dl className="facts">
          <dt>{words.corrected}</dt>
          <dd>{correctedShare === undefined ? words.unknown : `${Math.round(100 * correctedShare)} %`}</dd>
          <dt>{words.rr}</dt>
          <dd className="figures">{lastRr(picture.heart)}</dd>
        </dl>
      </section>
      <section>
        <h3>{words.decisions}</h3>
        <ol className="decisions">
          {decisions.map((decision) => (
            <Decision key={decision.atMs} decision={decision} picture={picture} start={start} />
          ))}
        </ol>
      </section>
    </div>
  );
}

function Arousal({ arousal }: { arousal: ArousalEstimated | undefined }) {
  if (!arousal) return <p>{words.noEstimate}</p>;
  if ('withheld' in arousal) return <p>{`${words.withheld} ${withheldReasons[arousal.withheld]}`}</p>;
  const { value, sd, quality, reasons } = arousal;
  return (
    <>
      <p className="figures">
        {words.estimate(Math.round(100 * value), Math.round(100 * sd), Math.round(100 * quality))}
      </p>
      <ul className="reasons">
        {reasons.map((reason) => (
          <li key={reason}>{arousalReasons[reason]}</li>
        ))}
      </ul>
    </>
  );
}

interface DecisionProps {
  readonly decision: DoseDecision;
  readonly picture: SessionPicture;
  readonly start: SessionStarted | undefined;
}

function Decision({ decision, picture, start }: DecisionProps) {
  const { startMs, ownTitles } = picture;
  const left = weighty(decision.excluded);
  return (
    <li>
      <p>
        <span className="figures">{minutes((decision.atMs - startMs) / 1000)}</span>{' '}
        <strong>{titleOf(decision.module, ownTitles)}</strong>. {whyText(decision)}
      </p>
      <DecisionOdds decision={decision} ownTitles={ownTitles} />
      {left.length > 0 && (
        <p className="hint">
          {words.leftOut}{' '}
          {left.map(([id, why]) => `${titleOf(id, ownTitles)} (${exclusionReasons[why]})`).join(', ')}.
        </p>
      )}
      {start && <Account decision={decision} start={start} />}
    </li>
  );
}

/** Music that merely does not fit is in the full account; what a person or their safety ruled out is said here. */
const FITTING: readonly ExclusionReason[] = ['other-family', 'other-level', 'just-heard'];

const weighty = (excluded: DoseDecision['excluded']) =>
  Object.entries(excluded).filter(([, why]) => !FITTING.includes(why));

function lastRr({ beats }: SessionPicture['heart']): string {
  const rrs = beats.slice(-5).map(({ rrMs }) => Math.round(rrMs));
  return rrs.length === 0 ? words.unknown : `${rrs.join(', ')} ms`;
}
