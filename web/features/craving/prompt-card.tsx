import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { PromptReply } from '../../../engine/index.ts';
import './craving.css';
import { prompt as words, replies } from './words.ts';
import { questions } from '../../session/words/announcements.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { SessionViewModel } from '../../session/session-view-model.ts';
import { CravingScale } from '../../kit/craving-scale.tsx';

/** A question of the engine's, in the page's own flow: it covers nothing and takes no focus. */
export function PromptCard({ session }: { session: SessionViewModel }) {
  const { prompt } = useBehavior(session.state$);
  const [answered, setAnswered] = useState(false);
  const noted = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that had the focus is gone.
    if (answered) noted.current?.focus({ preventScroll: true });
  }, [answered]);
  if (!prompt)
    return answered ? (
      <p className="hint" tabIndex={-1} ref={noted}>
        {words.noted}
      </p>
    ) : null;
  const answer = (said: PromptReply): void => {
    session.answerPrompt(said);
    setAnswered(true);
  };
  return (
    <div className="panel" role="group" aria-label={words.label} data-testid="prompt">
      {prompt.question === 'how-strong' ? (
        <HowStrong key={prompt.atMs} onAnswer={answer} />
      ) : (
        <WhatIsThis onAnswer={answer} />
      )}
    </div>
  );
}

interface AnswerProps {
  readonly onAnswer: (said: PromptReply) => void;
}

function HowStrong({ onAnswer }: AnswerProps) {
  const [value, setValue] = useState<number>();
  return (
    <>
      <CravingScale label={questions['how-strong']} value={value} onRate={setValue} />
      <div className="actions">
        <Button
          variant="default"
          disabled={value === undefined}
          onClick={() => value !== undefined && onAnswer(value)}
        >
          {words.keep}
        </Button>
        <Dismiss onAnswer={onAnswer} />
      </div>
    </>
  );
}

function WhatIsThis({ onAnswer }: AnswerProps) {
  return (
    <>
      <p className="marked">{questions['what-is-this']}</p>
      <div className="steer">
        {replies.map(({ said, label }) => (
          <Button key={label} variant="default" onClick={() => onAnswer(said)}>
            {label}
          </Button>
        ))}
      </div>
      <Dismiss onAnswer={onAnswer} />
    </>
  );
}

const Dismiss = ({ onAnswer }: AnswerProps) => (
  <Button variant="subtle" onClick={() => onAnswer('dismissed')}>
    {words.dismiss}
  </Button>
);
