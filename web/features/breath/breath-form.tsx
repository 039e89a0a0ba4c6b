import { UnstyledButton } from '@mantine/core';
import { breath as words } from './words.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { SessionViewModel } from '../../session/session-view-model.ts';
import './breath.css';
import { BreathPanel, type BreathGuiding } from './breath-panel.tsx';

/** The form in the middle: a guide for breathing that is off until it is pressed, and off again when pressed. */
export function BreathForm({ guiding, session }: { guiding: BreathGuiding; session: SessionViewModel }) {
  const breath = useBehavior(session.breath$);
  return (
    <div className="breath-place">
      <UnstyledButton
        className="breath"
        data-direction={breath?.direction ?? 'still'}
        style={breath && { '--breath': `${breath.lengthS}s` }}
        aria-pressed={breath !== undefined}
        aria-label={breath ? words.on : words.off}
        onClick={() => session.setPacer(breath === undefined)}
      >
        <span className="breath-ring breath-ring-3" />
        <span className="breath-ring breath-ring-2" />
        <span className="breath-ring breath-ring-1" />
        <span className="breath-words" aria-hidden="true">
          {breath ? words[breath.direction] : words.off}
          {breath && <span className="breath-count figures">{breath.secondsLeft}</span>}
        </span>
      </UnstyledButton>
      {/* Kept while the guide is off too, so that nothing moves when it starts. */}
      <p className="hint breath-note">{breath ? words.dizzy : words.hint}</p>
      <BreathPanel guiding={guiding} session={session} />
    </div>
  );
}
