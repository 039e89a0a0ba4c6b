import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Entry } from './entry.ts';
import { HeavyScale } from './heavy-scale.tsx';
import type { JournalViewModel } from './journal-view-model.ts';
import { again as words } from './words.ts';

/** So far apart, in points of 100, two answers are called different; our own choice, coarse on purpose. */
const DIFFERENT = 10;

/** Something written two weeks ago or more, looked at once more. What was answered then is hidden until now is said. */
export function AgainCard({ entry, journal }: { entry: Entry; journal: JournalViewModel }) {
  const [step, setStep] = useState<'asked' | 'shown' | 'away'>('asked');
  const [heavy, setHeavy] = useState<number>();
  const [answered, setAnswered] = useState<number>();
  if (step === 'away') return null;
  const before = entry.weighed.at(-1)!.heavy;
  return (
    <section className="panel again" aria-labelledby="again-title">
      <h2 id="again-title">{words.title}</h2>
      <p>{words.wrote(entry.writtenAtMs)}</p>
      {step === 'asked' && <p className="hint">{words.lead}</p>}
      {step === 'shown' && <blockquote className="again-text">{entry.text}</blockquote>}
      {step === 'shown' && answered === undefined && (
        <HeavyScale label={words.question} value={heavy} onChange={setHeavy} />
      )}
      {answered !== undefined && (
        <p role="status">
          {words.before(before, answered)} {words[compared(before, answered)]}
        </p>
      )}
      <div className="actions">
        {step === 'asked' && <Button onClick={() => setStep('shown')}>{words.show}</Button>}
        {step === 'shown' && answered === undefined && (
          <Button disabled={heavy === undefined} onClick={() => setAnswered(heavy)}>
            {words.answer}
          </Button>
        )}
        {answered === undefined ? (
          <>
            <Button variant="subtle" onClick={() => setStep('away')}>
              {words.notNow}
            </Button>
            <Button variant="subtle" onClick={() => void journal.layToRest(entry)}>
              {words.rest}
            </Button>
          </>
        ) : (
          <Button onClick={() => void journal.weigh(entry, answered)}>{words.close}</Button>
        )}
      </div>
    </section>
  );
}

const compared = (before: number, now: number): 'lighter' | 'same' | 'heavier' => {
  if (Math.abs(now - before) < DIFFERENT) return 'same';
  return now < before ? 'lighter' : 'heavier';
};
