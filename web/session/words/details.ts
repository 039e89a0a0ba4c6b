import { spoken } from '../../kit/language.ts';

/** The words of the drawer. */
export const details = spoken({
  en: {
    title: 'Look closer',
    arousal: 'Arousal, an estimate',
    noEstimate: 'There is no estimate yet.',
    withheld: 'No estimate now.',
    estimate: (value: number, sd: number, quality: number): string =>
      `${value} of 100, give or take ${sd}; signal quality ${quality} %.`,
    legend: 'Line: the estimate, with its band. Dashed: the level the music aims at.',
    signal: 'Signal',
    corrected: 'Beats set aside in the last minute',
    rr: 'Last RR intervals',
    unknown: 'unknown',
    decisions: 'Last decisions',
    odds: 'What could have played, and how likely',
    leftOut: 'Left out:',
  },
  de: {
    title: 'Genauer hinsehen',
    arousal: 'Aktivierung, eine Schätzung',
    noEstimate: 'Noch gibt es keine Schätzung.',
    withheld: 'Gerade keine Schätzung.',
    estimate: (value: number, sd: number, quality: number): string =>
      `${value} von 100, ± ${sd}; Güte des Signals ${quality} %.`,
    legend: 'Linie: die Schätzung mit ihrem Bereich. Gestrichelt: die Stufe, auf die die Musik zielt.',
    signal: 'Signal',
    corrected: 'Ausgelassene Schläge in der letzten Minute',
    rr: 'Letzte RR-Intervalle',
    unknown: 'unbekannt',
    decisions: 'Letzte Entscheidungen',
    odds: 'Was hätte spielen können, und wie wahrscheinlich',
    leftOut: 'Ausgelassen:',
  },
});

/** A decision laid open. */
export const account = spoken({
  en: { title: 'The full account', rule: 'rule' },
  de: { title: 'Die ganze Begründung', rule: 'Regel' },
});
