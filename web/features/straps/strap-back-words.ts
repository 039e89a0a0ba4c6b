import { type StrapStatus } from '../../../devices/index.ts';
import { strapState } from './words.ts';

/** What is said when a reload cut a session short and its strap is there again. */
export const strapBack = {
  title: (now: StrapStatus): string =>
    now.bpm === undefined
      ? `${now.name}: ${strapState(now)}`
      : `Your strap is back: ${now.name}, ${now.bpm} bpm`,
  lead: 'It connected by itself. Browsers let sound begin only after a press, so one is needed to go on.',
  goOn: 'Go on',
} as const;
