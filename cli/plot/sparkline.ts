const BLOCKS = '▁▂▃▄▅▆▇█';

/**
 * A line of blocks: the middle value of each of `width` equal stretches of time; a blank where a stretch has none.
 * @param points  times and values, the times rising
 */
export function sparkline(points: readonly (readonly [at: number, value: number])[], width = 60): string {
  const [from, to] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? 0];
  const bins: number[][] = Array.from({ length: width }, () => []);
  for (const [at, value] of points)
    bins[Math.min(width - 1, Math.floor(((at - from) / (to - from || 1)) * width))]!.push(value);
  const middles = bins.map((bin) => bin.sort((a, b) => a - b)[bin.length >> 1]);
  const known = middles.filter((value) => value !== undefined);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return middles
    .map((value) =>
      value === undefined ? ' ' : BLOCKS[Math.min(7, Math.floor(((value - low) / (high - low || 1)) * 8))],
    )
    .join('');
}
