import { Button } from '@mantine/core';
import { useEffect, type CSSProperties, type ReactNode } from 'react';
import type { Behavior } from '../../kit/behavior.ts';
import { spoken } from '../../kit/language.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { ActivitySession } from '../activity.ts';
import { BodyPicture } from './body-picture.tsx';
import { FirstHeading } from './closing-views.tsx';
import { phaseAt, sentenceAt, type Guided } from './guidance.ts';
import type { RelaxationModel } from './relaxation-view-model.ts';
import { SCRIPT } from './script.ts';
import { words } from './words.ts';

interface GuidedViewProps {
  readonly model: RelaxationModel;
  readonly place: Guided;
  readonly breath$: ActivitySession['breath$'];
}

/** One sentence at a time, a picture of where in the body one is, and the way on. */
export function GuidedView({ model, place, breath$ }: GuidedViewProps) {
  const title = spoken(phaseAt(place).title);
  const sentence = sentenceAt(place);
  const next = SCRIPT[place.phase + 1];
  useGoOnKey(() => model.goOn());
  return (
    <div className="relaxation">
      <div className="relaxation-where">
        <FirstHeading className="relaxation-title">{title}</FirstHeading>
        <p className="visually-hidden">{words.part(place.phase + 1, SCRIPT.length, title)}</p>
        <ol className="relaxation-parts" aria-hidden="true">
          {SCRIPT.map(({ id }, i) => (
            <li key={id} data-part={i < place.phase ? 'done' : i === place.phase ? 'now' : 'ahead'} />
          ))}
        </ol>
      </div>
      <Breathing breath$={breath$}>
        <BodyPicture phase={place.phase} muscles={sentence?.muscles} />
      </Breathing>
      {/* Each sentence is said once: the region stays, the sentence in it is a new one. */}
      <div className="relaxation-words" role="status" aria-live="polite" data-testid="sentence">
        {place.paused ? (
          <p className="relaxation-paused">{words.paused}</p>
        ) : (
          sentence && <p key={`${place.phase} ${sentence.index}`}>{spoken(sentence)}</p>
        )}
      </div>
      <div className="relaxation-steer">
        <Button size="lg" variant="default" onClick={() => (place.paused ? model.resume() : model.pause())}>
          {place.paused ? words.resume : words.pause}
        </Button>
        <Button size="lg" variant="default" onClick={() => model.goOn()}>
          {next ? words.next(spoken(next.title)) : words.end}
        </Button>
      </div>
      <p className="hint relaxation-key">{words.key}</p>
    </div>
  );
}

/** Tells what is inside it how the guided breath goes. */
function Breathing({ breath$, children }: { breath$: Behavior<Breath | undefined>; children: ReactNode }) {
  const breath = useBehavior(breath$);
  return (
    <div
      className="relaxation-picture"
      data-breath={breath?.direction}
      style={breath && ({ '--breath': `${breath.lengthS}s` } as CSSProperties)}
    >
      {children}
    </div>
  );
}
type Breath = NonNullable<ActivitySession['breath$']['value']>;

/** The right arrow goes on, except where it belongs to what has the focus. */
function useGoOnKey(goOn: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'ArrowRight' || event.repeat || event.altKey || event.ctrlKey || event.metaKey)
        return;
      if (event.target instanceof Element && event.target.closest(OWN_ARROWS)) return;
      event.preventDefault();
      goOn();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  });
}

const OWN_ARROWS = 'input, textarea, select, [role="slider"], [contenteditable="true"]';
