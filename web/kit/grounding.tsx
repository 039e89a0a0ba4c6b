import { Button } from '@mantine/core';
import { useState } from 'react';
import { GROUNDING } from '../session/words/choices.ts';
import { help } from '../app/words.ts';

/** Five things to see, four to touch, and so on: one at a time, at one's own pace. */
export function Grounding() {
  const [at, setAt] = useState(0);
  const step = GROUNDING[at];
  return (
    <section className="panel grounding" aria-labelledby="grounding-title">
      <h2 id="grounding-title">{help.grounding}</h2>
      <p className="hint">{help.groundingHint}</p>
      <div className="grounding-step" aria-live="polite">
        {step && (
          <span className="grounding-count" aria-hidden="true">
            {step.count}
          </span>
        )}
        <p className="grounding-ask">{step?.ask ?? help.groundingDone}</p>
      </div>
      <Button variant="default" onClick={() => setAt(step ? at + 1 : 0)}>
        {step ? help.next : help.restart}
      </Button>
    </section>
  );
}
