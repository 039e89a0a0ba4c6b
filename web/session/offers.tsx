import { Button } from '@mantine/core';
import { offers as words } from './words/screens.ts';
import { useBehavior } from '../kit/use-behavior.ts';
import type { SessionViewModel } from './session-view-model.ts';

/** What the last decision offers in place of more music, for as long as it stands. */
export function Offers({ session }: { session: SessionViewModel }) {
  const { decision } = useBehavior(session.state$);
  const breathing = useBehavior(session.breath$) !== undefined;
  const offered = decision?.offers;
  if (!offered) return null;
  return (
    <div className="offers" role="group" aria-label={words.label}>
      {offered.includes('breath') && !breathing && (
        <Button onClick={() => session.setPacer(true)}>{words.breath}</Button>
      )}
      {offered.includes('stop') && (
        <Button variant="default" onClick={() => session.stop()}>
          {words.stop}
        </Button>
      )}
      <Button variant="default" onClick={() => session.resume()}>
        {words.resume}
      </Button>
    </div>
  );
}
