import { Button } from '@mantine/core';
import { useEffect, type ComponentType, type CSSProperties, type ReactNode } from 'react';
import type { Behavior } from '../../kit/behavior.ts';
import { spoken } from '../../kit/language.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import { FirstHeading } from '../../kit/first-heading.tsx';
import { phaseAt, saidAt, type Guided } from './guidance.ts';
import type { GuidedSession, ScriptModel } from './script-view-model.ts';
import type { Script, Sentence } from './script.ts';
import { TapScale } from './tap-scale.tsx';
import { words } from './words.ts';

/** What a family of scripts shows above its words. */
export type Picture = ComponentType<PictureProps>;
export interface PictureProps {
  readonly script: Script;
  readonly place: Guided;
  /** Absent: the first has not been said yet. */
  readonly sentence: Sentence | undefined;
}

interface GuidedViewProps {
  readonly model: ScriptModel;
  readonly script: Script;
  readonly place: Guided;
  readonly breath$: GuidedSession['breath$'];
  readonly Picture: Picture;
}

/** One sentence at a time, a picture, what is asked, and the way on. */
export function GuidedView({ model, script, place, breath$, Picture }: GuidedViewProps) {
  const { phases } = script;
  const title = spoken(phaseAt(script, place).title);
  const said = saidAt(script, place);
  const next = phases[place.phase + 1];
  useGoOnKey(() => model.goOn());
  return (
    <div className="script" data-script={script.id}>
      <div className="script-where">
        <FirstHeading className="script-title">{title}</FirstHeading>
        <p className="visually-hidden">{words.part(place.phase + 1, phases.length, title)}</p>
        <ol className="script-parts" aria-hidden="true">
          {phases.map(({ id }, i) => (
            <li key={id} data-part={i < place.phase ? 'done' : i === place.phase ? 'now' : 'ahead'} />
          ))}
        </ol>
      </div>
      <Breathing breath$={breath$}>
        <Picture script={script} place={place} sentence={said?.sentence} />
      </Breathing>
      {/* Each sentence is said once: the region stays, the sentence in it is a new one. */}
      <div className="script-words" role="status" aria-live="polite" data-testid="sentence">
        {place.paused ? (
          <p className="script-paused">{words.paused}</p>
        ) : (
          said && <p key={`${place.phase} ${said.index}`}>{spoken(said.words)}</p>
        )}
      </div>
      {asksIn(script) && <Asked model={model} place={place} />}
      <div className="script-steer">
        <Button size="lg" variant="default" onClick={() => (place.paused ? model.resume() : model.pause())}>
          {place.paused ? words.resume : words.pause}
        </Button>
        <Button size="lg" variant="default" onClick={() => model.goOn()}>
          {next ? words.next(spoken(next.title)) : words.end}
        </Button>
      </div>
      <p className="hint script-key">{words.key}</p>
    </div>
  );
}

const asksIn = ({ phases }: Script): boolean =>
  phases.some(({ sentences }) => sentences.some(({ asks }) => asks !== undefined));

/** Its place is kept while nothing is asked, so that nothing moves under a thumb. */
function Asked({ model, place }: { readonly model: ScriptModel; readonly place: Guided }) {
  const last = place.ratings.at(-1);
  return (
    <div className="script-asked" data-asking={place.asking}>
      {place.asking ? (
        <>
          <TapScale onRate={(value) => model.rate(value)} />
          <Button variant="subtle" onClick={() => model.passOver()}>
            {words.passOver}
          </Button>
        </>
      ) : (
        last && last.ask === place.asks && <p className="hint">{words.noted(last.value)}</p>
      )}
    </div>
  );
}

/** Tells what is inside it how the guided breath goes. */
function Breathing({ breath$, children }: { breath$: Behavior<Breath | undefined>; children: ReactNode }) {
  const breath = useBehavior(breath$);
  return (
    <div
      className="script-picture"
      data-breath={breath?.direction}
      style={breath && ({ '--breath': `${breath.lengthS}s` } as CSSProperties)}
    >
      {children}
    </div>
  );
}
type Breath = NonNullable<GuidedSession['breath$']['value']>;

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
