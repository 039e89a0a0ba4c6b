import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

interface Tunable {
  readonly value: number;
  readonly unit: string;
  readonly range: readonly [number, number];
  /** A paper, a specification, or "judgement" where tuning is ours. */
  readonly source: string;
}

const tunable = (value: number, unit: string, about: Pick<Tunable, 'range' | 'source'>): Tunable => ({
  value,
  unit,
  ...about,
});

/** Every number that somebody might want to change: default, unit, range, source. */
export const TUNABLES = {
  stepMs: tunable(1000, 'ms', { range: [250, 60_000], source: 'judgement: a live estimate a second' }),
  catchUpS: tunable(3600, 's', {
    range: [10, 86_400],
    source: 'judgement: longer silences are skipped, not stepped',
  }),

  gapMs: tunable(3000, 'ms', {
    range: [1000, 10_000],
    source: 'judgement: straps deliver RR up to 3 s late',
  }),
  duplicateMs: tunable(250, 'ms', {
    range: [0, 1000],
    source: 'judgement: same payload again this soon is a repeat',
  }),
  anchorS: tunable(60, 's', { range: [10, 600], source: 'judgement: span of the arrival offsets' }),

  rrMinMs: tunable(300, 'ms', { range: [200, 500], source: 'Task Force 1996, doi:10.1161/01.CIR.93.5.1043' }),
  rrMaxMs: tunable(2000, 'ms', {
    range: [1500, 3000],
    source: 'Task Force 1996, doi:10.1161/01.CIR.93.5.1043',
  }),
  localMedianBeats: tunable(11, 'beats', {
    range: [3, 91],
    source: 'Lipponen & Tarvainen 2019, doi:10.1080/03091902.2019.1640306',
  }),
  localMedianShare: tunable(0.25, '1', {
    range: [0.1, 0.5],
    source: 'Malik 1989, doi:10.1016/0002-9149(89)90211-5 (20 %), widened for respiratory arrhythmia',
  }),

  windowS: tunable(60, 's', {
    range: [30, 300],
    source: 'Munoz 2015, doi:10.1371/journal.pone.0138921: RMSSD from 30 s on',
  }),
  rateMinS: tunable(10, 's', { range: [5, 60], source: 'judgement: beats needed for a mean heart rate' }),
  rmssdMinS: tunable(30, 's', { range: [10, 300], source: 'Munoz 2015, doi:10.1371/journal.pone.0138921' }),
  tachogramHz: tunable(4, 'Hz', { range: [4, 4], source: 'Berger 1986, doi:10.1109/TBME.1986.325789' }),
  spectrumSamples: tunable(256, 'samples', { range: [256, 256], source: '64 s at 4 Hz' }),
  spectrumCoverage: tunable(0.9, '1', {
    range: [0.5, 1],
    source: 'judgement: share of the window that must be beats',
  }),

  baselineS: tunable(120, 's', {
    range: [60, 600],
    source: 'Laborde 2017, doi:10.3389/fpsyg.2017.00213: resting baselines of minutes',
  }),
  heartRateSpreadFloorBpm: tunable(4, '1/min', {
    range: [1, 10],
    source: 'judgement: resting windows within one sitting',
  }),
  lnRmssdSpreadFloor: tunable(0.25, 'ln ms', {
    range: [0.05, 1],
    source: 'judgement: resting windows within one sitting',
  }),

  heartRateWeight: tunable(0.9, 'logit/z', {
    range: [0, 3],
    source: 'judgement, to be fitted on labelled recordings',
  }),
  lnRmssdWeight: tunable(0.2, 'logit/z', {
    range: [0, 3],
    source: 'judgement, to be fitted on labelled recordings',
  }),
  restLogit: tunable(-1, 'logit', { range: [-3, 1], source: 'judgement: rest reads as 0.27' }),
  modelLogitSd: tunable(0.5, 'logit', { range: [0, 3], source: 'judgement: what heart rate cannot know' }),
  evidenceLogitMax: tunable(4, 'logit', {
    range: [2, 10],
    source: 'judgement: no heart rate speaks for more than 98 % or less than 2 %',
  }),
  arousalDriftLogit: tunable(0.15, 'logit/√s', {
    range: [0.01, 1],
    source: 'judgement: follows a change in about 20 s',
  }),
  staleS: tunable(10, 's', { range: [3, 60], source: 'judgement: an older estimate is withheld' }),
  qualityMin: tunable(0.5, '1', { range: [0, 1], source: 'judgement: below it the estimate is withheld' }),
  correctedMax: tunable(0.2, '1', {
    range: [0.05, 0.5],
    source: 'Lipponen & Tarvainen 2019; above it a segment is not trusted',
  }),
  risingArousal: tunable(0.05, '1', {
    range: [0.01, 0.3],
    source: 'judgement: smaller changes are held to be none',
  }),

  dwellS: tunable(60, 's', { range: [10, 600], source: 'judgement: music never flutters' }),
  manualHoldS: tunable(120, 's', {
    range: [10, 900],
    source: 'judgement: a choice by hand stands for two minutes',
  }),
  silenceS: tunable(120, 's', {
    range: [30, 300],
    source: 'Bernardi 2006, doi:10.1136/hrt.2005.064600: a two-minute pause',
  }),
  doseFadeS: tunable(10, 's', { range: [8, 15], source: 'judgement: a change that is not noticed as one' }),
  pressFadeS: tunable(1.5, 's', { range: [1, 2], source: 'judgement: a press is answered at once' }),
  wakeFadeS: tunable(4, 's', { range: [3, 5], source: 'judgement: no startle out of silence' }),
  stopFadeS: tunable(0.2, 's', { range: [0.15, 0.3], source: 'judgement: gone in 0.3 s without a click' }),
  continuityWeight: tunable(3, '1', {
    range: [1, 10],
    source: 'judgement: the module that sounds is preferred at a step',
  }),

  distressRise: tunable(20, 'points', { range: [5, 100], source: 'judgement, on the 0–100 craving scale' }),
  distressRating: tunable(80, 'points', { range: [50, 100], source: 'judgement: twice in one session' }),
  heartRateCeilingBpm: tunable(130, '1/min', {
    range: [90, 200],
    source: 'judgement: at rest; the profile may lower it',
  }),
  heartRateCeilingS: tunable(60, 's', { range: [10, 300], source: 'judgement' }),
} as const satisfies Record<string, Tunable>;

export type EngineConfig = { readonly [Name in keyof typeof TUNABLES]: number };

/**
 * The engine's configuration: defaults with `changes` on top.
 * @throws RangeError  a value outside its range, named with its range
 */
export function engineConfig(changes: Partial<EngineConfig> = {}): EngineConfig {
  const config = Object.fromEntries(
    Object.entries(TUNABLES).map(([name, { value }]) => [name, changes[name as keyof EngineConfig] ?? value]),
  ) as EngineConfig;
  for (const [name, { range, unit }] of Object.entries(TUNABLES)) {
    const value = config[name as keyof EngineConfig];
    if (!(value >= range[0] && value <= range[1])) {
      throw new RangeError(`${name} must be within ${range[0]}–${range[1]} ${unit}, not ${value}`);
    }
  }
  return config;
}

/** A short name for anything that steers decisions: the first 16 hex digits of SHA-256 over its JSON. */
export const hashOf = (steering: unknown): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(steering)))).slice(0, 16);
