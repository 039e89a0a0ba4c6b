import type { CSSProperties } from 'react';
import './breath.css';
import type { Breath } from './pacer.ts';
import { breath as words } from './words/breath.ts';

interface BreathCircleProps {
  /** Absent: the guide is off. */
  readonly breath: Breath | undefined;
  /** What stands in it while the guide is off. */
  readonly still: string;
}

/** What the form of the breath needs to grow and shrink: for the element around {@link BreathRings}. */
export const breathing = (breath: Breath | undefined) => ({
  className: 'breath',
  'data-direction': breath?.direction ?? 'still',
  style: breath && ({ '--breath': `${breath.lengthS}s` } as CSSProperties),
});

/** The breath to look at. Who does not see it hears or feels it. */
export const BreathCircle = (props: BreathCircleProps) => (
  <div {...breathing(props.breath)} aria-hidden="true" data-testid="breath">
    <BreathRings {...props} />
  </div>
);

/** Three rings, the direction, and the seconds that are left in it. */
export const BreathRings = ({ breath, still }: BreathCircleProps) => (
  <>
    <span className="breath-ring breath-ring-3" />
    <span className="breath-ring breath-ring-2" />
    <span className="breath-ring breath-ring-1" />
    <span className="breath-words" aria-hidden="true">
      {breath ? words[breath.direction] : still}
      {breath && <span className="breath-count figures">{breath.secondsLeft}</span>}
    </span>
  </>
);
