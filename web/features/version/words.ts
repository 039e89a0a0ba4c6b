import { spoken } from '../../kit/language.ts';

export const words = spoken({
  en: {
    waits: 'A new version of Attune is ready.',
    take: 'Use it now',
    heldUp:
      'A session in another tab is not over or not yet saved. The new version waits for it; try again then.',
  },
  de: {
    waits: 'Eine neue Version von Attune ist bereit.',
    take: 'Jetzt benutzen',
    heldUp:
      'Eine Sitzung in einem anderen Tab ist noch nicht zu Ende oder noch nicht gespeichert. Die neue Version ' +
      'wartet darauf; versuch es dann noch einmal.',
  },
});
