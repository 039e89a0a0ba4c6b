import { spoken } from '../../kit/language.ts';
import { numberText } from '../../kit/numbers.ts';

/** The words around every script. */
interface ScriptWords {
  readonly choose: string;
  readonly minutes: (minutes: number) => string;
  readonly voice: string;
  readonly voiceHint: string;
  readonly noVoice: string;
  /** Where one is, for people who do not see the picture. */
  readonly part: (number: number, of: number, title: string) => string;
  readonly next: (title: string) => string;
  readonly end: string;
  readonly pause: string;
  readonly resume: string;
  readonly paused: string;
  readonly key: string;
  readonly stopped: string;
  readonly stoppedHint: string;
  readonly goOn: string;
  readonly finish: string;
  readonly pass: string;
  readonly stay: string;
  readonly stayHint: string;
  readonly stayHard: string;
  readonly endMusic: string;
  readonly thanks: string;
  readonly kept: string;
  readonly scale: string;
  readonly none: string;
  readonly strongest: string;
  readonly noted: (value: number) => string;
  readonly passOver: string;
  readonly wave: (ratings: readonly number[]) => string;
  readonly noWave: string;
}

export const words = spoken<ScriptWords>({
  en: {
    choose: 'Choose one',
    minutes: (minutes) => `${minutes} minutes`,
    voice: 'Read the words aloud',
    voiceHint: 'By a voice of this device. The words are not sent anywhere.',
    noVoice: 'This browser has no English voice of its own, so the words are on the screen only.',
    part: (number, of, title) => `Part ${number} of ${of}: ${title}`,
    next: (title) => `Next: ${title}`,
    end: 'I am back',
    pause: 'Wait',
    resume: 'Continue',
    paused: 'The words wait. The music stays.',
    key: 'The right arrow key goes on to the next part. Esc stops.',
    stopped: 'Stopped.',
    stoppedHint: 'It is quiet now. You can go on where you were, or let it be enough.',
    goOn: 'Go on',
    finish: 'Enough for now',
    pass: 'Rather not say',
    stay: 'Stay as long as you like.',
    stayHint: 'The music goes on for a while and ends by itself.',
    stayHard: 'That happens, and it is no failure. If something hard came up, Help now is there.',
    endMusic: 'End the music',
    thanks: 'Thank you for taking this time.',
    kept: 'What was done is kept on this computer, without your words.',
    scale: 'How strong the craving is now, 0 to 100',
    none: 'none',
    strongest: 'strongest',
    noted: (value) => `${numberText(value)} is noted. In about a minute you may say it again.`,
    passOver: 'Pass over',
    wave: (ratings) => `Your wave so far: ${ratings.map((one) => numberText(one)).join(', ')} of 100.`,
    noWave: 'Your wave is drawn here from what you say.',
  },
  de: {
    choose: 'Such dir etwas aus',
    minutes: (minutes) => `${minutes} Minuten`,
    voice: 'Die Worte vorlesen',
    voiceHint: 'Mit einer Stimme dieses Geräts. Die Worte werden nirgendwohin geschickt.',
    noVoice:
      'Dieser Browser hat keine eigene deutsche Stimme; die Worte stehen deshalb nur auf dem Bildschirm.',
    part: (number, of, title) => `Teil ${number} von ${of}: ${title}`,
    next: (title) => `Weiter: ${title}`,
    end: 'Ich bin wieder da',
    pause: 'Warten',
    resume: 'Fortsetzen',
    paused: 'Die Worte warten. Die Musik bleibt.',
    key: 'Die Pfeiltaste nach rechts führt zum nächsten Teil. Esc beendet.',
    stopped: 'Angehalten.',
    stoppedHint: 'Jetzt ist es still. Du kannst weitermachen, wo du warst, oder es gut sein lassen.',
    goOn: 'Weitermachen',
    finish: 'Genug für jetzt',
    pass: 'Lieber nicht sagen',
    stay: 'Bleib, solange du magst.',
    stayHint: 'Die Musik spielt noch eine Weile und endet von selbst.',
    stayHard: 'Das kommt vor und ist kein Scheitern. Wenn etwas Schweres hochkam, ist Hilfe jetzt da.',
    endMusic: 'Musik beenden',
    thanks: 'Danke, dass du dir diese Zeit genommen hast.',
    kept: 'Was getan wurde, bleibt auf diesem Computer, ohne deine Worte.',
    scale: 'Wie stark das Verlangen jetzt ist, 0 bis 100',
    none: 'gar nicht',
    strongest: 'am stärksten',
    noted: (value) => `${numberText(value)} ist notiert. In etwa einer Minute kannst du es wieder sagen.`,
    passOver: 'Übergehen',
    wave: (ratings) => `Deine Welle bis jetzt: ${ratings.map((one) => numberText(one)).join(', ')} von 100.`,
    noWave: 'Hier zeichnet sich deine Welle aus dem, was du sagst.',
  },
});
