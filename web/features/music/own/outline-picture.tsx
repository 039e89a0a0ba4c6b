import type { Outline } from './analysis/outline.ts';

const HEIGHT = 64;
const BAR = 3;
const GAP = 2;

/** How loud a track is from its beginning to its end, as a wave. */
export function OutlinePicture({ outline, text }: { outline: Outline; text: string }) {
  const width = outline.length * (BAR + GAP);
  const path = outline
    .map((level, i) => {
      const half = 1 + (level / 100) * (HEIGHT / 2 - 2);
      return `M${i * (BAR + GAP) + BAR / 2} ${HEIGHT / 2 - half}v${2 * half}`;
    })
    .join('');
  return (
    <svg
      className="wave"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={text}
    >
      <path d={path} strokeWidth={BAR} />
    </svg>
  );
}
