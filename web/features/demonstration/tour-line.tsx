import type { Behavior } from '../../kit/behavior.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import './demonstration.css';
import type { Turn } from './tour.ts';
import { turns } from './words.ts';

interface TourLineProps {
  /** Absent: the session is no demonstration. */
  readonly turn$: Behavior<Turn | undefined>;
}

/** What has just happened in the demonstration. */
export function TourLine({ turn$ }: TourLineProps) {
  const turn = useBehavior(turn$);
  if (turn === undefined) return null;
  return (
    <p key={turn} className="tour" role="status" data-testid="tour">
      {turns[turn]}
    </p>
  );
}
