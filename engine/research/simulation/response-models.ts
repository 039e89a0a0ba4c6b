import { LADDER, nearestRung } from '../../music/ladder.ts';
import type { Cue } from '../../music/crossfade-plan.ts';

/**
 * Why music calms somebody, if it does: four rival accounts, a mixture of them, no effect, and harm. The evidence
 * for each is in `docs/simulation.md`.
 */
export const RESPONSE_MODELS = [
  'sedative',
  'iso',
  'taste',
  'habituating',
  'mixed',
  'nothing',
  'harm',
] as const;
export type ResponseModel = (typeof RESPONSE_MODELS)[number];

/** Under these music works. */
export const WORKING_MODELS: readonly ResponseModel[] = ['sedative', 'iso', 'taste', 'habituating', 'mixed'];

/** How much of each account holds for a person; adds up to 1 where music works and to 0 where it does nothing. */
export interface Accounts {
  readonly sedative: number;
  readonly iso: number;
  readonly taste: number;
  readonly habituating: number;
}

const TOP = LADDER.length - 1;
/** Rungs either side over which music still meets a person. Judgement. */
const CONGRUENCE_RUNGS = 1.5;

/**
 * How soothing a cue is before taste and habit: 1 most soothing, −1 most rousing.
 *
 * - sedative: the quieter the better, whoever listens (Bernardi 2006, doi:10.1136/hrt.2005.064600)
 * - iso: best a rung below where the person feels to be (Heiderscheit & Madson 2015, doi:10.1093/mtp/miu042)
 * - taste, habituating: any music, so long as it is liked, or new
 *
 * @param felt how aroused the person feels, 0–1 of their own scale
 */
export function soothing(accounts: Accounts, { family, level }: Cue, felt: number): number {
  if (family === 'silence') return 0;
  const rung = nearestRung({ family, level });
  const off = (rung - (felt * TOP - 1)) / CONGRUENCE_RUNGS;
  return (
    accounts.sedative * (1 - (2 * rung) / TOP) +
    accounts.iso * Math.exp(-0.5 * off * off) +
    accounts.taste +
    accounts.habituating
  );
}

/** What a unit of soothing does in a minute. */
export interface Gain {
  /** Fall of arousal, 0–1 scale. */
  readonly arousal: number;
  /** Fall of craving, points. */
  readonly craving: number;
}

/**
 * Set by `attune simulate calibrate`, once, before any policy was tried: with these, a calm piece throughout against
 * silence comes to d = 0.38 on arousal (de Witte 2020, doi:10.1080/17437199.2019.1627897) and 0.33 on craving (half of
 * the 0.66 that therapist-led sessions reached, Ghetti 2022, doi:10.1002/14651858.CD012576.pub3) under each model.
 * Harm has the mean gain of the four accounts.
 */
export const GAINS: Readonly<Record<ResponseModel, Gain>> = {
  sedative: { arousal: 0.0074, craving: 0.58 },
  iso: { arousal: 0.0152, craving: 0.87 },
  taste: { arousal: 0.0073, craving: 0.54 },
  habituating: { arousal: 0.0116, craving: 0.97 },
  mixed: { arousal: 0.009, craving: 0.66 },
  nothing: { arousal: 0, craving: 0 },
  harm: { arousal: 0.0104, craving: 0.74 },
};
