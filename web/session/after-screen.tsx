import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { needsHelp } from './needs-help.ts';
import { always } from '../kit/words.ts';
import { after } from './words/screens.ts';
import { useBehavior } from '../kit/use-behavior.ts';
import type { SessionViewModel } from './session-view-model.ts';
import { CravingScale } from '../kit/craving-scale.tsx';
import { SessionPictureView } from './session-picture-view.tsx';
import { Slot } from './slot.tsx';
import type { FilledSlots } from './slots.ts';

interface AfterScreenProps {
  readonly session: SessionViewModel;
  readonly slots: FilledSlots;
}

/** When the music is over: rate again if one likes, one picture, one sentence, thanks. No score. */
export function AfterScreen({ session, slots }: AfterScreenProps) {
  const { stage } = useBehavior(session.state$);
  const ended = stage === 'ended';
  return (
    <div className="narrow after">
      <h1 tabIndex={-1}>{ended ? after.thanks : after.title}</h1>
      {ended ? null : <RateAgain session={session} />}
      {ended && needsHelp(session.picture) && <Hard />}
      {/* The picture's arrays grow in place: the key draws it anew once the last rating is in. */}
      <SessionPictureView key={stage} picture={session.picture} />
      {ended && <Slot parts={slots.after} session={session} />}
    </div>
  );
}

function RateAgain({ session }: { session: SessionViewModel }) {
  const [value, setValue] = useState<number>();
  return (
    <section className="question">
      <CravingScale label={after.again} value={value} onRate={setValue} />
      <div className="actions">
        <Button size="lg" disabled={value === undefined} onClick={() => session.finish(value)}>
          {after.save}
        </Button>
        <Button size="lg" variant="subtle" onClick={() => session.finish()}>
          {after.skip}
        </Button>
      </div>
    </section>
  );
}

function Hard() {
  return (
    <div className="notice" role="alert">
      <p>{after.hard}</p>
      <Button className="help-button" component={Link} href="/help">
        {always.help}
      </Button>
    </div>
  );
}
