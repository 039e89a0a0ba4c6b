import { UnstyledButton } from '@mantine/core';
import { useBehavior } from '../../kit/use-behavior.ts';
import { breathing, BreathRings } from '../../session/breath-circle.tsx';
import { BreathPanel } from '../../session/breath-panel.tsx';
import type { BreathGuiding } from '../../session/breath-settings.ts';
import type { SessionViewModel } from '../../session/session-view-model.ts';
import { breath as words } from '../../session/words/breath.ts';

/** The form in the middle: a guide for breathing that is off until it is pressed, and off again when pressed. */
export function BreathForm({ guiding, session }: { guiding: BreathGuiding; session: SessionViewModel }) {
  const breath = useBehavior(session.breath$);
  return (
    <div className="breath-place">
      <UnstyledButton
        {...breathing(breath)}
        aria-pressed={breath !== undefined}
        aria-label={breath ? words.on : words.off}
        onClick={() => session.setPacer(breath === undefined)}
      >
        <BreathRings breath={breath} still={words.off} />
      </UnstyledButton>
      {/* Kept while the guide is off too, so that nothing moves when it starts. */}
      <p className="hint breath-note">{breath ? words.dizzy : words.hint}</p>
      <BreathPanel guiding={guiding} session={session} />
    </div>
  );
}
