import { Button } from '@mantine/core';
import { useState } from 'react';
import { own as words } from '../../text/music.ts';
import type { MusicViewModel } from '../../view-models/music-view-model.ts';
import { CravingScale } from '../craving-scale.tsx';

/** Craving before and after a piece, when the person cares to say. */
export function RateListening({ module, music }: { module: string; music: MusicViewModel }) {
  const [before, setBefore] = useState<number>();
  const [after, setAfter] = useState<number>();
  const [kept, setKept] = useState(false);
  const keep = (): void => {
    if (before === undefined || after === undefined) return;
    void music.addListening({ module, atMs: Date.now(), before, after }).then(() => {
      setBefore(undefined);
      setAfter(undefined);
      setKept(true);
    });
  };
  return (
    <details className="details rate">
      <summary>{words.rate}</summary>
      <div className="details-body">
        <CravingScale label={words.before} value={before} onRate={setBefore} />
        <CravingScale label={words.after} value={after} onRate={setAfter} />
        <div className="actions">
          <Button variant="default" disabled={before === undefined || after === undefined} onClick={keep}>
            {words.saveRating}
          </Button>
          <span role="status">{kept && words.rated}</span>
        </div>
      </div>
    </details>
  );
}
