import type { SessionContributor } from '../../session/contributor.ts';
import type { LiveSession } from '../../session/live-session.ts';

/**
 * Sets the breathing guide to what the phase asks for, and takes it back after. What the person has switched on or off
 * themselves stays until the next phase with a pace.
 */
export function followPace(session: Pick<LiveSession, 'events$' | 'send'>): void {
  let guided = false;
  /** Own settings that have not come by yet. */
  let underWay = 0;
  session.events$.subscribe((event) => {
    if (event.type === 'pacer') {
      if (underWay > 0) underWay -= 1;
      else guided = false;
    }
    if (event.type !== 'phase') return;
    const { breathsPerMinute } = event;
    if (breathsPerMinute === undefined && !guided) return;
    guided = breathsPerMinute !== undefined;
    underWay += 1;
    session.send({ type: 'pacer', ...(breathsPerMinute !== undefined && { breathsPerMinute }) });
  });
}

/** Guides breathing wherever the protocol asks for it. */
export const paceContributor: SessionContributor = () => ({ follow: followPace });
