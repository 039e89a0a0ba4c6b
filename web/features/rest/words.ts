import type { BaselineStratum, UsualRest } from '../../../engine/index.ts';
import { spoken } from '../../kit/language.ts';
import { countText, numberText } from '../../kit/numbers.ts';

/** The words of "Your resting heart". */
export const rest = spoken({
  en: {
    title: 'Your resting heart',
    lead:
      'Each session with a strap begins with two quiet minutes. They show how your heart rests; the ' +
      'estimate stands on that.',
    linkHint: 'how your heart rests, over 60 days',
    empty:
      'Nothing is here yet. Sit quietly for the first minutes of a session with a strap, and its resting ' +
      'heart rate appears here.',
    use:
      'From five sessions of the last 60 days in the same posture and part of the day on, a new session ' +
      'begins with what is usual for you and does not have to wait. Rest that is much faster than usual is ' +
      'then not taken for rest.',
    across: 'the last 60 days',
    up: 'Resting heart rate, beats a minute',
    table: 'What is usual for you',
    tooFew: 'five sessions needed',
    when: 'When',
    sessions: 'Sessions',
    rate: 'Heart rate',
    variability: 'RMSSD',
    delete: 'Delete these figures',
    deleteSure:
      'Delete the resting figures of all sessions? The sessions themselves stay. This cannot be undone.',
    deleteYes: 'Delete',
    deleteNo: 'Keep them',
    deleted: 'Deleted.',
  },
  de: {
    title: 'Dein Ruhepuls',
    lead:
      'Jede Sitzung mit Gurt beginnt mit zwei ruhigen Minuten. Sie zeigen, wie dein Herz in Ruhe schlägt; ' +
      'darauf stützt sich die Schätzung.',
    linkHint: 'wie dein Herz in Ruhe schlägt, über 60 Tage',
    empty:
      'Hier ist noch nichts. Sitz in den ersten Minuten einer Sitzung mit Gurt ruhig, dann erscheint hier ' +
      'der Ruhepuls.',
    use:
      'Ab fünf Sitzungen aus den letzten 60 Tagen, in derselben Haltung und zur selben Tageszeit, beginnt ' +
      'eine neue Sitzung mit dem, was für dich üblich ist, und muss nicht erst warten. Ein Puls, der viel ' +
      'schneller ist als sonst, gilt dann nicht als Ruhe.',
    across: 'die letzten 60 Tage',
    up: 'Ruhepuls, Schläge pro Minute',
    table: 'Was für dich üblich ist',
    tooFew: 'erst ab fünf Sitzungen',
    when: 'Wann',
    sessions: 'Sitzungen',
    rate: 'Puls',
    variability: 'RMSSD',
    delete: 'Diese Werte löschen',
    deleteSure:
      'Die Ruhewerte aller Sitzungen löschen? Die Sitzungen selbst bleiben. Das lässt sich nicht rückgängig ' +
      'machen.',
    deleteYes: 'Löschen',
    deleteNo: 'Behalten',
    deleted: 'Gelöscht.',
  },
});

interface Circumstances {
  readonly postures: Readonly<Record<BaselineStratum['posture'], string>>;
  readonly times: Readonly<Record<BaselineStratum['timeOfDay'], string>>;
}

/** In which posture and when the heart rested. */
const circumstances = spoken<Circumstances>({
  en: {
    postures: { sitting: 'sitting', lying: 'lying', standing: 'standing' },
    times: {
      morning: 'in the morning',
      afternoon: 'in the afternoon',
      evening: 'in the evening',
      night: 'at night',
    },
  },
  de: {
    postures: { sitting: 'im Sitzen', lying: 'im Liegen', standing: 'im Stehen' },
    times: { morning: 'morgens', afternoon: 'nachmittags', evening: 'abends', night: 'nachts' },
  },
});

export const stratumText = ({ posture, timeOfDay }: BaselineStratum): string =>
  `${circumstances.postures[posture]}, ${circumstances.times[timeOfDay]}`;

/** Median and the error of it. */
export const usualRateText = ({ heartRateBpm: { median, se } }: UsualRest): string => {
  const [rate, error] = [numberText(median), numberText(Math.max(1, se))];
  return spoken({ en: `${rate} bpm, give or take ${error}`, de: `${rate} pro Minute, ± ${error}` });
};

/** Of a logarithm: the error as a factor. */
export const usualVariabilityText = ({ lnRmssd }: UsualRest): string =>
  lnRmssd ? `${numberText(Math.exp(lnRmssd.median))} ms` : '–';

/** The picture in words. */
export const restsText = (count: number, low: number, high: number): string => {
  const [from, to] = [numberText(low), numberText(high)];
  return spoken({
    en: `${countText(count, { one: '# session', other: '# sessions' })}, resting at ${from} to ${to} beats a minute.`,
    de:
      `${countText(count, { one: '# Sitzung', other: '# Sitzungen' })}, in Ruhe ${from} bis ${to} Schläge ` +
      'pro Minute.',
  });
};
