import { Switch, UnstyledButton } from '@mantine/core';
import { behavior } from '../../kit/behavior.ts';
import { spoken } from '../../kit/language.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { ScriptModel } from './script-view-model.ts';
import { scriptMinutes } from './script.ts';
import './script.css';
import type { Voice } from './voice.ts';
import { words } from './words.ts';

/** The scripts of a family, each with what it is and how long: a press begins it. */
export const ScriptChoice = ({ model }: { readonly model: ScriptModel }) => (
  <section className="script-choice" aria-labelledby="script-choice-title">
    <h2 id="script-choice-title">{words.choose}</h2>
    <ul>
      {model.scripts.map((script) => (
        <li key={script.id}>
          <UnstyledButton className="script-card" onClick={() => model.begin(script.id)}>
            <span className="script-card-head">
              <span className="script-card-title">{spoken(script.title)}</span>{' '}
              <span className="script-card-minutes figures">{words.minutes(scriptMinutes(script))}</span>
            </span>{' '}
            <span className="script-card-lead">{spoken(script.lead)}</span>{' '}
            {script.note && <span className="script-card-note">{spoken(script.note)}</span>}
          </UnstyledButton>
        </li>
      ))}
    </ul>
    {model.voice && <VoiceSwitch voice={model.voice} />}
  </section>
);

const NEVER = behavior(false);

function VoiceSwitch({ voice }: { readonly voice: Voice }) {
  const here = useBehavior(voice.here$);
  const on = useBehavior(here ? voice.on$ : NEVER);
  if (!here) return <p className="hint">{words.noVoice}</p>;
  return (
    <Switch
      size="lg"
      label={words.voice}
      description={words.voiceHint}
      checked={on}
      onChange={(event) => voice.setOn(event.currentTarget.checked)}
    />
  );
}
