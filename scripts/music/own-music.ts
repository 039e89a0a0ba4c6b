import { playOffline } from '../../test/support/audio-performance.ts';
import { analyse, type TrackAnalysis } from '../../web/features/music/own/analysis/analyse.ts';
import { keyName } from '../../web/features/music/own/analysis/key.ts';
import { proposalOf } from '../../web/features/music/own/analysis/proposal.ts';
import { SCORES } from '../../web/audio/modules/index.ts';
import { ebur128 } from './ebur128.ts';
import { generated, PATTERNS, type Pattern, type Recipe } from './generated-tracks.ts';
import { FULL_RATE } from './performances.ts';

/** One generated track, as it is and as it was analysed. */
export interface OwnMusicRow {
  readonly pattern: Pattern;
  readonly bpm: number;
  readonly found: TrackAnalysis;
  /** How far the tempo is off, or its stated octave, whichever is nearer; a share. */
  readonly tempoOff: number;
  /** The first tempo named was the right one. */
  readonly sameOctave: boolean;
  /** Strokes found, as a share of those played. */
  readonly strokes: number;
  readonly rightKey: boolean;
  /** Our meter less libebur128's port, LU. */
  readonly lufsOff: number;
}

const SECONDS = 24;

/** The analysis of one generated track, held against what it was made from and against another meter. */
export async function ownMusicRow(recipe: Omit<Recipe, 'seconds' | 'sampleRate'>): Promise<OwnMusicRow> {
  const { samples, strokes } = generated({ ...recipe, seconds: SECONDS, sampleRate: FULL_RATE });
  const found = analyse({ channels: [samples], sampleRate: FULL_RATE });
  if (!found) throw new Error(`${recipe.pattern} ${recipe.bpm}: nothing heard`);
  const { tempo, key } = found;
  const off = (bpm: number | undefined): number => Math.abs((bpm ?? 0) / recipe.bpm - 1);
  const other = await ebur128([samples, samples], FULL_RATE);
  return {
    pattern: recipe.pattern,
    bpm: recipe.bpm,
    found,
    tempoOff: Math.min(off(tempo?.bpm), off(tempo?.octaveBpm)),
    sameOctave: off(tempo?.bpm) < 0.02,
    strokes: (found.onsetsPerSecond * (found.toS - found.fromS)) / strokes,
    rightKey: key !== undefined && key.mode === 'major' && key.tonic === (recipe.tonic ?? 0),
    lufsOff: found.lufs - other.integratedLufs,
  };
}

const TEMPI = [50, 57, 63, 72, 85, 96, 110, 121, 133, 150, 167, 180];

/** All patterns at all tempi, 50 to 180 a minute, each in another key. */
export async function* ownMusicRows(): AsyncGenerator<OwnMusicRow> {
  for (const pattern of PATTERNS)
    for (const [i, bpm] of TEMPI.entries()) yield ownMusicRow({ pattern, bpm, seed: 11 + i, tonic: i });
}

/** "tune     85  85.0 (42.5)  …" */
export const rowText = ({ pattern, bpm, found, strokes, lufsOff }: OwnMusicRow): string => {
  const { tempo, key, lufs, onsetsPerSecond, centroidHz } = found;
  const { family, level } = proposalOf(found);
  return [
    pattern.padEnd(8),
    String(bpm).padStart(4),
    `${tempo?.bpm.toFixed(1) ?? '–'} (${tempo?.octaveBpm.toFixed(1) ?? '–'})`.padStart(15),
    `${onsetsPerSecond.toFixed(2)} (${(100 * strokes).toFixed(0)} %)`.padStart(14),
    centroidHz.toFixed(0).padStart(6),
    (key ? keyName(key) : '–').padStart(10),
    `${lufs.toFixed(2)} (${lufsOff >= 0 ? '+' : ''}${lufsOff.toFixed(3)})`.padStart(17),
    ` ${family} ${level}`,
  ].join(' ');
};

/**
 * The built-in modules as if they were somebody's own: whether they are
 * proposed to the family they were written for.
 */
export async function* modulesAsOwn(
  seconds: number,
): AsyncGenerator<{ readonly id: string; readonly text: string; readonly right: boolean }> {
  for (const { id, family } of SCORES.values()) {
    const level = family === 'calming' ? 2 : 4;
    const channels = await playOffline({ module: id, level, seconds, seed: 3, sampleRate: FULL_RATE });
    const found = analyse({ channels, sampleRate: FULL_RATE });
    const proposed = found && proposalOf(found);
    const figures = found
      ? `${found.onsetsPerSecond.toFixed(2)}/s, ${found.centroidHz.toFixed(0)} Hz, ` +
        `${found.tempo?.bpm.toFixed(0) ?? 'no'} bpm, ${found.key ? keyName(found.key) : 'no key'}`
      : 'nothing heard';
    const ours = `${id.padEnd(15)} ${family} ${level}`;
    const text = `${ours} → ${proposed?.family ?? '–'} ${proposed?.level ?? ''}  (${figures})`;
    yield { id, text, right: proposed?.family === family };
  }
}
