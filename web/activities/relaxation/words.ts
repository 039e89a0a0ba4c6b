import { spoken } from '../../kit/language.ts';
import type { ActivityWords } from '../activity.ts';
import type { Body } from './events.ts';

export interface RelaxationWords extends ActivityWords {
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
  readonly question: string;
  readonly answers: Readonly<Record<Body, string>>;
  readonly pass: string;
  readonly stay: string;
  readonly stayHint: string;
  readonly stayTenser: string;
  readonly endMusic: string;
  readonly thanks: string;
  readonly kept: string;
  readonly look: string;
  readonly today: string;
}

export const words = spoken<RelaxationWords>({
  en: {
    lead: 'Tense and let go, from the hands to the face, over calm music. One sentence at a time, and long silences.',
    care: 'Leave out any part that hurts or that you would rather not do. Not while driving.',
    begin: 'Begin',
    evidence:
      'Across 46 studies tensing and letting go lowered stress and anxiety, though not in every one ' +
      '(Muhammad Khir and others 2024, doi:10.2147/PRBM.S437277). It is no treatment.',
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
    question: 'How is your body now?',
    answers: { softer: 'Softer than before', same: 'About the same', tenser: 'Tenser than before' },
    pass: 'Rather not say',
    stay: 'Stay as long as you like.',
    stayHint: 'The music goes on for a while and ends by itself.',
    stayTenser: 'That happens, and it is no failure. If something hard came up, Help now is there.',
    endMusic: 'End the music',
    thanks: 'Thank you for taking this time.',
    kept: 'What was done is kept on this computer, without your words.',
    look: 'Look at this session',
    today: 'Back to Today',
  },
  de: {
    lead:
      'Anspannen und loslassen, von den Händen bis zum Gesicht, zu ruhiger Musik. Ein Satz nach dem ' +
      'anderen, mit langer Stille.',
    care: 'Lass aus, was weh tut oder was du lieber nicht machst. Nicht beim Fahren.',
    begin: 'Beginnen',
    evidence:
      'In 46 Studien sanken mit Anspannen und Loslassen Stress und Angst, wenn auch nicht in jeder ' +
      '(Muhammad Khir und andere 2024, doi:10.2147/PRBM.S437277). Es ist keine Behandlung.',
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
    question: 'Wie ist dein Körper jetzt?',
    answers: { softer: 'Weicher als vorher', same: 'Etwa gleich', tenser: 'Angespannter als vorher' },
    pass: 'Lieber nicht sagen',
    stay: 'Bleib, solange du magst.',
    stayHint: 'Die Musik spielt noch eine Weile und endet von selbst.',
    stayTenser: 'Das kommt vor und ist kein Scheitern. Wenn etwas Schweres hochkam, ist Hilfe jetzt da.',
    endMusic: 'Musik beenden',
    thanks: 'Danke, dass du dir diese Zeit genommen hast.',
    kept: 'Was getan wurde, bleibt auf diesem Computer, ohne deine Worte.',
    look: 'Diese Sitzung ansehen',
    today: 'Zurück zu Heute',
  },
});
