import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { Behavior } from '../../../kit/behavior.ts';
import { useBehavior } from '../../../kit/use-behavior.ts';
import { BackToRhythm } from '../back-to-rhythm.tsx';
import type { Claps } from '../input/claps-view-model.ts';
import type { MidiPort } from '../input/midi.ts';
import type { KeptPractice } from '../rhythm-database.ts';
import { weekText } from '../words.ts';
import { FindingView } from './finding-view.tsx';
import { ListeningPanel } from './listening-panel.tsx';
import { PARTS, TEMPO } from './plan.ts';
import { PlayView } from './play-view.tsx';
import type { PracticeViewModel } from './practice-view-model.ts';
import { practice as words } from './words.ts';
import '../rhythm.css';

interface PracticeScreenProps {
  readonly practice: PracticeViewModel;
  readonly claps: Claps;
  readonly midi: MidiPort | undefined;
  readonly hasMicrophone: boolean;
  readonly week$: Behavior<readonly KeptPractice[]>;
}

/** The rhythm practice: where it begins, while it plays, and between its parts. */
export function PracticeScreen({ practice, claps, midi, hasMicrophone, week$ }: PracticeScreenProps) {
  const state = useBehavior(practice.state$);
  const week = useBehavior(week$).length;
  useEffect(
    () => () => {
      practice.leave();
      claps.turnOff();
    },
    [practice, claps],
  );
  return (
    <div className="narrow rhythm" data-stage={state.stage}>
      {state.stage === 'ready' && (
        <Door practice={practice} week={weekText(week)}>
          <ListeningPanel claps={claps} midi={midi} hasMicrophone={hasMicrophone} practice={practice} />
        </Door>
      )}
      {(state.stage === 'opening' || state.stage === 'playing') && (
        <PlayView practice={practice} claps={claps} />
      )}
      {state.stage === 'between' && <FindingView practice={practice} state={state} claps={claps} />}
      {state.stage === 'failed' && (
        <>
          <h1 tabIndex={-1}>{words.parts[state.part].title}</h1>
          <p className="notice" role="alert">
            {words.failed}
          </p>
          <div className="actions">
            <Button onClick={() => practice.begin(state.part)}>{words.again}</Button>
          </div>
        </>
      )}
    </div>
  );
}

interface DoorProps {
  readonly practice: PracticeViewModel;
  readonly week: string;
  readonly children: React.ReactNode;
}

function Door({ practice, week, children }: DoorProps) {
  const tempo = useBehavior(practice.tempo$);
  return (
    <>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p className="hint">{week}</p>
      <div className="actions">
        <Button size="lg" onClick={() => practice.begin(PARTS[0])}>
          {words.begin}
        </Button>
      </div>
      <section className="panel tempo" aria-label={words.tempo}>
        <Button
          variant="default"
          disabled={tempo <= TEMPO.least}
          onClick={() => practice.setTempo(tempo - TEMPO.step)}
        >
          {words.slower}
        </Button>
        <p role="status">
          <span className="tempo-value figures">{tempo}</span> <span className="hint">{words.bpm}</span>
        </p>
        <Button
          variant="default"
          disabled={tempo >= TEMPO.most}
          onClick={() => practice.setTempo(tempo + TEMPO.step)}
        >
          {words.faster}
        </Button>
      </section>
      <ol className="parts">
        {PARTS.map((part) => (
          <li key={part}>
            <div>
              <h2>{words.parts[part].title}</h2>
              <p className="hint">{words.parts[part].how}</p>
            </div>
            <Button
              variant="subtle"
              aria-label={`${words.beginHere}: ${words.parts[part].title}`}
              onClick={() => practice.begin(part)}
            >
              {words.beginHere}
            </Button>
          </li>
        ))}
      </ol>
      {children}
      <BackToRhythm />
    </>
  );
}
