/** Claps, taps and takes: where they are in a recording, and how they lie in time. Knows nothing of hearts. */
export { MARKER_S, markerAt } from './marker.ts';
export { onsetDetector, onsetsIn, type Onset, type OnsetDetector } from './onset-detector.ts';
export { alignTake, playedAtS, type TakeAlignment, type TakeToAlign } from './take-alignment.ts';
export { steadiness, type Steadiness } from './steadiness.ts';
export { pulsePhase, tapTiming, type PulsePhase, type TapTiming } from './tap-timing.ts';
