import { Button } from '@mantine/core';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { Listening } from './hear/listening.ts';
import { chords as words } from './words.ts';

interface EarPanelProps {
  readonly ear: Listening;
  readonly on: string;
  readonly off: string;
  readonly hint: string;
}

/** The microphone on and off, and how it stands. */
export function EarPanel({ ear, on, off, hint }: EarPanelProps) {
  const state = useBehavior(ear.state$);
  const listens = state.is === 'on';
  return (
    <div className="chords-ear" data-testid="ear" data-is={state.is}>
      <Button
        variant="default"
        disabled={state.is === 'asking'}
        aria-pressed={listens}
        onClick={() => (listens ? ear.turnOff() : void ear.turnOn())}
      >
        {listens ? off : on}
      </Button>
      <p className="hint" role="status">
        {state.is === 'on' || state.is === 'off' ? hint : words.states[state.is]}
      </p>
      {state.is === 'on' && state.processed && <p className="notice">{words.processed}</p>}
    </div>
  );
}
