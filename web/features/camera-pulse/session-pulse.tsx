import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { InSession } from '../../session/slots.ts';
import { readOf } from '../../storage/live-table.ts';
import { aroundSession } from './around-session.ts';
import type { PulseViewModel } from './pulse-view-model.ts';
import { words } from './words.ts';

/** The pulse before and after this session, where one was read before it; else nothing. */
export function SessionPulse({ pulse, session }: InSession & { readonly pulse: PulseViewModel }) {
  const pulses = readOf(useBehavior(pulse.pulses$)) ?? [];
  const { before, after } = aroundSession(pulses, session.picture);
  if (!before && !after) return null;
  return (
    <section className="panel" aria-label={words.around}>
      <h2>{words.around}</h2>
      {before && <p>{words.before(before.bpm, before.sdBpm)}</p>}
      {after ? (
        <p>{words.after(after.bpm, after.sdBpm)}</p>
      ) : (
        <Button variant="default" component={Link} href="/pulse">
          {words.measure}
        </Button>
      )}
    </section>
  );
}
