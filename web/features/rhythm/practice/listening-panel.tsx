import { Button, Switch } from '@mantine/core';
import { useBehavior } from '../../../kit/use-behavior.ts';
import type { Claps } from '../input/claps-view-model.ts';
import type { MidiPort } from '../input/midi.ts';
import { useMidi, type MidiUse } from '../input/use-midi.ts';
import { browserTouch } from '../input/vibration.ts';
import type { PracticeViewModel } from './practice-view-model.ts';
import { practice as words } from './words.ts';

interface ListeningPanelProps {
  readonly practice: PracticeViewModel;
  readonly claps: Claps;
  readonly midi: MidiPort | undefined;
  readonly hasMicrophone: boolean;
}

/** What else than the pad may be played with: claps, an instrument; and the pulse by touch. Each where it is. */
export function ListeningPanel({ practice, claps, midi, hasMicrophone }: ListeningPanelProps) {
  const state = useBehavior(claps.state$);
  const { use, ask } = useMidi(midi, ({ timeStampMs, force }) => practice.tap(timeStampMs, force, 'midi'));
  const touch = browserTouch();
  if (!hasMicrophone && !midi && !touch) return null;
  return (
    <section className="panel" aria-labelledby="listening">
      <h2 id="listening">{words.listening}</h2>
      {hasMicrophone && (
        <div className="line">
          <p className="hint">{words.clapsHint}</p>
          <Button
            variant="default"
            disabled={state.is === 'asking'}
            onClick={() => (state.is === 'on' ? claps.turnOff() : void claps.turnOn())}
          >
            {state.is === 'on' ? words.clapsOff : words.claps}
          </Button>
        </div>
      )}
      <p role="status" data-testid="claps" data-is={state.is}>
        {state.is === 'asking' && words.asking}
        {state.is === 'refused' && words.refused[state.why]}
        {state.is === 'on' && (state.eaten.length > 0 ? words.eaten : words.on)}
      </p>
      {midi && (
        <div className="line">
          <p role="status" className="hint">
            {midiText(use)}
          </p>
          <Button variant="default" onClick={ask}>
            {words.midi}
          </Button>
        </div>
      )}
      {touch && <Vibration practice={practice} touch={touch} />}
    </section>
  );
}

function midiText(use: MidiUse): string {
  switch (use.is) {
    case 'on':
      return `${words.midiOn} ${use.names.join(', ')}`;
    case 'none':
      return words.midiNone;
    case 'denied':
      return words.midiDenied;
    case 'off':
      return '';
  }
}

function Vibration({ practice, touch }: { practice: PracticeViewModel; touch: (ms: number) => void }) {
  const on = useBehavior(practice.vibrates$);
  return (
    <Switch
      label={words.vibration}
      checked={on}
      onChange={({ currentTarget }) => practice.vibrate(currentTarget.checked ? touch : undefined)}
    />
  );
}
