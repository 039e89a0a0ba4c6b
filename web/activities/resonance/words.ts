import type { ResonanceWithheld } from '../../../engine/index.ts';
import { spoken } from '../../kit/language.ts';
import { numberText } from '../../kit/numbers.ts';
import type { ActivityWords } from '../activity.ts';

export interface ResonanceWords extends ActivityWords {
  readonly settle: string;
  readonly settleHint: string;
  readonly waiting: string;
  readonly pace: string;
  readonly dizzy: string;
  readonly rest: string;
  readonly restHint: string;
  readonly close: string;
  readonly still: string;
  readonly part: (number: number, of: number) => string;
  readonly left: (seconds: number) => string;
  readonly skip: string;
  readonly next: string;
  readonly leave: string;
  readonly stopped: string;
  readonly stoppedHint: string;
  readonly goOn: string;
  readonly noHeart: string;
  readonly noHeartHint: string;
  readonly found: (rate: string) => string;
  readonly foundHint: (rate: string, low: string, high: string) => string;
  readonly edge: string;
  readonly flat: string;
  readonly flatHint: string;
  readonly withheld: string;
  readonly why: Readonly<Record<ResonanceWithheld, string>>;
  readonly meaning: string;
  readonly take: string;
  readonly taken: (rate: string) => string;
  readonly up: string;
  readonly across: string;
  readonly curveText: (swings: string) => string;
  readonly swingText: (rate: string, swing: string) => string;
  readonly read: (read: number, of: number) => string;
  readonly end: string;
  readonly ended: string;
  readonly endedHint: string;
}

/** To a tenth. */
export const rateText = (rate: number): string => numberText(rate, 1);

const clockText = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

export const words = spoken<ResonanceWords>({
  en: {
    lead:
      'You breathe along at six paces, two minutes each, in a mixed order with rests between. At the end ' +
      'you see at which of them your heart goes up and down most, and how sure that is.',
    care:
      'Breathe gently, not deeply. Skip any pace that does not suit you. Stop if you feel dizzy, your ' +
      'hands tingle or it becomes unpleasant.',
    begin: 'Begin',
    evidence:
      'The paces are those in common use (Shaffer and Meehan 2020, doi:10.3389/fnins.2020.570400). In a ' +
      'small study two of three people came out elsewhere on another day (Capdevila 2021, ' +
      'doi:10.1038/s41598-021-87867-8), so the result is about today. It says nothing about your health.',
    settle: 'Arriving',
    settleHint: 'Sit upright and comfortably. Breathe as you like for a minute.',
    waiting: 'Waiting for your heart …',
    pace: 'Breathe along',
    dizzy: 'Without effort. Stop if you feel dizzy.',
    rest: 'Rest',
    restHint: 'Breathe as you like.',
    close: 'That was the last one',
    still: 'As you like',
    part: (number, of) => `Pace ${number} of ${of}`,
    left: (seconds) => `${clockText(seconds)} left`,
    skip: 'Skip this pace',
    next: 'Go on now',
    leave: 'Enough for now',
    stopped: 'Stopped.',
    stoppedHint: 'It is quiet. If you go on, this part begins anew.',
    goOn: 'Go on',
    noHeart: 'No heart beats arrive.',
    noHeartHint:
      'This needs a strap that sends each beat. Check that it is connected and moist, or breathe along ' +
      'with “Slow breathing”, which needs none.',
    found: (rate) => `Today: ${rate} breaths a minute`,
    foundHint: (rate, low, high) =>
      `Your heart went up and down most at about ${rate} breaths a minute; with nine in ten certainty it ` +
      `is between ${low} and ${high}.`,
    edge: 'That lies at the edge of what was tried; it may be a little beyond.',
    flat: 'Breathe as you like.',
    flatHint: 'Your heart went along at all paces about equally. The one that feels best is the best one.',
    withheld: 'No pace can be told today.',
    why: {
      'too-few': 'At least four paces are needed, each for a minute and a half.',
      artefacts: 'Too many beats were unclear. Moisten the strap, sit still, and try again another time.',
      'not-followed':
        'At most paces your heart showed another breath than the guide’s. That is all right: the guide ' +
        'is an offer.',
      'no-swing':
        'At most paces no swing stood out of your heart’s own unrest. That happens, and is no bad sign ' +
        'by itself.',
      unclear: 'There may be a best pace, but today’s beats leave open which.',
    },
    meaning: 'Comfort comes first: a pace that feels good is worth more than one that a curve prefers.',
    take: 'Use this pace for my breathing guide',
    taken: (rate) => `The guide now breathes ${rate} times a minute.`,
    up: 'How far your heart rate goes up and down, beats a minute',
    across: 'breaths a minute',
    curveText: (swings) => `Swing of the heart rate by pace: ${swings}.`,
    swingText: (rate, swing) => `${swing} at ${rate}`,
    read: (read, of) => `${read} of ${of} paces could be read. The band holds nine in ten.`,
    end: 'End the music',
    ended: 'Thank you.',
    endedHint: 'It was not finished, so nothing was concluded.',
  },
  de: {
    lead:
      'Du atmest in sechs Tempi mit, je zwei Minuten, in gemischter Reihenfolge mit Pausen. Am Ende ' +
      'siehst du, bei welchem dein Puls am meisten auf und ab geht, und wie sicher das ist.',
    care:
      'Atme sanft, nicht tief. Überspring jedes Tempo, das dir nicht liegt. Hör auf, wenn dir schwindlig ' +
      'wird, die Hände kribbeln oder es unangenehm wird.',
    begin: 'Anfangen',
    evidence:
      'Die Tempi sind die üblichen (Shaffer und Meehan 2020, doi:10.3389/fnins.2020.570400). In einer ' +
      'kleinen Studie kam bei zwei von drei Menschen an einem anderen Tag etwas anderes heraus ' +
      '(Capdevila 2021, doi:10.1038/s41598-021-87867-8); das Ergebnis gilt also für heute. Über deine ' +
      'Gesundheit sagt es nichts.',
    settle: 'Ankommen',
    settleHint: 'Sitz aufrecht und bequem. Atme eine Minute lang, wie du magst.',
    waiting: 'Wartet auf dein Herz …',
    pace: 'Atme mit',
    dizzy: 'Ohne Anstrengung. Hör auf, wenn dir schwindlig wird.',
    rest: 'Pause',
    restHint: 'Atme, wie du magst.',
    close: 'Das war das letzte',
    still: 'Wie du magst',
    part: (number, of) => `Tempo ${number} von ${of}`,
    left: (seconds) => `Noch ${clockText(seconds)}`,
    skip: 'Dieses Tempo überspringen',
    next: 'Gleich weiter',
    leave: 'Genug für jetzt',
    stopped: 'Angehalten.',
    stoppedHint: 'Es ist still. Gehst du weiter, beginnt dieser Teil von vorn.',
    goOn: 'Weiter',
    noHeart: 'Es kommen keine Herzschläge an.',
    noHeartHint:
      'Dafür braucht es einen Brustgurt, der jeden Schlag sendet. Prüf, ob er verbunden und feucht ist, ' +
      'oder atme mit „Langsam atmen“, das braucht keinen.',
    found: (rate) => `Heute: ${rate} Atemzüge pro Minute`,
    foundHint: (rate, low, high) =>
      `Dein Puls ging bei etwa ${rate} Atemzügen pro Minute am meisten auf und ab; mit einer Sicherheit ` +
      `von neun in zehn liegt es zwischen ${low} und ${high}.`,
    edge: 'Das liegt am Rand dessen, was ausprobiert wurde; es kann auch etwas darüber hinaus liegen.',
    flat: 'Atme, wie du magst.',
    flatHint: 'Dein Puls ging bei allen Tempi etwa gleich mit. Das angenehmste ist das beste.',
    withheld: 'Heute lässt sich kein Tempo nennen.',
    why: {
      'too-few': 'Es braucht mindestens vier Tempi, jedes anderthalb Minuten lang.',
      artefacts:
        'Zu viele Schläge waren unklar. Feuchte den Gurt an, sitz ruhig und versuch es ein andermal.',
      'not-followed':
        'Bei den meisten Tempi zeigte dein Puls einen anderen Atem als die Führung. Das ist in Ordnung: ' +
        'Sie ist ein Angebot.',
      'no-swing':
        'Bei den meisten Tempi hob sich kein Schwingen von der Unruhe des Pulses ab. Das kommt vor und ' +
        'ist für sich kein schlechtes Zeichen.',
      unclear: 'Vielleicht gibt es ein bestes Tempo, aber die Schläge von heute lassen offen, welches.',
    },
    meaning:
      'Angenehm geht vor: Ein Tempo, das sich gut anfühlt, ist mehr wert als eines, das eine Kurve ' +
      'bevorzugt.',
    take: 'Dieses Tempo für meine Atemführung nehmen',
    taken: (rate) => `Die Führung atmet jetzt ${rate}-mal pro Minute.`,
    up: 'Wie weit dein Puls auf und ab geht, Schläge pro Minute',
    across: 'Atemzüge pro Minute',
    curveText: (swings) => `Schwingen des Pulses je Tempo: ${swings}.`,
    swingText: (rate, swing) => `${swing} bei ${rate}`,
    read: (read, of) => `${read} von ${of} Tempi waren lesbar. Das Band fasst neun von zehn.`,
    end: 'Musik beenden',
    ended: 'Danke.',
    endedHint: 'Es war nicht zu Ende, darum wurde nichts geschlossen.',
  },
});
