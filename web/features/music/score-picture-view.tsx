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
    pictured(module, level).then(
      (found) => wanted && setNotes(found),
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

/** Pictures that were drawn since the page was opened. */
const drawn = new Map<string, Promise<readonly PicturedNote[]>>();
let turn: Promise<unknown> = Promise.resolve();

/** Each score is performed once, in a task of its own: thirty in a row would hold up the screen that shows them. */
function pictured(module: string, level: Level): Promise<readonly PicturedNote[]> {
  const name = `${module} ${level}`;
  const before = drawn.get(name);
  if (before) return before;
  const picture = turn.then(async () => {
    await new Promise((next) => setTimeout(next));
    // The scores come with the player: nothing of them is in the first page.
    const [{ SCORES }, { scorePicture }] = await Promise.all([
      import('../../audio/modules/index.ts'),
      import('../../audio/score-picture.ts'),
    ]);
    const score = SCORES.get(module);
    return score ? scorePicture(score, { level, seconds: SECONDS, seed: SEED }) : [];
  });
  turn = picture.catch(() => undefined);
  drawn.set(name, picture);
  picture.catch(() => drawn.delete(name));
  return picture;
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
