import { chance, normal, type Chance } from '../engine/index.ts';
import {
  alignTake,
  MARKER_S,
  markerAt,
  onsetsIn,
  playedAtS,
  type TakeAlignment,
} from '../engine/rhythm/index.ts';
import { columns, runAlone, type Report } from './report.ts';
import { addSound, between, clapOf, noiseOf, quantile, roomOf, throughSpeaker } from './simulated-room.ts';

/**
 * Whether a take lands on the beat whatever device and room it was made with: `npm run bench -- takes`, or alone with a
 * number of devices. Each is a loudspeaker of its own band, a room, a microphone with noise, 20–400 ms round trip, clocks
 * up to 100 ppm apart, music under the marker, and somebody who claps on the beat as they hear it. The bar: 95 % of the
 * claps within 5 ms of their beat.
 */

const DEVICES = 240;
const [RATE, SECONDS, BEAT_S, BAR_BEATS] = [48_000, 31, 0.6, 4] as const;
/** Four clicks of the count-in, then one now and then. */
const COUNT_IN_S = [1, 2, 3, 4].map((n) => n * BEAT_S);
const MARKERS_AT_S = [...COUNT_IN_S, 9.03, 18.63, 28.23];
const MARKERS = markerAt(4 * RATE);

/** A take on one device, placed with all its markers and with those of the count-in alone. */
export interface SimulatedTake {
  readonly whole: PlacedTake;
  readonly byCountIn: PlacedTake;
}

interface PlacedTake {
  readonly alignment: TakeAlignment;
  /** Estimated loop less the true one, seconds; absent: none was measured. */
  readonly loopErrorS?: number;
  /** Of each clap that was found: where the take has it, against the beat that it answers. Seconds. */
  readonly errorsS: readonly number[];
  readonly claps: number;
}

/** @param headphones  nothing of what is played reaches the microphone */
export function simulatedTake(next: Chance, headphones = false): SimulatedTake {
  const loopS = between(next, 0.02, 0.4);
  const drift = between(next, -1e-4, 1e-4);
  const paths = roomOf(next, { decayS: between(next, 0.15, 0.7), echoDb: between(next, -12, 0) });
  const heardAt = (playedS: number) => loopS + playedS * (1 + drift);
  const recording = new Float32Array(SECONDS * RATE);
  const room = { sampleRate: RATE, paths };
  if (!headphones) {
    const marker = { gain: 1, lengthS: MARKER_S, wave: (s: number) => markerWave(s / (1 + drift)) };
    for (const at of MARKERS_AT_S) addSound(recording, { fromS: heardAt(at), ...marker }, room);
    addMusic(next, recording, heardAt);
    const band = { lowHz: between(next, 250, 900), highHz: between(next, 3500, 12_000) };
    throughSpeaker(recording, { sampleRate: RATE, ...band });
  }
  const level = 10 ** (between(next, -30, -6) / 20);
  const noise = noiseOf(next, recording.length, RATE);
  const quiet = 10 ** (-between(next, 15, 45) / 20);
  recording.forEach((value, i) => (recording[i] = level * (value + quiet * noise[i]!)));
  for (const beat of BEATS_S) {
    const gain = level * 2 * 10 ** (between(next, -6, 6) / 20);
    addSound(recording, { fromS: heardAt(beat), gain, ...clapOf(next) }, room);
  }
  const onsetsS = onsetsIn(recording, { sampleRate: RATE }).map(({ sample }) => sample / RATE);
  const storedLoopS = loopS + 0.008 * normal(next);
  const placed = (markersAtS: readonly number[]): PlacedTake => {
    const alignment = alignTake({ recording, sampleRate: RATE, markersAtS, storedLoopS });
    const errorsS = errorsOf(onsetsS.map((at) => playedAtS(alignment, at)!));
    const measured = alignment.how === 'marker' && { loopErrorS: alignment.loopS - loopS };
    return { alignment, ...measured, errorsS, claps: BEATS_S.length };
  };
  return { whole: placed(MARKERS_AT_S), byCountIn: placed(COUNT_IN_S) };
}

/** What somebody claps: each second beat after the count-in, away from markers. */
const BEATS_S = Array.from({ length: 24 }, (_, i) => BEAT_S * (8 + 2 * i)).filter(
  (at) => at < SECONDS - 1 && MARKERS_AT_S.every((marker) => Math.abs(marker - at) > 0.12),
);

const errorsOf = (placedS: readonly number[]): readonly number[] =>
  BEATS_S.flatMap((beat) => {
    const errors = placedS.map((at) => at - beat);
    const least = errors.reduce((best, one) => (Math.abs(one) < Math.abs(best) ? one : best), Infinity);
    return Math.abs(least) < 0.1 ? [least] : [];
  });

function markerWave(s: number): number {
  const at = s * 4 * RATE;
  const [i, share] = [Math.floor(at), at - Math.floor(at)];
  return (MARKERS.inPhase[i] ?? 0) * (1 - share) + (MARKERS.inPhase[i + 1] ?? 0) * share;
}

/** Soft chords of five partials a bar, as loud as the marker or less. */
function addMusic(next: Chance, recording: Float32Array, heardAt: (s: number) => number): void {
  const gain = 10 ** (between(next, -30, -12) / 20);
  for (let s = 5 * BEAT_S; s < SECONDS - 3; s += BAR_BEATS * BEAT_S) {
    const tones = Array.from({ length: 5 }, () => 2 * Math.PI * between(next, 150, 3000));
    addSound(
      recording,
      {
        ...{ fromS: heardAt(s), gain, lengthS: BAR_BEATS * BEAT_S },
        wave: (t) =>
          tones.reduce((sum, omega) => sum + Math.sin(omega * t), 0) * Math.min(1, 20 * t) * Math.exp(-t),
      },
      { sampleRate: RATE, paths: [[0, 1]] },
    );
  }
}

/** Figures of takes that were made alike. */
function figuresOf(takes: readonly PlacedTake[]) {
  const errorsMs = takes.flatMap(({ errorsS }) => errorsS.map((error) => Math.abs(1000 * error)));
  const loopsMs = takes.flatMap(({ loopErrorS }) =>
    loopErrorS === undefined ? [] : [Math.abs(1000 * loopErrorS)],
  );
  return {
    devices: takes.length,
    byMarker: takes.filter(({ alignment }) => alignment.how === 'marker').length,
    byStoredLoop: takes.filter(({ alignment }) => alignment.how === 'stored-loop').length,
    loopP95Ms: loopsMs.length === 0 ? undefined : quantile(loopsMs, 0.95),
    claps: takes.reduce((sum, { claps }) => sum + claps, 0),
    found: errorsMs.length,
    p50Ms: quantile(errorsMs, 0.5),
    p95Ms: quantile(errorsMs, 0.95),
    p99Ms: quantile(errorsMs, 0.99),
  };
}

export function takes([devices = String(DEVICES)]: readonly string[] = []): Report {
  const made = (first: number, count: number, headphones: boolean) =>
    Array.from({ length: count }, (_, seed) => simulatedTake(chance(first + seed), headphones));
  const aloud = made(10_000, Number(devices), false);
  const alone = made(30_000, Math.ceil(Number(devices) / 4), true);
  const rows = [
    { played: 'through a loudspeaker', ...figuresOf(aloud.map(({ whole }) => whole)) },
    { played: 'marker in the count-in alone', ...figuresOf(aloud.map(({ byCountIn }) => byCountIn)) },
    { played: 'into headphones', ...figuresOf(alone.map(({ whole }) => whole)) },
  ];
  return { text: `Claps on the beat, against the beat, after alignment\n${columns(rows)}`, data: rows };
}

await runAlone(import.meta.url, takes);
