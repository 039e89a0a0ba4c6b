import { spoken } from '../../kit/language.ts';
import { countText, numberText } from '../../kit/numbers.ts';
import type { ActivityWords } from '../activity.ts';

export interface BreathingWords extends ActivityWords {
  readonly title: string;
  readonly dizzy: string;
  readonly length: string;
  readonly minutes: (minutes: number) => string;
  readonly left: (minutes: number) => string;
  readonly still: string;
  readonly pacerOff: string;
  readonly pacerOn: string;
  readonly enough: string;
  readonly trace: string;
  readonly traceText: string;
  readonly swing: (bpm: number) => string;
  readonly swingUnknown: string;
  readonly stopped: string;
  readonly stoppedHint: string;
  readonly goOn: string;
  readonly done: string;
  readonly doneHint: string;
  readonly doneSwing: (bpm: number) => string;
  readonly again: string;
  readonly endMusic: string;
  readonly ended: string;
}

export const words = spoken<BreathingWords>({
  en: {
    lead:
      'A form grows and shrinks, and you breathe along, slowly, over quiet music. With a strap you see ' +
      'how your heart goes with it; without one it works just as well.',
    care:
      'Breathe gently, not deeply. Stop if you feel dizzy, your hands tingle or it becomes unpleasant, ' +
      'and breathe as you like.',
    begin: 'Begin',
    evidence:
      'Near six breaths a minute, heart rate goes up and down most with the breath (Lehrer and Gevirtz ' +
      '2014, doi:10.3389/fpsyg.2014.00756). Whether that does you good is for you to say. It is no ' +
      'treatment.',
    title: 'Breathe along',
    dizzy: 'Stop if you feel dizzy, and breathe as you like.',
    length: 'How long?',
    minutes: (minutes) => countText(minutes, { one: '# minute', other: '# minutes' }),
    left: (minutes) =>
      minutes < 1
        ? 'Less than a minute left'
        : countText(minutes, { one: '# minute left', other: '# minutes left' }),
    still: 'Breathe as you like',
    pacerOff: 'Without the guide',
    pacerOn: 'With the guide',
    enough: 'Enough for now',
    trace: 'Your heart, the last minute',
    traceText: 'Heart rate over the last minute, as a line.',
    swing: (bpm) => `It goes up and down by about ${numberText(bpm)} beats a minute.`,
    swingUnknown: 'Its swing shows after half a minute of clear beats.',
    stopped: 'Stopped.',
    stoppedHint: 'It is quiet. Nothing more is needed.',
    goOn: 'Go on',
    done: 'That was it.',
    doneHint: 'Breathe as you like. The music stays for as long as you want.',
    doneSwing: (bpm) =>
      `Towards the end your heart went up and down by about ${numberText(bpm)} beats a minute with your ` +
      'breath. That differs from day to day and says nothing about how well you did.',
    again: 'Once more',
    endMusic: 'End the music',
    ended: 'Thank you.',
  },
  de: {
    lead:
      'Eine Form wächst und schrumpft, und du atmest mit, langsam, zu leiser Musik. Mit Brustgurt siehst ' +
      'du, wie dein Herz mitgeht; ohne geht es genauso gut.',
    care:
      'Atme sanft, nicht tief. Hör auf, wenn dir schwindlig wird, die Hände kribbeln oder es unangenehm ' +
      'wird, und atme, wie du magst.',
    begin: 'Anfangen',
    evidence:
      'Bei etwa sechs Atemzügen pro Minute geht der Puls am meisten mit dem Atem auf und ab (Lehrer und ' +
      'Gevirtz 2014, doi:10.3389/fpsyg.2014.00756). Ob dir das guttut, weißt nur du. Es ist keine ' +
      'Behandlung.',
    title: 'Atme mit',
    dizzy: 'Hör auf, wenn dir schwindlig wird, und atme, wie du magst.',
    length: 'Wie lange?',
    minutes: (minutes) => countText(minutes, { one: '# Minute', other: '# Minuten' }),
    left: (minutes) =>
      minutes < 1
        ? 'Weniger als eine Minute'
        : countText(minutes, { one: 'Noch # Minute', other: 'Noch # Minuten' }),
    still: 'Atme, wie du magst',
    pacerOff: 'Ohne Führung',
    pacerOn: 'Mit Führung',
    enough: 'Genug für jetzt',
    trace: 'Dein Herz in der letzten Minute',
    traceText: 'Der Puls der letzten Minute als Linie.',
    swing: (bpm) => `Er geht um etwa ${numberText(bpm)} Schläge pro Minute auf und ab.`,
    swingUnknown: 'Wie weit der Puls schwingt, zeigt sich nach einer halben Minute klarer Schläge.',
    stopped: 'Angehalten.',
    stoppedHint: 'Es ist still. Mehr braucht es nicht.',
    goOn: 'Weiter',
    done: 'Das war es.',
    doneHint: 'Atme, wie du magst. Die Musik bleibt, solange du willst.',
    doneSwing: (bpm) =>
      `Gegen Ende ging dein Puls um etwa ${numberText(bpm)} Schläge pro Minute mit dem Atem auf und ab. ` +
      'Das ist jeden Tag anders und sagt nicht, wie gut du es gemacht hast.',
    again: 'Noch einmal',
    endMusic: 'Musik beenden',
    ended: 'Danke.',
  },
});
