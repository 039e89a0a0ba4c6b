import { spoken } from '../../kit/language.ts';

/** The first taps of taste. */
export const taste = spoken({
  en: {
    of: (number: number, of: number): string => `Piece ${number} of ${of}`,
    yes: 'Yes',
    notForMe: 'Not for me',
    trigger: 'A trigger',
    hint: 'What is not for you, or a trigger, is left out. On the page Music it can be taken back.',
    done: 'Thank you. All of it can be changed on the page Music.',
  },
  de: {
    of: (number: number, of: number): string => `Stück ${number} von ${of}`,
    yes: 'Ja',
    notForMe: 'Nichts für mich',
    trigger: 'Ein Auslöser',
    hint:
      'Was nichts für dich oder ein Auslöser ist, wird weggelassen. Auf der Seite Musik lässt es sich ' +
      'zurücknehmen.',
    done: 'Danke. Auf der Seite Musik lässt sich alles ändern.',
  },
});
