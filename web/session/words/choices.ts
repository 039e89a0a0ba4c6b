import { spoken } from '../../kit/language.ts';

/** A tag as the log has it and as the screen says it. */
export interface Choice {
  readonly tag: string;
  readonly label: string;
}

export const FEELINGS = spoken<readonly Choice[]>({
  en: [
    { tag: 'feeling:calm', label: 'Calm' },
    { tag: 'feeling:tense', label: 'Tense' },
    { tag: 'feeling:restless', label: 'Restless' },
    { tag: 'feeling:low', label: 'Low' },
    { tag: 'feeling:angry', label: 'Angry' },
    { tag: 'feeling:lonely', label: 'Lonely' },
    { tag: 'feeling:numb', label: 'Numb' },
    { tag: 'feeling:hopeful', label: 'Hopeful' },
  ],
  de: [
    { tag: 'feeling:calm', label: 'Ruhig' },
    { tag: 'feeling:tense', label: 'Angespannt' },
    { tag: 'feeling:restless', label: 'Unruhig' },
    { tag: 'feeling:low', label: 'Niedergeschlagen' },
    { tag: 'feeling:angry', label: 'Wütend' },
    { tag: 'feeling:lonely', label: 'Einsam' },
    { tag: 'feeling:numb', label: 'Wie betäubt' },
    { tag: 'feeling:hopeful', label: 'Hoffnungsvoll' },
  ],
});

/** How the body is: rest is compared with rest in the same posture. */
export const POSTURES = spoken<readonly Choice[]>({
  en: [
    { tag: 'sitting', label: 'Sitting' },
    { tag: 'lying', label: 'Lying down' },
    { tag: 'standing', label: 'Standing' },
  ],
  de: [
    { tag: 'sitting', label: 'Im Sitzen' },
    { tag: 'lying', label: 'Im Liegen' },
    { tag: 'standing', label: 'Im Stehen' },
  ],
});

/** What moves the heart for reasons of its own. */
export const CONTEXTS = spoken<readonly Choice[]>({
  en: [
    { tag: 'caffeine', label: 'Coffee or tea' },
    { tag: 'nicotine', label: 'Nicotine' },
    { tag: 'meal', label: 'Just ate' },
    { tag: 'exercise', label: 'Exercise in the last hour' },
    { tag: 'poor-sleep', label: 'Slept badly' },
    { tag: 'illness', label: 'Feeling ill' },
  ],
  de: [
    { tag: 'caffeine', label: 'Kaffee oder Tee' },
    { tag: 'nicotine', label: 'Nikotin' },
    { tag: 'meal', label: 'Gerade gegessen' },
    { tag: 'exercise', label: 'Sport in der letzten Stunde' },
    { tag: 'poor-sleep', label: 'Schlecht geschlafen' },
    { tag: 'illness', label: 'Angeschlagen oder krank' },
  ],
});
