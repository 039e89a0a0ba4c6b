import { chordSteps, degreeOf, type Chord, type Range, type Step } from './harmony.ts';
import { isWithin, type Stand, type Sung } from './notation.ts';

/** A chord as it is played: its bass and its inner voices, upwards. */
export interface Voiced extends Stand {
  readonly bass: Step;
  readonly voices: readonly Step[];
}

interface Setting {
  /** Where the inner voices lie, and how many there are. */
  readonly voices: Range & { readonly count: number };
  /** Lowest step of the bass, which keeps within a twelfth. */
  readonly bassFrom: Step;
  /** What is sung above: inner voices go with it no more in fifths and octaves than with the bass. */
  readonly tune: readonly Sung[];
}

/** What a forbidden way costs, in steps of motion. */
const FORBIDDEN = 60;
const TWELFTH = 11;
/** What any voicing that may come next is worth: its cost so far, and where it came from. */
interface Way {
  readonly voices: readonly Step[];
  readonly cost: number;
  readonly before?: Way;
}

/**
 * Leads the voices of a section: of all ways through it, the one that moves least without parallel fifths or octaves
 * (with the bass, with the tune or among themselves), that lets each suspended fourth fall to its third, and prepares
 * it where it can.
 */
export function leadVoicesByRule(stands: readonly Stand[], { voices, bassFrom, tune }: Setting): Voiced[] {
  const sung = stands.map(({ beat }) => soundingAt(tune, beat));
  const basses = leadBass(stands, bassFrom, sung);
  let ways: Way[] = [];
  stands.forEach(({ chord }, i) => {
    ways = voicingsOf(chord, voices).map((voicing) => {
      const way = cheapest(ways, voicing, (before) => {
        const from = [basses[i - 1], ...before.voices, sung[i - 1]];
        return (
          moveCost(before.voices, voicing) +
          FORBIDDEN * countParallels(from, [basses[i], ...voicing, sung[i]]) +
          suspensionCost(stands[i - 1]!.chord, chord, [before.voices, voicing])
        );
      });
      return { ...way, cost: way.cost + restCost(voicing, voices, sung[i]) };
    });
  });
  const path = pathTo(ways);
  return stands.map((stand, i) => ({ ...stand, bass: basses[i]!, voices: path[i]!.voices }));
}

/** The note of the tune that sounds at a beat; absent in its rests. */
export const soundingAt = (tune: readonly Sung[], beat: number): Step | undefined =>
  tune.find((note) => isWithin(beat, note.beat, note.beat + note.beats))?.step;

/** The bass goes the shorter way that is not parallel to the tune, within a twelfth from `from` on. */
function leadBass(stands: readonly Stand[], from: Step, sung: readonly (Step | undefined)[]): Step[] {
  let ways: Way[] = [];
  stands.forEach(({ chord }, i) => {
    const lowest = from + degreeOf(chord.root + (chord.bass ?? 0) - from);
    ways = [lowest, lowest + 7]
      .filter((step) => step <= from + TWELFTH)
      .map((step) =>
        cheapest(ways, [step], ({ voices: [last] }) => {
          const same = stands[i - 1]!.chord.root === chord.root && last === step;
          const parallels = countParallels([last, sung[i - 1]], [step, sung[i]]);
          return same ? 0 : Math.abs(step - last!) + 0.2 * (step - from) + FORBIDDEN * parallels;
        }),
      );
  });
  return pathTo(ways).map(({ voices: [step] }) => step!);
}

/** The way to these voices from the one of `ways` from which it costs least. */
function cheapest(ways: readonly Way[], voices: readonly Step[], costFrom: (before: Way) => number): Way {
  let least: Way = { voices, cost: ways.length === 0 ? 0 : Infinity };
  for (const before of ways) {
    const cost = before.cost + costFrom(before);
    if (cost < least.cost) least = { voices, cost, before };
  }
  return least;
}

/** All of the cheapest way, from its start. */
function pathTo(ways: readonly Way[]): Way[] {
  const path: Way[] = [];
  let way: Way | undefined = ways.reduce((a, b) => (b.cost < a.cost ? b : a));
  for (; way; way = way.before) path.unshift(way);
  return path;
}

/** Every set of voices of the chord in the range: nothing that colours it is missing, the fifth may be. */
function voicingsOf(chord: Chord, { low, high, count }: Setting['voices']): Step[][] {
  const needed = chord.tones
    .filter((tone) => tone !== 4 && (tone !== 0 || chord.bass))
    .map((tone) => degreeOf(chord.root + tone));
  const steps = chordSteps(chord, { low, high });
  const sets = subsets(steps, count).filter((set) => {
    const degrees = new Set(set.map(degreeOf));
    return needed.every((degree) => degrees.has(degree));
  });
  return sets.length > 0 ? sets : subsets(steps, count);
}

function subsets(steps: readonly Step[], count: number): Step[][] {
  if (count === 0) return [[]];
  return steps.flatMap((step, i) => subsets(steps.slice(i + 1), count - 1).map((rest) => [step, ...rest]));
}

/** What is awkward about a voicing where it stands: gaps, rubs low down, doubled thirds, a voice above the tune. */
function restCost(voices: readonly Step[], { low }: Range, tune: Step | undefined): number {
  const gaps = voices.slice(1).map((step, i) => step - voices[i]!);
  const rubs = gaps.filter((gap) => gap < 2).length * (2 + 4 / (1 + voices[0]! - low));
  const wide = gaps.reduce((sum, gap) => sum + Math.max(0, gap - 4), 0);
  const above = tune === undefined ? 0 : voices.filter((step) => step > tune).length;
  const nextTo = tune === undefined ? 0 : voices.filter((step) => Math.abs(step - tune) === 1).length;
  const same = voices.length - new Set(voices.map(degreeOf)).size;
  return rubs + wide + 0.5 * above + 2 * nextTo + same;
}

const moveCost = (from: readonly Step[], to: readonly Step[]): number =>
  to.reduce((sum, step, i) => sum + Math.abs(step - from[i]!), 0);

/** Fifths and octaves (in steps, so a diminished fifth too) that two voices keep while both move the same way. */
export function countParallels(
  from: readonly (Step | undefined)[],
  to: readonly (Step | undefined)[],
): number {
  let found = 0;
  for (let low = 0; low < to.length; low++)
    for (let high = low + 1; high < to.length; high++) {
      const [a, b, c, d] = [from[low], from[high], to[low], to[high]];
      if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
      const [before, after] = [degreeOf(b - a), degreeOf(d - c)];
      const moves = (c - a) * (d - b) > 0;
      if (moves && before === after && (after === 0 || after === 4)) found++;
    }
  return found;
}

/** Whether a suspended fourth is prepared costs little, that it falls to its third costs all. */
function suspensionCost(
  before: Chord,
  now: Chord,
  [from, to]: readonly [readonly Step[], readonly Step[]],
): number {
  const hangs = ({ root, tones }: Chord, step: Step): boolean =>
    tones.includes(3) && degreeOf(step - root) === 3;
  const unprepared = to.filter((step) => hangs(now, step) && !from.includes(step)).length;
  const unresolved = from.filter((step, i) => hangs(before, step) && to[i] !== step - 1).length;
  return 6 * unprepared + FORBIDDEN * unresolved;
}
