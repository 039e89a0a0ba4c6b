import { performOffline } from '../../test/support/audio-performance.ts';
import { LADDER, type Cue } from '../../engine/index.ts';
import { pick, seeded } from '../../web/audio/random.ts';
import { integratedLufs } from '../../web/features/music/own/analysis/loudness.ts';
import { filtered, phones } from './filters.ts';
import { centroidHz } from './measures.ts';
import { LEAD_S } from '../../web/audio/mixer.ts';
import { SCORES, tempoBpm } from '../../web/audio/modules/index.ts';
import { planTo } from './performances.ts';
import { roughness } from './roughness.ts';

/** Hz: enough for what is measured here, and renders in half the time. */
const RATE = 22_050;
/** The change is asked for here, and takes so long, as a dose does. Seconds. */
const [AT_S, FADE_S] = [9, 10];
/** A phrase that is waited for is at most so long. */
const WAIT_S = 12;
/** The stretch on either side that the overlap is held against, and the middle of the overlap. */
const [BESIDE_S, MIDDLE_S] = [6, 5];
const AFTER_S = 10;
/** Stretches whose centre of gravity is compared, and how far apart. */
const [COLOUR_S, APART_S] = [2.5, 10];

export interface Change {
  readonly from: Cue;
  readonly to: Cue;
  /** Roughness before, in the middle, and after. */
  readonly before: number;
  readonly overlap: number;
  readonly after: number;
  /** Furthest that the centre of gravity goes in ten seconds, octaves. */
  readonly octaves: number;
  /** What the loudness does on a phone from before to after, LU. */
  readonly phoneLu: number;
}

/** A change as a dose makes it, on a phrase boundary, measured in one rendering. */
export async function changeOf(from: Cue, to: Cue, seed: number): Promise<Change> {
  const seconds = AT_S + WAIT_S + FADE_S + AFTER_S;
  const sides = await performOffline({ seed, seconds, sampleRate: RATE }, [
    [0, planTo(from, 0.1, { kind: 'wake' })],
    [AT_S, planTo(to, FADE_S, { kind: 'dose', begin: 'phrase' })],
  ]);
  const begin = beginOf(from, AT_S);
  const mono = sides[0]!.map((x, i) => (x + sides[1]![i]!) / 2);
  const cut = (samples: Float32Array, fromS: number, forS: number): Float32Array =>
    samples.subarray(Math.round(fromS * RATE), Math.round((fromS + forS) * RATE));
  const rough = (fromS: number, forS: number): number => roughness(cut(mono, fromS, forS), RATE);
  const end = begin + FADE_S;
  const phone = sides.map((side) => filtered(side, phones(RATE)[0]!));
  const heard = (fromS: number): number =>
    integratedLufs({ channels: phone.map((side) => cut(side, fromS, BESIDE_S)), sampleRate: RATE });
  return {
    from,
    to,
    before: rough(begin - BESIDE_S, BESIDE_S),
    overlap: rough(begin + (FADE_S - MIDDLE_S) / 2, MIDDLE_S),
    after: rough(end, BESIDE_S),
    octaves: octavesOf(mono, begin - BESIDE_S, end + AFTER_S / 2),
    phoneLu: heard(end) - heard(begin - BESIDE_S),
  };
}

/** The centre of gravity of short stretches, against that of ten seconds later, at most. */
function octavesOf(mono: Float32Array, fromS: number, toS: number): number {
  const centres: number[] = [];
  for (let at = fromS; at + COLOUR_S <= toS; at += COLOUR_S)
    centres.push(centroidHz(mono.subarray(Math.round(at * RATE), Math.round((at + COLOUR_S) * RATE)), RATE));
  const apart = Math.round(APART_S / COLOUR_S);
  let most = 0;
  for (const [i, hertz] of centres.entries())
    for (const other of centres.slice(i + 1, i + 1 + apart))
      most = Math.max(most, Math.abs(Math.log2(other / hertz)));
  return most;
}

/** The phrase boundary that a change waits for, where a piece began at 0. */
function beginOf({ module, level }: Cue, askedS: number): number {
  const { beatsPerPhrase, family } = SCORES.get(module)!;
  const phraseS = (60 * beatsPerPhrase) / tempoBpm(family, level);
  return LEAD_S + Math.ceil(askedS / phraseS) * phraseS;
}

/** Each piece at a rung of the ladder, into another piece a rung above or below, as the seed has it. */
export function ladderPairs(modules: readonly string[], seed: number): (readonly [Cue, Cue])[] {
  const random = seeded(seed, 81);
  const all = modules.length > 1 ? modules : [...SCORES.keys()];
  const familyOf = (module: string): string => SCORES.get(module)!.family;
  return modules.flatMap((module) => {
    const own = LADDER.flatMap(({ family }, rung) => (family === familyOf(module) ? [rung] : []));
    const rung = pick(random, own);
    const next = pick(
      random,
      [rung - 1, rung + 1].filter((it) => LADDER[it] !== undefined),
    );
    const { family, level } = LADDER[next]!;
    const others = all.filter((other) => other !== module && familyOf(other) === family);
    if (others.length === 0) return [];
    return [
      [
        { module, ...LADDER[rung]! },
        { module: pick(random, others), family, level },
      ] as const,
    ];
  });
}

export const changeText = (it: Change): string =>
  [
    `${it.from.module} ${it.from.level} → ${it.to.module} ${it.to.level}`.padEnd(36),
    `rough ${[it.before, it.overlap, it.after].map((x) => x.toFixed(3)).join(' ')}`,
    `octaves ${it.octaves.toFixed(2)}  phone ${it.phoneLu.toFixed(1)} LU`,
  ].join('  ');
