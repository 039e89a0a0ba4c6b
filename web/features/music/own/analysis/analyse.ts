import { centroidHz } from './brightness.ts';
import { keyOf, type Key } from './key.ts';
import { integratedLufs } from './loudness.ts';
import { onsetEnvelope } from './onset-envelope.ts';
import { onsetTimes } from './onsets.ts';
import { outlineOf, soundSpan, type Outline } from './outline.ts';
import { monoOf, thinned, type Sound } from './sound.ts';
import { tempoOf, type Tempo } from './tempo.ts';
import { truePeak } from './true-peak.ts';

/** What is measured of a track. A figure that cannot be given is absent. */
export interface TrackAnalysis {
  readonly lengthS: number;
  /** Where the sound begins and ends, s. */
  readonly fromS: number;
  readonly toS: number;
  /** Integrated, as it is heard from two loudspeakers: a single channel sounds from both. */
  readonly lufs: number;
  readonly truePeakDb: number;
  readonly centroidHz: number;
  readonly onsetsPerSecond: number;
  readonly tempo?: Tempo;
  readonly key?: Key;
  readonly outline: Outline;
}

/** Rhythm and key need no more than this. Hz */
const COARSE_RATE = 22_050;
const OUTLINE_COLUMNS = 120;
/** Quieter than this as a whole is silence with noise. LUFS */
const LEAST_LUFS = -60;

/**
 * Everything that is measured of a track.
 * @returns `undefined` where there is nothing to be heard in it
 * Cost: about a second for four minutes.
 */
export function analyse({ channels, sampleRate }: Sound): TrackAnalysis | undefined {
  const heard = channels.length === 1 ? [channels[0]!, channels[0]!] : channels;
  const span = soundSpan(channels, sampleRate);
  const lufs = integratedLufs({ channels: heard, sampleRate });
  const mono = monoOf({ channels, sampleRate });
  const brightness = centroidHz(mono, sampleRate);
  if (!span || !(lufs > LEAST_LUFS) || brightness === undefined) return undefined;
  const factor = Math.max(1, Math.round(sampleRate / COARSE_RATE));
  const coarse = thinned(mono, factor);
  const envelope = onsetEnvelope(coarse, sampleRate / factor);
  const tempo = tempoOf(envelope);
  const key = keyOf(coarse, sampleRate / factor);
  return {
    lengthS: mono.length / sampleRate,
    ...span,
    lufs,
    truePeakDb: 20 * Math.log10(Math.max(...channels.map(truePeak))),
    centroidHz: brightness,
    onsetsPerSecond: onsetTimes(envelope).length / (span.toS - span.fromS),
    ...(tempo && { tempo }),
    ...(key && { key }),
    outline: outlineOf(mono, OUTLINE_COLUMNS),
  };
}
