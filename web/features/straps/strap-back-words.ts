import { type StrapStatus } from '../../../devices/index.ts';
import { spoken } from '../../kit/language.ts';
import { nameOf } from '../../session/words/sensor.ts';
import { strapState } from './words.ts';

/** What is said when a reload cut a session short and its strap is there again. */
export const strapBack = spoken({
  en: {
    beats: (name: string, bpm: number) => `Your strap is back: ${name}, ${bpm} bpm`,
    lead: 'It connected by itself. Browsers let sound begin only after a press, so one is needed to go on.',
    goOn: 'Go on',
  },
  de: {
    beats: (name: string, bpm: number) => `Dein Gurt ist wieder da: ${name}, Puls ${bpm}`,
    lead:
      'Er hat sich von selbst verbunden. Browser lassen Ton erst nach einem Tippen zu, darum braucht es zum ' +
      'Weitermachen eins.',
    goOn: 'Weitermachen',
  },
});

export const strapBackTitle = (now: StrapStatus): string =>
  now.bpm === undefined
    ? `${nameOf(now.name)}: ${strapState(now)}`
    : strapBack.beats(nameOf(now.name), now.bpm);
