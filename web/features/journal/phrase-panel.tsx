import { Button } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { Clock } from '../../../devices/index.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { Vault } from '../../storage/vault/index.ts';
import { key } from './key-words.ts';
import { PaperField } from './open-vault.tsx';
import { placesToRehearse, wrongPlaces } from './rehearsal.ts';

const words = key.words;

interface PhraseProps {
  readonly vault: Vault;
  readonly clock: Clock;
}

/** Twelve words to be written down, and three of them typed back: a recovery that was tried works. */
export function PhrasePanel({ vault, clock }: PhraseProps) {
  const care = useBehavior(vault.care$);
  const [phrase, setPhrase] = useState<readonly string[]>();
  const [step, setStep] = useState<'closed' | 'shown' | 'asked'>('closed');
  const show = (next: 'shown' | 'asked') => async () => {
    setPhrase(await vault.phrase());
    setStep(next);
  };
  return (
    <section className="panel" aria-labelledby="phrase-title">
      <h2 id="phrase-title">{words.title}</h2>
      <p>{words.lead}</p>
      {step === 'shown' && phrase && <PhraseWords phrase={phrase} />}
      {step === 'asked' && phrase ? (
        <Rehearsal
          phrase={phrase}
          onShow={() => setStep('shown')}
          onRight={() => {
            setStep('closed');
            void vault.remember({ rehearsedAtMs: clock() });
          }}
        />
      ) : (
        <div className="actions">
          {step === 'shown' ? (
            <Button variant="subtle" onClick={() => setStep('closed')}>
              {words.hide}
            </Button>
          ) : (
            <Button variant="default" onClick={() => void show('shown')()}>
              {words.show}
            </Button>
          )}
          <Button variant={step === 'shown' ? 'filled' : 'subtle'} onClick={() => void show('asked')()}>
            {words.rehearse}
          </Button>
        </div>
      )}
      <p className="hint" role="status">
        {care.rehearsedAtMs === undefined ? words.never : words.rehearsed(care.rehearsedAtMs)}
      </p>
    </section>
  );
}

const PhraseWords = ({ phrase }: { phrase: readonly string[] }) => (
  <>
    <ol className="phrase" lang="en" translate="no">
      {phrase.map((word, i) => (
        <li key={i}>{word}</li>
      ))}
    </ol>
    <p className="hint">{words.english}</p>
  </>
);

interface RehearsalProps {
  readonly phrase: readonly string[];
  readonly onShow: () => void;
  readonly onRight: () => void;
}

function Rehearsal({ phrase, onShow, onRight }: RehearsalProps) {
  const [places] = useState(() => placesToRehearse(phrase.length, Math.random));
  const [typed, setTyped] = useState<readonly string[]>(['', '', '']);
  const [wrong, setWrong] = useState(false);
  const check = (event: SyntheticEvent): void => {
    event.preventDefault();
    const isRight = wrongPlaces(phrase, places, typed).length === 0;
    setWrong(!isRight);
    if (isRight) onRight();
  };
  return (
    <form className="key-form" onSubmit={check}>
      <p>{words.ask}</p>
      <div className="rehearsal">
        {places.map((place, i) => (
          <PaperField
            key={place}
            label={words.word(place + 1)}
            value={typed[i]!}
            onChange={(said) => setTyped(typed.map((one, at) => (at === i ? said : one)))}
          />
        ))}
      </div>
      <div className="actions">
        <Button type="submit">{words.check}</Button>
        <Button variant="subtle" onClick={onShow}>
          {words.show}
        </Button>
      </div>
      <p role="alert">{wrong && words.wrong}</p>
    </form>
  );
}

interface RehearseFirstProps extends PhraseProps {
  /** What was written on the loose leaf so far. */
  readonly loose: string;
  readonly onLoose: (text: string) => void;
}

/** In place of the page for the fifth entry: why, what it takes, and a leaf for words that cannot wait. */
export function RehearseFirst({ vault, clock, loose, onLoose }: RehearseFirstProps) {
  const [open, setOpen] = useState(loose !== '');
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{key.first.title}</h1>
      <p className="lead">{key.first.lead}</p>
      {open && (
        <div className="writing">
          <textarea
            className="writing-text"
            aria-label={key.first.leaf}
            aria-describedby="loose-leaf"
            rows={8}
            value={loose}
            autoComplete="off"
            onChange={(event) => onLoose(event.target.value)}
          />
          <p className="hint writing-kept" id="loose-leaf">
            {key.first.leafHint}
          </p>
        </div>
      )}
      <PhrasePanel vault={vault} clock={clock} />
      {!open && (
        <div className="actions">
          <Button variant="subtle" onClick={() => setOpen(true)}>
            {key.first.now}
          </Button>
        </div>
      )}
    </div>
  );
}
