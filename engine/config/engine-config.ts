import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { COEFFICIENTS } from './arousal-coefficients.ts';
import { settingsFrom, type SettingsOf, type Tunable } from './tunable.ts';

const tunable = (value: number, unit: string, about: Pick<Tunable, 'range' | 'source'>): Tunable => ({
  value,
  unit,
  ...about,
});

/** Every tunable number: default, unit, range, source. */
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
    source:
      'judgement: same payload again this soon, or before its intervals can have passed, may be a repeat',
  }),
  anchorS: tunable(60, 's', { range: [10, 600], source: 'judgement: span of the arrival offsets' }),

  windowS: tunable(60, 's', {
    range: [30, 300],
    source: 'Munoz 2015, doi:10.1371/journal.pone.0138921: RMSSD from 30 s on',
  }),
  rateMinS: tunable(10, 's', { range: [5, 60], source: 'judgement: beats needed for a mean heart rate' }),
  rmssdMinS: tunable(30, 's', { range: [10, 300], source: 'Munoz 2015, doi:10.1371/journal.pone.0138921' }),
  tachogramHz: tunable(4, 'Hz', { range: [4, 4], source: 'Berger 1986, doi:10.1109/TBME.1986.325789' }),
  spectrumSamples: tunable(256, 'samples', { range: [256, 256], source: '64 s at 4 Hz' }),

  baselineS: tunable(120, 's', {
    range: [60, 600],
    source: 'Laborde 2017, doi:10.3389/fpsyg.2017.00213: resting baselines of minutes',
  }),
  baselineSteadyBpm: tunable(8, '1/min', {
    range: [3, 30],
    source: 'judgement: at rest the minute means of two minutes stay this close',
  }),
  baselineCorrectedMax: tunable(0.2, '1', {
    range: [0.05, 0.5],
    source: 'judgement: a baseline that nobody chose must be clean',
  }),
  baselineMaxBpm: tunable(100, '1/min', {
    range: [70, 130],
    source: 'judgement: faster is not taken for rest unless somebody says so',
  }),
  baselineAboveLowestBpm: tunable(12, '1/min', {
    range: [5, 40],
    source: 'judgement: a heart that was this much slower before is not at rest now',
  }),

  smoothS: tunable(75, 's', {
    range: [10, 300],
    source: 'open recordings, docs/estimates.md: 45–90 s alike',
  }),
  fastS: tunable(6, 's', {
    range: [3, 30],
    source: 'synthetic hearts, docs/estimates.md; a breath: exercise is seen in 20 s',
  }),
  followSe: tunable(1.2, '1', {
    range: [0.5, 10],
    source:
      'open recordings and synthetic hearts, docs/estimates.md: what stands out this far is followed at once',
  }),
  lagShare: tunable(2, '1', { range: [0, 5], source: 'synthetic hearts: 80 % intervals hold 80 %' }),
  levelMinS: tunable(10, 's', {
    range: [3, 60],
    source: 'judgement: beats needed for a level of heart rate',
  }),
  restRiseS: tunable(1200, 's', {
    range: [300, 7200],
    source: 'open recordings, docs/estimates.md: 900–1800 s alike',
  }),
  restDepthBpm: tunable(4, '1/min', { range: [0, 30], source: 'open recordings, docs/estimates.md' }),
  restShare: tunable(0.5, '1', {
    range: [0, 1],
    source: 'open recordings, docs/estimates.md: running rest and baseline count alike',
  }),

  heartRateWeight: tunable(COEFFICIENTS['state-space'].perBpm, 'logit per 1/min', {
    range: [0, 1],
    source: 'fitted on the open recordings: attune fit',
  }),
  restLogit: tunable(COEFFICIENTS['state-space'].intercept, 'logit', {
    range: [-3, 1],
    source: 'fitted on the open recordings: attune fit',
  }),
  evidenceLogitMax: tunable(4, 'logit', {
    range: [2, 10],
    source: 'judgement: no heart rate speaks for more than 98 % or less than 2 %',
  }),
  staleS: tunable(20, 's', { range: [3, 60], source: 'judgement: an older estimate is withheld' }),
  artefactsMax: tunable(1, '1', {
    range: [0.1, 1],
    source:
      'open recordings, docs/estimates.md: the level of heart rate, from beats that agree, ' +
      'stands any share of artefacts',
  }),
  qualityMin: tunable(0.1, '1', { range: [0, 1], source: 'judgement: below it the estimate is withheld' }),
  correctedMax: tunable(0.5, '1', {
    range: [0.05, 0.5],
    source:
      'open recordings, docs/estimates.md: with a baseline chosen by hand, windows with more artefacts are left out',
  }),
  irregularMax: tunable(0.5, '1', {
    range: [0.1, 1],
    source: 'judgement, after Buś 2023, doi:10.3390/jcm12020687: most differences are large in fibrillation',
  }),
  irregularSpread: tunable(0.12, '1', {
    range: [0.05, 0.5],
    source: 'judgement: paced breathing stays below 0.08, simulated fibrillation is above',
  }),
  exerciseRiseBpm: tunable(36, '1/min', {
    range: [20, 60],
    source: 'judgement: seated stress stays below (Kirschbaum 1993, doi:10.1159/000119004)',
  }),
  exerciseBpm: tunable(120, '1/min', { range: [100, 180], source: 'judgement: faster than a seated heart' }),
  sustainedRiseBpm: tunable(15, '1/min', {
    range: [8, 40],
    source: 'judgement: light exercise; a seated heart stays below on average (Kirschbaum 1993)',
  }),
  sustainedRmssdShare: tunable(0.6, '1', {
    range: [0.2, 1],
    source: 'judgement, after Michael 2017, doi:10.3389/fphys.2017.00301',
  }),
  sustainedS: tunable(120, 's', {
    range: [30, 900],
    source: 'judgement: an excitement of two minutes is believed',
  }),
  movementMg: tunable(25, 'mG', {
    range: [10, 100],
    source: 'Vähä-Ypyä 2015, doi:10.1111/cpf.12127: 22.5 mG parts sitting and standing from slow walking',
  }),
  movementTiltDeg: tunable(30, '°', {
    range: [10, 90],
    source: 'judgement: leaning stays below, standing up and lying down do not',
  }),
  recoveryS: tunable(300, 's', {
    range: [120, 900],
    source: 'judgement: 2–5 minutes after movement; the longer, since heart rate falls slowly',
  }),
  risingArousal: tunable(0.05, '1', {
    range: [0.01, 0.3],
    source: 'judgement: smaller changes are held to be none',
  }),

  matchBelow: tunable(2, 'rungs', {
    range: [1, 3],
    source:
      'judgement, docs/simulation.md: calm music that is near; ' +
      '1 met people with livelier music than any account asks for',
  }),
  fallingArousal: tunable(0.05, '1', {
    range: [0.01, 0.3],
    source: 'judgement: a body that comes down by itself does so by about this in two minutes',
  }),

  manualHoldS: tunable(120, 's', {
    range: [10, 900],
    source: 'judgement: a choice by hand stands for two minutes',
  }),
  dwellS: tunable(60, 's', {
    range: [30, 300],
    source: 'judgement: the course changes what sounds at most once in this time',
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
  unjudgedWeight: tunable(0.1, '1', {
    range: [0.01, 1],
    source:
      'judgement, after Dingle 2015, doi:10.1016/j.aip.2015.05.005: it may belong to use, so it comes rarely',
  }),

  distressRise: tunable(20, 'points', { range: [5, 100], source: 'judgement, on the 0–100 craving scale' }),
  distressRating: tunable(80, 'points', { range: [50, 100], source: 'judgement: twice in one session' }),
  heartRateCeilingBpm: tunable(130, '1/min', {
    range: [90, 200],
    source: 'judgement: at rest; the profile may lower it',
  }),
  heartRateCeilingS: tunable(60, 's', { range: [10, 300], source: 'judgement' }),
  ceilingMarginBpm: tunable(10, '1/min', {
    range: [0, 40],
    source: 'judgement: this close to a ceiling nothing grows livelier',
  }),
  quarantineRise: tunable(15, 'points', {
    range: [5, 100],
    source: 'judgement, on the 0–100 craving scale: between two ratings',
  }),
  quarantineS: tunable(30, 's', {
    range: [0, 300],
    source: 'judgement: heard for less, a module is not suspected',
  }),
  recencyS: tunable(600, 's', {
    range: [0, 3600],
    source: 'judgement: on a skip, what sounded this lately comes last',
  }),

  dailyMinutesMax: tunable(240, 'min', {
    range: [10, 1440],
    source: 'judgement: far above any protocol; a clinician may lower it',
  }),
  soundAllowanceDb: tunable(80, 'dB(A)', {
    range: [60, 85],
    source: 'WHO-ITU H.870 (2018), mode 1: 80 dB(A) for 40 h a week',
  }),
  soundAllowanceSensitiveDb: tunable(75, 'dB(A)', {
    range: [60, 80],
    source: 'WHO-ITU H.870 (2018), mode 2, children and sensitive listeners: 75 dB(A) for 40 h a week',
  }),
  soundAllowanceH: tunable(40, 'h', { range: [1, 40], source: 'WHO-ITU H.870 (2018): a week' }),
  assumedLevelDb: tunable(80, 'dB(A)', {
    range: [50, 100],
    source: 'judgement: where nobody has measured it; on the loud side of usual listening',
  }),
  limitReserveS: tunable(30, 's', {
    range: [15, 120],
    source: 'judgement: a phrase, a fade and a step; music is led out this long before a limit',
  }),
} as const satisfies Record<string, Tunable>;

export type EngineConfig = SettingsOf<typeof TUNABLES>;

/**
 * The engine's configuration: defaults with `changes` on top.
 * @throws RangeError  a value outside its range, named with its range
 */
export const engineConfig = (changes: Partial<EngineConfig> = {}): EngineConfig =>
  settingsFrom(TUNABLES, changes);

/** Identifies anything that steers decisions: the first 16 hex digits of SHA-256 over its JSON. */
export const hashOf = (steering: unknown): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(steering)))).slice(0, 16);

/** The hash in a session's start of everything that steers it: the configuration and the protocol. */
export const configHash = (config: EngineConfig, protocol: object): string => hashOf({ config, protocol });
