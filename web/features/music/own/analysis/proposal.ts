import { LADDER, type Family, type Level } from '../../../../../engine/index.ts';
import type { TrackAnalysis } from './analyse.ts';

/** One figure that a proposal rests on, and where it alone would put the track. */
export interface ProposalPart {
  readonly what: 'strokes' | 'brightness' | 'tempo';
  readonly value: number;
  /** On the ladder, 0 the quietest. */
  readonly rung: number;
}

/** Where a track may belong. Only a proposal: the person's word decides. */
export interface Proposal {
  readonly family: Exclude<Family, 'silence'>;
  readonly level: Level;
  readonly parts: readonly ProposalPart[];
}

type Measured = Pick<TrackAnalysis, 'onsetsPerSecond' | 'centroidHz' | 'tempo'>;

/**
 * What music of each rung of the ladder is like. Strokes and brightness follow what the built-in modules measure
 * (`docs/music.md`), with recordings allowed to be denser and brighter; tempo follows sedative trials (60–80) and what
 * people call lively.
 */
const RUNGS = {
  strokes: [0.5, 0.9, 1.5, 2.6, 3.5, 4.5],
  brightness: [500, 700, 1000, 1650, 2200, 2900],
  tempo: [58, 66, 76, 98, 110, 124],
} as const;

/** How much each figure counts. Judgement: how much happens is heard first; tempo by itself says little. */
const WEIGHTS = { strokes: 0.4, brightness: 0.35, tempo: 0.25 } as const;

/** The rung of the ladder that a track's figures are nearest to; without a beat, tempo has no say. */
export function proposalOf({ onsetsPerSecond, centroidHz, tempo }: Measured): Proposal {
  const values = [
    ['strokes', onsetsPerSecond],
    ['brightness', centroidHz],
    ...(tempo ? ([['tempo', tempo.bpm]] as const) : []),
  ] as const;
  const parts = values.map(([what, value]) => ({ what, value, rung: placeOn(RUNGS[what], value) }));
  const weight = parts.reduce((sum, { what }) => sum + WEIGHTS[what], 0);
  const place = parts.reduce((sum, { what, rung }) => sum + WEIGHTS[what] * rung, 0) / weight;
  return { ...LADDER[Math.round(place)]!, parts };
}

/** Where a value lies between the rungs' own, 0 to the last; ratios count, not differences. */
function placeOn(rungs: readonly number[], value: number): number {
  const above = rungs.findIndex((rung) => value < rung);
  if (above === 0) return 0;
  if (above < 0) return rungs.length - 1;
  const [low, high] = [rungs[above - 1]!, rungs[above]!];
  return above - 1 + Math.log(value / low) / Math.log(high / low);
}
