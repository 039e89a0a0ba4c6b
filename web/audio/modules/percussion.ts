import type { Row } from './composition.ts';

/** A stroke: its pitch among the instrument's, the beats it may ring, and from which rank on it is played. */
export type Stroke = readonly [midi: number, beats: number, rank: number];

/**
 * Reads percussion as a drummer jots it down: a line a stroke, a bar between two strokes, each bar cut into equal
 * places. A digit is how loud (tenths), a point is silence: `6..4.5.. | 6....5..`.
 *
 * @throws RangeError  a sign that is neither, or a line for no stroke of the kit (a composer's mistake)
 */
export function readStrokes<Name extends string>(
  kit: Readonly<Record<Name, Stroke>>,
  lines: Readonly<Partial<Record<Name, string>>>,
  beatsPerBar = 4,
): Row[] {
  return (Object.entries(lines) as [Name, string][])
    .flatMap(([name, line]) =>
      line.split('|').flatMap((text, bar) => readBar(kit[name], text.trim(), { bar, beatsPerBar })),
    )
    .sort(([a], [b]) => a - b);
}

function readBar(
  stroke: Stroke,
  places: string,
  { bar, beatsPerBar }: { readonly bar: number; readonly beatsPerBar: number },
): Row[] {
  if (!/^[.1-9]+$/.test(places))
    throw new RangeError(`strokes, bar ${bar + 1}: digits and points expected, got "${places}"`);
  const [midi, beats, rank] = stroke;
  return places
    .split('')
    .flatMap((place, i): Row[] =>
      place === '.' ? [] : [[(bar + i / places.length) * beatsPerBar, midi, beats, Number(place) / 10, rank]],
    );
}
