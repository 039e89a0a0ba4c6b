import { Button } from '@mantine/core';
import { useState } from 'react';
import { BUILT_IN_MODULES, type Level, type MusicModule } from '../../../engine/index.ts';
import { HearButton } from './hear-button.tsx';
import './music.css';
import type { MusicParts } from './music-parts.ts';
import { taste } from './taste-words.ts';

/** So many are asked of, of both kinds in turn. */
const TAPS = 10;

/** Ten pieces one after another: a little of each, then one press. */
export function TasteTaps({ music }: { readonly music: MusicParts }) {
  const [asked] = useState(pieces);
  const [at, setAt] = useState(0);
  const piece = asked[at];
  if (!piece) return <p className="lead">{taste.done}</p>;
  const { id, title, family } = piece;
  const level: Level = family === 'calming' ? 2 : 4;
  const answer = (leaveOut: boolean): void => {
    music.audition.stop();
    if (leaveOut) void music.judge(piece, 'trigger');
    setAt(at + 1);
  };
  return (
    <section className="panel" aria-label={taste.of(at + 1, asked.length)}>
      <p className="hint">{taste.of(at + 1, asked.length)}</p>
      <div className="piece-head">
        <HearButton
          audition={music.audition}
          title={title}
          items={[{ cue: { module: id, family, level }, lengthS: 12 }]}
        />
        <h2>{title}</h2>
      </div>
      <div className="actions">
        <Button variant="default" onClick={() => answer(false)}>
          {taste.yes}
        </Button>
        <Button variant="default" onClick={() => answer(true)}>
          {taste.notForMe}
        </Button>
        <Button variant="default" onClick={() => answer(true)}>
          {taste.trigger}
        </Button>
      </div>
      <p className="hint">{taste.hint}</p>
    </section>
  );
}

/** Calming and activating ones in turn. */
function pieces(): readonly MusicModule[] {
  const of = (family: MusicModule['family']) => BUILT_IN_MODULES.filter((one) => one.family === family);
  const activating = of('activating');
  return of('calming')
    .flatMap((one, i) => [one, ...activating.slice(i, i + 1)])
    .slice(0, TAPS);
}
