import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { FirstHeading } from '../../kit/first-heading.tsx';
import { spoken } from '../../kit/language.ts';
import { always } from '../../kit/words.ts';
import type { SessionState } from '../session-state.ts';
import { EndedLinks } from '../ended-links.tsx';
import { haltCauses } from '../words/reasons.ts';
import type { Closing } from './script.ts';
import { TapScale } from './tap-scale.tsx';
import { words } from './words.ts';

interface StoppedViewProps {
  readonly cause: SessionState['halt'];
  readonly onGoOn: () => void;
  readonly onFinish: () => void;
}

/** Silence, why, and what may come next. */
export function StoppedView({ cause, onGoOn, onFinish }: StoppedViewProps) {
  const own = cause === undefined || cause === 'stop-pressed';
  return (
    <div className="narrow closing">
      <FirstHeading>{own ? words.stopped : haltCauses[cause].title}</FirstHeading>
      <p className="lead">{own ? words.stoppedHint : haltCauses[cause].body}</p>
      {cause === 'distress' && (
        <Button className="help-button" size="lg" component={Link} href="/help">
          {always.help}
        </Button>
      )}
      <div className="actions">
        <Button size="lg" onClick={onGoOn}>
          {words.goOn}
        </Button>
        <Button size="lg" variant="default" onClick={onFinish}>
          {words.finish}
        </Button>
      </div>
    </div>
  );
}

interface QuestionViewProps {
  readonly closing: Closing;
  /** @param said absent: passed over */
  readonly onAnswer: (said?: string | number) => void;
  readonly children?: ReactNode;
}

/** One question, one tap. */
export function QuestionView({ closing, onAnswer, children }: QuestionViewProps) {
  return (
    <div className="narrow closing">
      <FirstHeading>{spoken(closing.title)}</FirstHeading>
      {children}
      {closing.asks === 'craving' ? (
        <TapScale onRate={onAnswer} />
      ) : (
        <div className="script-answers">
          {closing.answers.map(({ id, text }) => (
            <Button key={id} size="lg" variant="default" onClick={() => onAnswer(id)}>
              {spoken(text)}
            </Button>
          ))}
        </div>
      )}
      <div className="actions">
        <Button variant="subtle" onClick={() => onAnswer()}>
          {words.pass}
        </Button>
      </div>
    </div>
  );
}

interface StayViewProps {
  readonly hard: boolean;
  readonly onEnd: () => void;
  readonly children?: ReactNode;
}

/** The music goes on for those who want it. */
export function StayView({ hard, onEnd, children }: StayViewProps) {
  return (
    <div className="narrow closing">
      <FirstHeading>{words.stay}</FirstHeading>
      <p className="lead">{words.stayHint}</p>
      {children}
      {hard && <p className="notice">{words.stayHard}</p>}
      <div className="actions">
        <Button size="lg" onClick={onEnd}>
          {words.endMusic}
        </Button>
      </div>
    </div>
  );
}

/** It is over; what was recorded can be looked at. */
export function EndedView({ sessionId }: { readonly sessionId: string }) {
  return (
    <div className="narrow closing">
      <FirstHeading>{words.thanks}</FirstHeading>
      <p className="hint">{words.kept}</p>
      <EndedLinks sessionId={sessionId} />
    </div>
  );
}
