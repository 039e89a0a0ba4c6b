import type { Button } from '../../../engine/index.ts';
import { spoken } from '../../kit/language.ts';

export const words = spoken({
  en: {
    watched: 'Someone from your clinic is with you in this session.',
    asked: 'Your clinician',
    pace: (breaths: number | undefined) =>
      breaths === undefined
        ? 'put the breathing guide away'
        : `set the breathing guide to ${breaths} a minute`,
    why: (why: string) => `“${why}”`,
    other: 'made a note',
  },
  de: {
    watched: 'Jemand aus deiner Einrichtung ist in dieser Sitzung bei dir.',
    asked: 'Deine Fachkraft',
    pace: (breaths: number | undefined) =>
      breaths === undefined
        ? 'hat den Atemführer weggenommen'
        : `hat den Atemführer auf ${breaths} in der Minute gestellt`,
    why: (why: string) => `„${why}“`,
    other: 'hat etwas vermerkt',
  },
});

/** What somebody else pressed, after who it was. */
export const pressed = spoken<Readonly<Record<Button, string>>>({
  en: {
    calmer: 'chose calmer music',
    livelier: 'chose livelier music',
    'too-much': 'made it less',
    skip: 'chose another piece',
    stop: 'stopped the music',
    resume: 'let the music go on',
  },
  de: {
    calmer: 'hat ruhigere Musik gewählt',
    livelier: 'hat lebhaftere Musik gewählt',
    'too-much': 'hat es weniger werden lassen',
    skip: 'hat ein anderes Stück gewählt',
    stop: 'hat die Musik angehalten',
    resume: 'lässt die Musik weitergehen',
  },
});
