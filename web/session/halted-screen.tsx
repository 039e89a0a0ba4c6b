import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { DosingHalted } from '../../engine/index.ts';
import { haltCauses } from './words/reasons.ts';
import { always } from '../kit/words.ts';
import { session as words } from './words/screens.ts';
import type { SessionViewModel } from './session-view-model.ts';
import { Grounding } from '../kit/grounding.tsx';

/** Silence, and what may come next. Nothing starts again by itself. */
export function HaltedScreen({
  session,
  cause,
}: {
  session: SessionViewModel;
  cause: DosingHalted['cause'];
}) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="narrow halted">
      <h1 ref={title} tabIndex={-1}>
        {haltCauses[cause].title}
      </h1>
      <p className="lead">{haltCauses[cause].body}</p>
      {cause === 'distress' && (
        <Button className="help-button" size="lg" component={Link} href="/help">
          {always.help}
        </Button>
      )}
      <div className="actions">
        <Button
          size="lg"
          variant={cause === 'stop-pressed' ? 'filled' : 'default'}
          onClick={() => session.resume()}
        >
          {words.resume}
        </Button>
        <Button size="lg" variant="default" onClick={() => session.leave()}>
          {words.finish}
        </Button>
      </div>
      {cause === 'distress' && <Grounding />}
    </div>
  );
}
