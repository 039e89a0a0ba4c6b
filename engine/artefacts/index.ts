export type { BeatClass } from './beat-class.ts';
export { beatClassification } from './beat-classification.ts';
export { correct } from './correct.ts';
export { lt2019 } from './lipponen-tarvainen.ts';
export { intoSegments, type RrInterval } from '../intervals/rr-interval.ts';
export { type NnInterval } from './nn-interval.ts';
export { liveClassifier, type LiveStep, type Revision } from './streaming.ts';
export { NO_CLASSES, trust, trustOf, type ClassCounts, type Trust } from './trust.ts';
