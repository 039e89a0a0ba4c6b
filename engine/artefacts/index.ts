export type { BeatClass } from './beat-class.ts';
export { correct, type ClassifiedInterval, type Correction } from './correct.ts';
export { lt2019, type PublishedCorrection } from './lipponen-tarvainen.ts';
export { intoSegments, type NnInterval, type RrInterval } from './rr-interval.ts';
export {
  liveClassifier,
  type LiveClassifier,
  type LiveOptions,
  type LiveStep,
  type Revision,
} from './streaming.ts';
export { trust, type Trust } from './trust.ts';
