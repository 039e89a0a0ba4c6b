import { seeded, seedOf } from '../random.ts';
import { accompany, chordAtBeat, type Stretch } from './accompany.ts';
import type { Composition, Dress, Music } from './composition.ts';
import { formWords, sectionsUntil, type Section } from './form.ts';
import { pitchOf } from './harmony.ts';
import { humanise } from './humanise.ts';
import { countBars, isWithin, readHarmony, readTune, type Sung } from './notation.ts';
import { adorn, echoes, secondVoice, type Ornament } from './ornaments.ts';
import { thin, type Optional, type PhrasePosition, type Score, type Written } from './score.ts';
import { takeUp } from './take-up.ts';
import { LOW_DB, TRIMS_DB } from './trims.ts';
import { leadVoicesByRule } from './voice-leading.ts';

/** A phrase in its place. */
interface Place {
  readonly section: Section;
  readonly phrase: number;
  readonly breath: boolean;
  readonly music: Written;
  readonly dress: Dress;
}

/** How much softer and thinner the phrase is in which the tune rests, unless the piece says otherwise. */
const BREATHING = { gainDb: -0.8, rank: 0.12 };
/** How much louder a step higher is sung, and a bar's first beat, as a share. */
const RISE = 0.015;
const ACCENT = 0.06;

/**
 * Makes a score of a composition: the theme returns as it was, the seed chooses the order of its dress, ornaments and
 * figures. The same place always gives the same notes.
 *
 * @throws RangeError  a bar of another length, a form that does not begin with A or names what is not there
 */
export function composed(piece: Composition): Score {
  const { bars, beatsPerBar, loose } = piece;
  const beatsPerPhrase = bars * beatsPerBar;
  check(piece);
  const read = {
    ...{ A: readMusic(piece, piece.A), B: readMusic(piece, piece.B), C: readMusic(piece, piece.C) },
    breath: readMusic(piece, { tune: '', harmony: piece.breath }),
  };
  // Leading voices is work: not before the piece is played.
  let led: Readonly<Record<keyof typeof read, Written>> | undefined;
  const written = () =>
    (led ??= {
      ...{ A: lead(piece, read.A), B: lead(piece, read.B), C: lead(piece, read.C) },
      breath: lead(piece, read.breath),
    });
  const phrasesOf = Object.fromEntries(
    (['A', 'B', 'C'] as const).map((letter) => [letter, countBars(piece[letter].harmony) / bars]),
  );
  const plan = { forms: piece.forms, phrasesOf, id: seedOf(piece.id) };

  const placeOf = ({ index, seed }: { readonly index: number; readonly seed: number }): Place => {
    const section = sectionsUntil(plan, index, seed).at(-1)!;
    const phrase = index - section.from;
    const resting = section.breathes && phrase === section.phrases - 1;
    return {
      ...{ section, phrase, breath: resting },
      music: written()[resting ? 'breath' : (section.letter as 'A' | 'B' | 'C')],
      dress: piece.dresses[resting ? section.nextDress : section.dress]!,
    };
  };

  return {
    ...pick(piece),
    beatsPerPhrase,
    trimsDb: TRIMS_DB[piece.id],
    lowDb: LOW_DB[piece.id],
    centre: pitchOf(piece.home) % 12,
    get written() {
      const { A, B, C } = written();
      return { A, B, C };
    },
    phrase(position: PhrasePosition) {
      const notes = thin(playPhrase(piece, placeOf(position), position), position.level);
      const random = seeded(position.seed, 1, position.index);
      return humanise(notes, random, { ...loose, over: beatsPerPhrase });
    },
    chordAt({ beat, ...position }) {
      const { phrase, breath: resting, music } = placeOf(position);
      const { chord } = chordAtBeat(music.chords, beat + (resting ? 0 : phrase * beatsPerPhrase));
      return chord.tones.map((tone) => pitchOf(chord.root + tone) % 12);
    },
    formAt(position) {
      const { section, phrase, breath: resting } = placeOf(position);
      const { letter, dress, number } = section;
      return { letter, dress, section: number, phrase, breath: resting };
    },
    themeFrom({ index, seed }) {
      // However long a form is, a theme begins within so many phrases.
      const far = index + 4 * Math.max(...Object.values(phrasesOf).map((phrases) => phrases + 1));
      return sectionsUntil(plan, far, seed).find(({ letter, from }) => letter === 'A' && from >= index)!.from;
    },
  };
}

const pick = ({ id, family, parts, reverbDb, brightnessHz }: Composition) => ({
  ...{ id, family, parts, reverbDb, brightnessHz },
});

const readMusic = (piece: Composition, { tune, harmony }: Music) => ({
  tune: tune === '' ? [] : readTune(tune, piece),
  stands: readHarmony(harmony, piece),
});

const lead = (piece: Composition, { tune, stands }: ReturnType<typeof readMusic>): Written => ({
  tune,
  chords: leadVoicesByRule(stands, { ...piece, tune }),
});

function check({ id, bars, forms, dresses, layers, parts, breath, ...piece }: Composition): void {
  const wrong = (what: string): RangeError => new RangeError(`${id}: ${what}`);
  for (const letter of ['A', 'B', 'C'] as const) {
    const [tune, harmony] = [countBars(piece[letter].tune), countBars(piece[letter].harmony)];
    if (tune !== harmony || tune % bars !== 0)
      throw wrong(`${letter} has ${tune} bars of tune over ${harmony} of harmony, in phrases of ${bars}`);
  }
  if (countBars(breath) !== bars) throw wrong(`the breath must be ${bars} bars long`);
  for (const [letter, dress] of formWords(forms))
    if (!'ABC'.includes(letter) || !dresses[dress]) throw wrong(`no section "${letter}:${dress}"`);
  if (forms.some((form) => !form.trim().startsWith('A'))) throw wrong('each form begins with A');
  for (const layer of Object.values(dresses).flatMap((dress) => dress.layers))
    if (!layers[layer] || !parts[layers[layer].part]) throw wrong(`no layer "${layer}" with a part`);
}

/** Everything that could be played in a phrase, with the rank from which level on it is. */
function playPhrase(piece: Composition, place: Place, position: PhrasePosition): Optional[] {
  const { dress, breath, section, phrase, music } = place;
  const { beatsPerBar, bars } = piece;
  const from = breath ? 0 : phrase * bars * beatsPerBar;
  const to = from + bars * beatsPerBar;
  const breathing = breath ? (piece.breathing ?? BREATHING) : { gainDb: 0, rank: 0 };
  const gain = 10 ** ((dress.gainDb + breathing.gainDb) / 20);
  const chords = position.takesUp ? takeUp(music, { ...piece, from, chord: position.takesUp }) : music.chords;
  const keys = [position.seed, seedOf(piece.id), section.number + (breath ? 1 : 0)];
  const stretch: Omit<Stretch, 'keys'> = { chords, from, to, beatsPerBar, end: endOf(music) };
  const tilt = breathing.rank - (dress.busier ?? 0);
  const layers = dress.layers.flatMap((name) =>
    accompany(piece.layers[name]!, { ...stretch, keys: [...keys, seedOf(name)] }).map((note) => ({
      ...note,
      rank: note.rank > 0 ? Math.max(0.01, note.rank + tilt) : 0,
    })),
  );
  const sung = singTune(piece, place, { ...position, keys });
  return [...layers, ...sung.filter(({ beat }) => isWithin(beat, from, to))].map((note) => ({
    ...note,
    beat: note.beat - from,
    velocity: Math.min(1, note.velocity * gain),
  }));
}

const endOf = ({ chords }: Written): number => chords.at(-1)!.beat + chords.at(-1)!.beats;

/** The tune of the whole section with its ornaments, and who goes with it. */
function singTune(
  piece: Composition,
  { music: { tune, chords }, dress }: Place,
  { level, keys }: PhrasePosition & { readonly keys: readonly number[] },
): Optional[] {
  const { ornaments, beatsPerBar } = piece;
  const [random, answering, following] = [21, 22, 23].map((key) => seeded(...keys, key));
  const adorned = adorn(tune, ornaments, random!).filter(({ rank }) => rank < level / 5);
  const line = joined([...tune.map((note) => ({ ...note, rank: 0 })), ...adorned], piece.tune.holds);
  const mean = tune.reduce((sum, { step }) => sum + step, 0) / tune.length;
  const voiced = (notes: readonly Ornament[], part: string, { octaves = 0, velocity = 1 } = {}): Optional[] =>
    notes.map(({ beat, beats, step, rank }) => ({
      ...{ part, beat, beats, rank, midi: pitchOf(step) + 12 * octaves },
      velocity:
        piece.tune.velocity * velocity * (1 + RISE * (step - mean) + (beat % beatsPerBar === 0 ? ACCENT : 0)),
    }));
  const { echoPart, echoOctaves } = ornaments;
  const { second, double } = dress;
  return [
    ...voiced(line, 'tune'),
    ...(double ? voiced(joined(tuneOnly(tune), piece.tune.holds), double.part, double) : []),
    ...(second
      ? voiced(
          secondVoice(tune, (beat) => chordAtBeat(chords, beat).chord, following!),
          second,
          { velocity: 0.7 },
        )
      : []),
    ...(echoPart
      ? voiced(echoes(tune, ornaments, answering!), echoPart, { octaves: echoOctaves ?? -1, velocity: 0.6 })
      : []),
  ];
}

const tuneOnly = (tune: readonly Sung[]): Ornament[] => tune.map((note) => ({ ...note, rank: 0 }));

/** One line: each note lasts until the next at most, and sounds on into it as far as it may. */
function joined(notes: readonly Ornament[], holds: number): Ornament[] {
  const line = [...notes].sort((a, b) => a.beat - b.beat);
  return line.map((note, i) => {
    const gap = (line[i + 1]?.beat ?? Infinity) - note.beat;
    return { ...note, beats: Math.min(note.beats, gap) + holds };
  });
}
