import { say, type Closing, type Script, type ScriptPhase } from '../../session/script/script.ts';
import { SCRIPT } from './script.ts';

const closing: Closing = {
  asks: 'feeling',
  what: 'body',
  title: { en: 'How is your body now?', de: 'Wie ist dein Körper jetzt?' },
  answers: [
    { id: 'softer', text: { en: 'Softer than before', de: 'Weicher als vorher' } },
    { id: 'same', text: { en: 'About the same', de: 'Etwa gleich' } },
    { id: 'tenser', hard: true, text: { en: 'Tenser than before', de: 'Angespannter als vorher' } },
  ],
};

/** Muscles held for some seconds, let go for more than three times as long, once. */
const once = (
  { id, title }: Pick<ScriptPhase, 'id' | 'title'>,
  held: readonly [en: string, de: string],
  loose: readonly [en: string, de: string],
): ScriptPhase => ({
  ...{ id, title },
  sentences: [
    say(12, `${title.en}, if you like.`, `${title.de}, wenn du magst.`),
    { ...say(8, ...held), muscles: 'held' },
    { ...say(27, ...loose), muscles: 'loose' },
    say(18, 'Feel the difference, if there is one.', 'Spür den Unterschied, falls es einen gibt.'),
  ],
});

/** The long one is older than the others; its parts keep their names, since logs have them. */
export const SCRIPTS: readonly Script[] = [
  {
    id: 'whole-body',
    title: { en: 'From the hands to the face', de: 'Von den Händen bis zum Gesicht' },
    lead: {
      en: 'Tense and let go, part by part, twice each, with rest after it.',
      de: 'Anspannen und loslassen, Teil für Teil, je zweimal, mit Ruhe danach.',
    },
    music: 'guided-relaxation',
    phases: SCRIPT,
    closing,
  },
  {
    id: 'short',
    title: { en: 'Short, also sitting', de: 'Kurz, auch im Sitzen' },
    lead: {
      en: 'Hands, shoulders and face, once each.',
      de: 'Hände, Schultern und Gesicht, je einmal.',
    },
    music: 'guided-relaxation',
    closing,
    phases: [
      {
        id: 'settle',
        title: { en: 'Arriving', de: 'Ankommen' },
        sentences: [
          say(
            15,
            'Sit, stand or lie. What hurts is left out.',
            'Sitz, steh oder lieg. Was weh tut, fällt aus.',
          ),
          say(
            30,
            'Five minutes in which nothing is needed of you.',
            'Fünf Minuten, in denen dich niemand braucht.',
          ),
        ],
      },
      once(
        { id: 'hands', title: { en: 'The hands', de: 'Die Hände' } },
        ['Close them, as firmly as is comfortable.', 'Schließ sie, so fest, wie es angenehm ist.'],
        ['And open. Let them lie.', 'Und öffne sie. Lass sie liegen.'],
      ),
      once(
        { id: 'shoulders', title: { en: 'The shoulders', de: 'Die Schultern' } },
        ['Lift them a little.', 'Zieh sie ein wenig hoch.'],
        ['And let them sink, slowly.', 'Und lass sie sinken, langsam.'],
      ),
      once(
        { id: 'face', title: { en: 'The face', de: 'Das Gesicht' } },
        ['Draw it together, as in bright light.', 'Zieh es zusammen, wie bei grellem Licht.'],
        ['And let it go wide and soft.', 'Und lass es weit und weich werden.'],
      ),
      {
        id: 'rest',
        title: { en: 'Rest', de: 'Ruhe' },
        sentences: [
          say(40, 'Nothing more to tense. Only the music.', 'Nichts mehr anzuspannen. Nur die Musik.'),
          say(20, 'Then move whatever would like to move.', 'Dann beweg, was sich bewegen möchte.'),
        ],
      },
    ],
  },
  {
    id: 'winding-down',
    title: { en: 'Towards sleep', de: 'In den Schlaf' },
    lead: {
      en: 'Fewer and fewer words, then only music, then quiet. Nothing is asked at the end.',
      de: 'Immer weniger Worte, dann nur Musik, dann Stille. Am Ende wird nichts gefragt.',
    },
    music: 'winding-down',
    phases: [
      {
        id: 'put-down',
        title: { en: 'Putting the day down', de: 'Den Tag ablegen' },
        sentences: [
          say(
            30,
            'Lie as is best for you. Light on or off, as you like it.',
            'Lieg, wie es dir am liebsten ist. Licht an oder aus, wie du magst.',
          ),
          say(40, 'The day is over, finished or not.', 'Der Tag ist vorbei, fertig oder nicht.'),
          say(50, 'What is undone keeps until tomorrow.', 'Was offen ist, hält sich bis morgen.'),
        ],
      },
      {
        id: 'carried',
        title: { en: 'Carried', de: 'Getragen' },
        sentences: [
          say(50, 'Mattress, pillow, blanket: what carries you?', 'Matratze, Kissen, Decke: Was trägt dich?'),
          say(60, 'It holds, whether you let go or not.', 'Es hält, ob du loslässt oder nicht.'),
          say(70, 'Heavy or light, both are fine.', 'Schwer oder leicht, beides ist gut.'),
        ],
      },
      {
        id: 'music',
        title: { en: 'Only the music', de: 'Nur die Musik' },
        sentences: [
          say(
            60,
            'There is nothing to follow. It goes on by itself.',
            'Es gibt nichts zu verfolgen. Sie geht von selbst weiter.',
          ),
          say(
            60,
            'A thought that comes may lie down beside you.',
            'Ein Gedanke, der kommt, darf sich neben dich legen.',
          ),
          say(
            60,
            'You need not fall asleep. Resting is enough.',
            'Du musst nicht einschlafen. Ruhen genügt.',
          ),
        ],
      },
      {
        id: 'drift',
        title: { en: 'Quieter', de: 'Stiller' },
        sentences: [say(90, 'Quieter now.', 'Jetzt stiller.'), say(150, 'Good night.', 'Gute Nacht.')],
      },
    ],
  },
];
