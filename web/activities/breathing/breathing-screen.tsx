import { Button, Chip } from '@mantine/core';
import { useCallback } from 'react';
import { FirstHeading } from '../../kit/first-heading.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import { BreathCircle } from '../../session/breath-circle.tsx';
import { BreathPanel } from '../../session/breath-panel.tsx';
import { HeartChart } from '../../session/charts.tsx';
import { EndedLinks } from '../../session/ended-links.tsx';
import type { ActivitySession } from '../activity.ts';
import './breathing.css';
import type { BreathingModel, Practice } from './breathing-view-model.ts';
import { LENGTHS } from './events.ts';
import { words } from './words.ts';

interface BreathingScreenProps {
  readonly model: BreathingModel;
}

type Session = ActivitySession;

/** The breath, what the heart makes of it, and the way out at any time. */
export function BreathingScreen({ model }: BreathingScreenProps) {
  const practice = useBehavior(model.practice$);
  const session = useBehavior(model.session$);
  if (!practice || !session) return null;
  return <At {...{ model, practice, session }} />;
}

interface AtProps extends BreathingScreenProps {
  readonly practice: Practice;
  readonly session: Session;
}

function At({ model, practice, session }: AtProps) {
  const { stage } = useBehavior(session.state$);
  if (stage === 'ended') return <Ended sessionId={session.id} />;
  if (stage === 'halted') return <Stopped {...{ model, session }} />;
  if (practice.at === 'done') return <Done {...{ model, practice }} />;
  return <Breathing {...{ model, practice, session }} />;
}

function Breathing({ model, practice, session }: AtProps) {
  const breath = useBehavior(session.breath$);
  const { minutes, passedMs } = practice;
  return (
    <div className="breathing">
      <FirstHeading>{words.title}</FirstHeading>
      <BreathCircle breath={breath} still={words.still} />
      <p className="hint">{words.dizzy}</p>
      <Heart {...{ practice, session }} />
      <fieldset className="breathing-lengths">
        <legend>{words.length}</legend>
        <div className="chips">
          {LENGTHS.map((length) => (
            <Chip
              key={length}
              checked={length === minutes}
              onChange={() => model.setLength(length)}
              type="radio"
            >
              {words.minutes(length)}
            </Chip>
          ))}
        </div>
      </fieldset>
      <p className="hint" data-testid="left">
        {words.left(Math.floor((minutes * 60_000 - passedMs) / 60_000))}
      </p>
      <div className="actions">
        <Button variant="default" onClick={() => session.setPacer(breath === undefined)}>
          {breath ? words.pacerOff : words.pacerOn}
        </Button>
        <Button variant="default" onClick={() => model.finish()}>
          {words.enough}
        </Button>
      </div>
      <BreathPanel guiding={model.guiding} session={session} />
    </div>
  );
}

const SHOWN_MS = 60_000;

/** The last minute of the heart as a soft line; nothing where there is no strap. */
function Heart({ practice, session }: { practice: Practice; session: Session }) {
  const heart = useBehavior(session.heart$);
  const { picture } = session;
  const span = useCallback(() => ({ fromMs: picture.endMs - SHOWN_MS, toMs: picture.endMs }), [picture]);
  if (heart.kind === 'none') return null;
  return (
    <figure className="figure breathing-heart">
      <figcaption>{words.trace}</figcaption>
      <HeartChart picture={picture} drawn$={session.drawn$} span={span} height={120} text={words.traceText} />
      <p className="hint" data-testid="swing">
        {practice.swingBpm === undefined ? words.swingUnknown : words.swing(practice.swingBpm)}
      </p>
    </figure>
  );
}

function Stopped({ model, session }: { model: BreathingModel; session: Session }) {
  return (
    <div className="narrow closing">
      <FirstHeading>{words.stopped}</FirstHeading>
      <p className="lead">{words.stoppedHint}</p>
      <div className="actions">
        <Button size="lg" onClick={() => session.resume()}>
          {words.goOn}
        </Button>
        <Button size="lg" variant="default" onClick={() => model.finish()}>
          {words.enough}
        </Button>
      </div>
    </div>
  );
}

function Done({ model, practice: { swingBpm } }: { model: BreathingModel; practice: Practice }) {
  return (
    <div className="narrow closing">
      <FirstHeading>{words.done}</FirstHeading>
      <p className="lead">{words.doneHint}</p>
      {swingBpm !== undefined && <p>{words.doneSwing(swingBpm)}</p>}
      <div className="actions">
        <Button size="lg" onClick={() => model.end()}>
          {words.endMusic}
        </Button>
        <Button size="lg" variant="default" onClick={() => model.again()}>
          {words.again}
        </Button>
      </div>
    </div>
  );
}

function Ended({ sessionId }: { sessionId: string }) {
  return (
    <div className="narrow closing">
      <FirstHeading>{words.ended}</FirstHeading>
      <EndedLinks sessionId={sessionId} />
    </div>
  );
}
