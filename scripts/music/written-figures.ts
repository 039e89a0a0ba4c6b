import { degreeOf, pitchOf } from '../../web/audio/modules/harmony.ts';
import type { Note, Score } from '../../web/audio/modules/index.ts';
import { countParallels, soundingAt } from '../../web/audio/modules/voice-leading.ts';

/** Semitones of a major third, and steps of a fourth, from which on a leap wants to be turned back. */
const MAJOR_THIRD = 4;
const FOURTH = 3;

/** Steps and leaps in a line of notes, as shares. */
export function lineFigures(line: readonly Pick<Note, 'midi'>[]): {
  readonly steps: number;
  readonly leaps: number;
} {
  const moves = line.slice(1).map(({ midi }, i) => Math.abs(midi - line[i]!.midi));
  return {
    steps: moves.filter((move) => move === 1 || move === 2).length / moves.length,
    leaps: moves.filter((move) => move >= MAJOR_THIRD).length / moves.length,
  };
}

/** Share of the leaps of a fourth or more, within a breath of the tune, that no step turns back. */
export function unturnedLeaps({ written = {} }: Score): number {
  const moves = Object.values(written).flatMap(({ tune }) =>
    tune.slice(2).flatMap((note, i) => {
      const [from, to] = [tune[i]!, tune[i + 1]!];
      const joined = [from, to].every(({ beat, beats }, n) => beat + beats >= tune[i + n + 1]!.beat - 1e-6);
      return joined ? [[to.step - from.step, note.step - to.step] as const] : [];
    }),
  );
  const wide = moves.filter(([leap]) => Math.abs(leap) >= FOURTH);
  const open = wide.filter(([leap, next]) => next !== 0 && next !== -Math.sign(leap));
  return wide.length === 0 ? 0 : open.length / wide.length;
}

/** Share of periods (halves of a section) whose last chord is the tonic and whose last note belongs to its triad. */
export function periodsHome({ written = {}, centre = 0 }: Score): number {
  const triad = new Set([0, 2, 4].map((tone) => degreeOf(tone)));
  const ends = Object.values(written).flatMap(({ tune, chords }) => {
    const end = chords.at(-1)!.beat + chords.at(-1)!.beats;
    return [end / 2, end].map((until) => {
      const chord = chords.filter(({ beat }) => beat < until - 1e-6).at(-1)!.chord;
      const last = tune.filter(({ beat }) => beat < until - 1e-6).at(-1)!.step;
      return pitchOf(chord.root) % 12 === centre && triad.has(degreeOf(last - chord.root));
    });
  });
  return ends.filter(Boolean).length / ends.length;
}

/** Parallel fifths and octaves and suspensions that do not fall, over all letters. */
export function writtenFaults({ written = {} }: Score): {
  readonly parallels: number;
  readonly unresolved: number;
} {
  let [parallels, unresolved] = [0, 0];
  for (const { tune, chords } of Object.values(written))
    for (const [i, now] of chords.entries()) {
      const before = chords[i - 1];
      if (!before) continue;
      const voicesOf = (it: typeof now) => [it.bass, ...it.voices, soundingAt(tune, it.beat)];
      parallels += countParallels(voicesOf(before), voicesOf(now));
      const { root, tones } = before.chord;
      unresolved += before.voices.filter(
        (step, v) => tones.includes(3) && degreeOf(step - root) === 3 && now.voices[v] !== step - 1,
      ).length;
    }
  return { parallels, unresolved };
}
