export type { BeatClass } from './beat-class.ts';
export { beatClassification } from './beat-classification.ts';
export { correct } from './correct.ts';
export { lt2019 } from './lipponen-tarvainen.ts';
export { intoSegments, type NnInterval, type RrInterval } from './rr-interval.ts';
export { liveClassifier, type LiveStep, type Revision } from './streaming.ts';
export { NO_CLASSES, trust, trustOf, type ClassCounts, type Trust } from './trust.ts';
