import { useEffect, useState } from 'react';
import type { Level } from '../../../engine/index.ts';
import type { PicturedNote } from '../../audio/score-picture.ts';

const [WIDTH, HEIGHT] = [240, 64];
const MARGIN = 5;
const SECONDS = 24;
const SEED = 11;
/** Notes are drawn in so many shades: one path each. */
const SHADES = 3;

/** What a module plays, drawn from its score: time to the right, pitch upwards. */
export function ScorePictureView({ module, level, text }: { module: string; level: Level; text: string }) {
  const [notes, setNotes] = useState<readonly PicturedNote[]>([]);
  useEffect(() => {
    let wanted = true;
    // The scores come with the player: nothing of them is in the first page.
    void Promise.all([import('../../audio/modules/index.ts'), import('../../audio/score-picture.ts')]).then(
      ([{ SCORES }, { scorePicture }]) => {
        const score = SCORES.get(module);
        if (wanted && score) setNotes(scorePicture(score, { level, seconds: SECONDS, seed: SEED }));
      },
      // Offline before the first visit was over: then there is no picture.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [module, level]);
  return (
    <svg
      className="roll"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={text}
    >
      {Array.from({ length: SHADES }, (_, shade) => (
        <path
          key={shade}
          d={pathOf(notes.filter((note) => shadeOf(note) === shade))}
          opacity={0.35 + 0.3 * shade}
        />
      ))}
    </svg>
  );
}

const shadeOf = ({ loud }: PicturedNote): number => Math.min(SHADES - 1, Math.floor(loud * SHADES * 1.4));

const pathOf = (notes: readonly PicturedNote[]): string =>
  notes
    .map(({ x, width, y }) => {
      const left = MARGIN + x * (WIDTH - 2 * MARGIN);
      const top = HEIGHT - MARGIN - y * (HEIGHT - 2 * MARGIN);
      return `M${left.toFixed(1)} ${top.toFixed(1)}h${Math.max(1, width * (WIDTH - 2 * MARGIN) - 2).toFixed(1)}`;
    })
    .join('');
