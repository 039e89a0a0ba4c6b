export type { BeatClass } from './beat-class.ts';
export { correct } from './correct.ts';
export { lt2019 } from './lipponen-tarvainen.ts';
export { intoSegments, type NnInterval, type RrInterval } from './rr-interval.ts';
export { liveClassifier, type LiveStep, type Revision } from './streaming.ts';
export { trust, type Trust } from './trust.ts';
