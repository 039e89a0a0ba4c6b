import { Button } from '@mantine/core';
import { useState } from 'react';
import { session as words } from './words/screens.ts';
import type { SessionViewModel } from './session-view-model.ts';
import { CravingScale } from '../kit/craving-scale.tsx';

/** "I notice it now": noted with the press; how strong it is may be added. */
export function CravingMark({ session }: { session: SessionViewModel }) {
  const [asking, setAsking] = useState(false);
  const [value, setValue] = useState<number>();
  const close = (): void => {
    setAsking(false);
    setValue(undefined);
  };
  if (!asking) {
    return (
      <Button
        variant="light"
        className="mark"
        onClick={() => {
          session.markCraving();
          setAsking(true);
        }}
      >
        {words.mark}
      </Button>
    );
  }
  return (
    <div className="panel" role="group" aria-label={words.marked}>
      <p className="marked">{words.marked}.</p>
      <CravingScale label={words.howStrong} value={value} onRate={setValue} />
      <div className="actions">
        <Button
          disabled={value === undefined}
          onClick={() => {
            if (value !== undefined) session.rate(value, 'during');
            close();
          }}
        >
          {words.keepRating}
        </Button>
        <Button variant="subtle" onClick={close}>
          {words.noRating}
        </Button>
      </div>
    </div>
  );
}
