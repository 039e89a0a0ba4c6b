import { Button } from '@mantine/core';
import { useState } from 'react';
import { music as words, own } from './words.ts';
import type { MusicViewModel } from './music-view-model.ts';
import { CravingScale } from '../../kit/craving-scale.tsx';

interface ResponseProps {
  readonly module: string;
  readonly music: MusicViewModel;
  /** What past sessions and listening say; see `responseText`. */
  readonly said: string;
}

/** What went with a piece so far, and a place to add to it. */
export const PieceResponse = ({ module, music, said }: ResponseProps) => (
  <>
    <p className="hint">
      <strong>{words.response}.</strong> {said}
    </p>
    <RateListening module={module} music={music} />
  </>
);

/** Craving before and after a piece, when the person cares to say. */
function RateListening({ module, music }: { module: string; music: MusicViewModel }) {
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
      <summary>{own.rate}</summary>
      <div className="details-body">
        <CravingScale label={own.before} value={before} onRate={setBefore} />
        <CravingScale label={own.after} value={after} onRate={setAfter} />
        <div className="actions">
          <Button variant="default" disabled={before === undefined || after === undefined} onClick={keep}>
            {own.saveRating}
          </Button>
          <span role="status">{kept && own.rated}</span>
        </div>
      </div>
    </details>
  );
}
