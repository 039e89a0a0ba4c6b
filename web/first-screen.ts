import { helpFeature } from './features/help/index.ts';
import { strapsFirst } from './features/straps/first.ts';
import type { Feature } from './session/feature.ts';
import { browserStorage } from './storage/browser-storage.ts';

/** What the features put on the first screen before the rest of them is there, and what helps in need. */

const straps = strapsFirst();

/** Where the heartbeat comes from. */
export const { source } = straps;
export const firstFeatures: readonly Feature[] = [straps, helpFeature({ storage: browserStorage() })];
