import { chance, type Chance } from '../engine/index.ts';
import { chordHeard } from '../web/features/chords/hear/chord-heard.ts';
import { LOOK_SAMPLES } from '../web/features/chords/hear/tone-weights.ts';
import { chordNamed, sameChord, type Chord } from '../web/features/chords/theory/chord.ts';
import {
  OPEN_STRINGS,
  fingeringOf,
  pitchesOf,
  type InstrumentKind,
} from '../web/features/chords/theory/fingering.ts';
import { chordPlayer, type PlayedChord } from './played-chords.ts';
import { columns, runAlone, type Report } from './report.ts';
import { between } from './simulated-room.ts';

/**
 * Whether a chord that is played is named as what it is, and nothing else as it: `npm run bench -- chords`, or alone
 * with a number of chords an instrument. The bar: 90 % of clean chords right, at most 2 % of what is no such chord
 * taken for it.
 */

const CHORDS = 240;
const RATES = [44_100, 48_000] as const;
const NAMES = ['C', 'D', 'E', 'F', 'G', 'A', 'Am', 'Bm', 'Dm', 'Em', 'A7', 'B7', 'C7', 'D7', 'E7', 'G7'];
const ASKED: readonly Chord[] = NAMES.map((name) => chordNamed(name)!);
const KINDS: readonly InstrumentKind[] = ['guitar', 'ukulele', 'keyboard'];

/** What is wrong with what is played when a chord is asked for. */
type Wrong = 'another chord' | 'a finger off' | 'one string alone' | 'two strings';

interface Case {
  readonly asked: Chord;
  readonly pitches: readonly number[];
}

const pick = <T>(next: Chance, some: readonly T[]): T => some[Math.floor(next() * some.length)]!;

function wrongly(next: Chance, kind: InstrumentKind, wrong: Wrong): Case {
  const asked = pick(next, ASKED);
  const pitches = pitchesOf(asked, kind);
  switch (wrong) {
    case 'another chord': {
      const other = pick(
        next,
        ASKED.filter((one) => !sameChord(one, asked)),
      );
      return { asked, pitches: pitchesOf(other, kind) };
    }
    case 'a finger off':
      return { asked, pitches: withFingerOff(next, kind, asked) };
    case 'one string alone':
      return { asked, pitches: [pick(next, pitches)] };
    case 'two strings': {
      const from = Math.floor(next() * (pitches.length - 1));
      return { asked, pitches: pitches.slice(from, from + 2) };
    }
  }
}

/** One finger a fret too low, or lifted; on a keyboard the neighbouring key. A barre is left as it is. */
function withFingerOff(next: Chance, kind: InstrumentKind, asked: Chord): readonly number[] {
  if (kind === 'keyboard') {
    const keys = [...pitchesOf(asked, kind)];
    const at = Math.floor(next() * keys.length);
    keys[at]! += next() < 0.5 ? 1 : -1;
    return keys;
  }
  const { frets } = fingeringOf(asked, kind);
  const held = frets.flatMap((fret, string) => (fret !== undefined && fret > 0 ? [string] : []));
  const off = pick(next, held);
  const lower = next() < 0.5 ? 0 : frets[off]! - 1;
  return frets.flatMap((fret, string) =>
    fret === undefined ? [] : [OPEN_STRINGS[kind][string]! + (string === off ? lower : fret)],
  );
}

const classesOf = (pitches: readonly number[]): string =>
  [...new Set(pitches.map((pitch) => pitch % 12))].sort((a, b) => a - b).join(' ');

interface Conditions {
  readonly noise: readonly [number, number];
  readonly stringCents: number;
}

const CLEAN: Conditions = { noise: [30, 50], stringCents: 3 };
const ROUGH: Conditions = { noise: [12, 25], stringCents: 8 };

export function hearAs(
  next: Chance,
  { play, sampleRate }: { readonly play: PlayedChord; readonly sampleRate: number },
  { kind, pitches, conditions }: { kind: InstrumentKind; pitches: readonly number[]; conditions: Conditions },
) {
  const [low, high] = conditions.noise;
  const sound = play(next, pitches, {
    ...{ kind, length: LOOK_SAMPLES, stringCents: conditions.stringCents },
    ...{ tuningCents: between(next, -35, 35), noiseDb: between(next, low, high) },
  });
  return chordHeard(sound, sampleRate);
}

export async function chords([count = String(CHORDS)]: readonly string[] = []): Promise<Report> {
  const players = await Promise.all(
    RATES.map(async (sampleRate) => ({ sampleRate, play: await chordPlayer(sampleRate) })),
  );
  const rows = [];
  for (const kind of KINDS)
    for (const [room, conditions] of [
      ['clean', CLEAN],
      ['noisy', ROUGH],
    ] as const) {
      const next = chance(77 + KINDS.indexOf(kind) * 10 + (room === 'clean' ? 0 : 1));
      const tally = { right: 0, unsure: 0, wrong: 0 };
      for (let i = 0; i < Number(count); i++) {
        const asked = ASKED[i % ASKED.length]!;
        const heard = hearAs(next, players[i % 2]!, { kind, pitches: pitchesOf(asked, kind), conditions });
        const what = heard.is !== 'chord' ? 'unsure' : sameChord(heard.chord, asked) ? 'right' : 'wrong';
        tally[what]++;
      }
      const share = (n: number) => n / Number(count);
      rows.push({
        ...{ kind, room, chords: Number(count) },
        ...{ right: share(tally.right), withheld: share(tally.unsure), misnamed: share(tally.wrong) },
      });
    }
  const falsely = [];
  for (const wrong of ['another chord', 'a finger off', 'one string alone', 'two strings'] as const)
    for (const kind of KINDS) {
      const next = chance(990 + KINDS.indexOf(kind));
      let [tried, taken] = [0, 0];
      for (let i = 0; i < Number(count); i++) {
        const { asked, pitches } = wrongly(next, kind, wrong);
        // The same tones in another order are that chord.
        if (classesOf(pitches) === classesOf(pitchesOf(asked, kind))) continue;
        const heard = hearAs(next, players[i % 2]!, { kind, pitches, conditions: CLEAN });
        tried++;
        if (heard.is === 'chord' && sameChord(heard.chord, asked)) taken++;
      }
      falsely.push({ played: wrong, kind, tried, 'taken for it': taken / tried });
    }
  const all = falsely.reduce((sum, row) => sum + row.tried, 0);
  const taken = falsely.reduce((sum, row) => sum + row.tried * row['taken for it'], 0);
  return {
    text: [
      `Chords that were played, named\n${columns(rows)}`,
      `\nSomething else, with a chord asked for\n${columns(falsely)}`,
      `\nfalsely right: ${((100 * taken) / all).toFixed(2)} % of ${all}`,
    ].join('\n'),
    data: { named: rows, falsely, falseShare: taken / all },
  };
}

await runAlone(import.meta.url, chords);
