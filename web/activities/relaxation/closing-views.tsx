import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { BODY, type Body } from './events.ts';
import type { RelaxationWords } from './words.ts';

/** A heading that is read first when it takes the place of another. */
export function FirstHeading({ className, children }: { className?: string; children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={heading} tabIndex={-1} {...(className && { className })}>
      {children}
    </h1>
  );
}

interface StoppedViewProps {
  readonly said: RelaxationWords;
  readonly onGoOn: () => void;
  readonly onFinish: () => void;
}

/** Silence, and what may come next. */
export function StoppedView({ said, onGoOn, onFinish }: StoppedViewProps) {
  return (
    <div className="narrow relaxation-closing">
      <FirstHeading>{said.stopped}</FirstHeading>
      <p className="lead">{said.stoppedHint}</p>
      <div className="actions">
        <Button size="lg" onClick={onGoOn}>
          {said.goOn}
        </Button>
        <Button size="lg" variant="default" onClick={onFinish}>
          {said.finish}
        </Button>
      </div>
    </div>
  );
}

/** One question, one tap. */
export function QuestionView({ said, onAnswer }: { said: RelaxationWords; onAnswer: (body?: Body) => void }) {
  return (
    <div className="narrow relaxation-closing">
      <FirstHeading>{said.question}</FirstHeading>
      <div className="relaxation-answers">
        {BODY.map((body) => (
          <Button key={body} size="lg" variant="default" onClick={() => onAnswer(body)}>
            {said.answers[body]}
          </Button>
        ))}
      </div>
      <div className="actions">
        <Button variant="subtle" onClick={() => onAnswer()}>
          {said.pass}
        </Button>
      </div>
    </div>
  );
}

interface StayViewProps {
  readonly said: RelaxationWords;
  readonly tenser: boolean;
  readonly onEnd: () => void;
}

/** The music goes on for those who want it. */
export function StayView({ said, tenser, onEnd }: StayViewProps) {
  return (
    <div className="narrow relaxation-closing">
      <FirstHeading>{said.stay}</FirstHeading>
      <p className="lead">{said.stayHint}</p>
      {tenser && <p className="notice">{said.stayTenser}</p>}
      <div className="actions">
        <Button size="lg" onClick={onEnd}>
          {said.endMusic}
        </Button>
      </div>
    </div>
  );
}

/** It is over; what was recorded can be looked at. */
export function EndedView({ said, sessionId }: { said: RelaxationWords; sessionId: string }) {
  return (
    <div className="narrow relaxation-closing">
      <FirstHeading>{said.thanks}</FirstHeading>
      <p className="hint">{said.kept}</p>
      <div className="actions">
        <Button size="lg" component={Link} href="/">
          {said.today}
        </Button>
        <Button size="lg" variant="default" component={Link} href={`/past/${sessionId}`}>
          {said.look}
        </Button>
      </div>
    </div>
  );
}
