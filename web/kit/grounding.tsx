import { Button } from '@mantine/core';
import { useState } from 'react';
import { GROUNDING, grounding } from './words.ts';

/** Five things to see, four to touch, and so on: one at a time, at one's own pace. */
export function Grounding() {
  const [at, setAt] = useState(0);
  const step = GROUNDING[at];
  return (
    <section className="panel grounding" aria-labelledby="grounding-title">
      <h2 id="grounding-title">{grounding.title}</h2>
      <p className="hint">{grounding.hint}</p>
      <div className="grounding-step" aria-live="polite">
        {step && (
          <span className="grounding-count" aria-hidden="true">
            {step.count}
          </span>
        )}
        <p className="grounding-ask">{step?.ask ?? grounding.done}</p>
      </div>
      <Button variant="default" onClick={() => setAt(step ? at + 1 : 0)}>
        {step ? grounding.next : grounding.restart}
      </Button>
    </section>
  );
}
