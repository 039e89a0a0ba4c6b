import type { Feature } from '../../session/feature.ts';

/** Of the music, what stands on the first screen at once: the link to it. */
export const musicFirst: Feature = { top: [{ to: '/music', label: 'Music' }] };
