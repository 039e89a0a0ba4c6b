import { ask, say, type Closing, type Script, type Sentence } from '../../session/script/script.ts';
import { reply } from './replies.ts';

const closing: Closing = {
  asks: 'craving',
  title: { en: 'And at the end: how strong is it now?', de: 'Und am Ende: Wie stark ist es jetzt?' },
};

const music = 'urge-surfing';

type Both = readonly [en: string, de: string];
const NOW: Both = ['And now?', 'Und jetzt?'];
const STRONG: Both = ['How strong is it now?', 'Wie stark ist es jetzt?'];

/** A minute: the question, then what the answer changes. */
const minute = (name: Parameters<typeof reply>[1], [en, de]: Both = NOW): Sentence[] => [
  ask(18, en, de),
  reply(42, name),
];

/**
 * Attune's own words for staying with a craving until it passes. The technique is Marlatt's and Gordon's urge surfing,
 * the short form's five steps those of mindfulness-based relapse prevention; the sentences are not theirs.
 */
export const SCRIPTS: readonly Script[] = [
  {
    id: 'wave',
    title: { en: 'The wave', de: 'Die Welle' },
    lead: {
      en: 'Ten minutes on a wave of craving. Once a minute you may say how strong it is, and see the wave.',
      de: 'Zehn Minuten auf einer Welle. Jede Minute kannst du sagen, wie stark sie ist, und du siehst sie.',
    },
    ...{ music, closing },
    phases: [
      {
        id: 'arrive',
        title: { en: 'There it is', de: 'Da ist es' },
        sentences: [
          ask(
            20,
            'There is a craving. How strong is it now?',
            'Da ist ein Verlangen. Wie stark ist es jetzt?',
          ),
          say(
            40,
            'Nothing has to be decided in these ten minutes.',
            'In diesen zehn Minuten muss nichts entschieden werden.',
          ),
        ],
      },
      {
        id: 'where',
        title: { en: 'Where it is', de: 'Wo es ist' },
        sentences: [
          ...minute('where', ['And now? One tap, or none.', 'Und jetzt? Einmal tippen, oder nicht.']),
          ...minute('word'),
        ],
      },
      {
        id: 'ride',
        title: { en: 'On the wave', de: 'Auf der Welle' },
        guideFrom: 1,
        sentences: [
          ...minute('board', STRONG),
          ...minute('stay'),
          ...minute('voice'),
          ...minute('company', STRONG),
        ],
      },
      {
        id: 'wide',
        title: { en: 'Wider than the wave', de: 'Weiter als die Welle' },
        sentences: [...minute('around'), ...minute('size')],
      },
      {
        id: 'next',
        title: { en: 'What comes next', de: 'Was danach kommt' },
        sentences: [
          ask(20, 'How strong is it now?', 'Wie stark ist es jetzt?'),
          say(
            40,
            'What is one good small thing for the next ten minutes?',
            'Was wäre etwas Kleines, Gutes für die nächsten zehn Minuten?',
          ),
        ],
      },
    ],
  },
  {
    id: 'sober',
    title: { en: 'SOBER, the short form', de: 'SOBER, die kurze Form' },
    lead: {
      en: 'Stop, observe, breathe, expand, respond. For in between, also standing.',
      de: 'Innehalten, beobachten, atmen, weiten, antworten. Für zwischendurch, auch im Stehen.',
    },
    ...{ music, closing },
    phases: [
      {
        id: 'stop',
        title: { en: 'Stop', de: 'Innehalten' },
        sentences: [
          say(
            15,
            'Stop for a moment, right where you are.',
            'Halt einen Augenblick inne, wo du gerade bist.',
          ),
          ask(25, 'How strong is it now?', 'Wie stark ist es jetzt?'),
        ],
      },
      {
        id: 'observe',
        title: { en: 'Observe', de: 'Beobachten' },
        sentences: [
          say(20, 'What is here? Thoughts, feelings, body.', 'Was ist da? Gedanken, Gefühle, Körper.'),
          say(25, 'You need not like it. You only look.', 'Es muss dir nicht gefallen. Du siehst nur hin.'),
        ],
      },
      {
        id: 'breathe',
        title: { en: 'Breathe', de: 'Atmen' },
        guideFrom: 0,
        sentences: [
          ask(18, 'And now?', 'Und jetzt?'),
          say(
            42,
            'Rest on the breath, or on the music if you prefer.',
            'Ruh auf dem Atem aus, oder lieber auf der Musik.',
          ),
        ],
      },
      {
        id: 'expand',
        title: { en: 'Expand', de: 'Weiten' },
        sentences: [ask(15, 'And now?', 'Und jetzt?'), reply(30, 'around')],
      },
      {
        id: 'respond',
        title: { en: 'Respond', de: 'Antworten' },
        sentences: [
          say(20, 'You can choose what you do next.', 'Du kannst wählen, was du als Nächstes tust.'),
          say(
            25,
            'What would you wish for yourself tomorrow?',
            'Was würdest du dir morgen für heute wünschen?',
          ),
        ],
      },
    ],
  },
  {
    id: 'night',
    title: { en: 'At night', de: 'In der Nacht' },
    lead: {
      en: 'Nine quiet minutes in the dark, in bed or beside it.',
      de: 'Neun leise Minuten im Dunkeln, im Bett oder daneben.',
    },
    note: { en: 'It speaks of being awake and alone.', de: 'Es spricht vom Wachsein und vom Alleinsein.' },
    ...{ music, closing },
    phases: [
      {
        id: 'arrive',
        title: { en: 'It is night', de: 'Es ist Nacht' },
        sentences: [
          ask(25, 'It is night, and there it is. How strong?', 'Es ist Nacht, und da ist es. Wie stark?'),
          say(35, 'Nothing has to be solved before morning.', 'Vor dem Morgen muss nichts gelöst werden.'),
        ],
      },
      {
        id: 'room',
        title: { en: 'The room', de: 'Das Zimmer' },
        sentences: [
          ask(18, 'And now?', 'Und jetzt?'),
          say(
            42,
            'Light on or off, door open or closed, as is good for you.',
            'Licht an oder aus, Tür auf oder zu, wie es dir guttut.',
          ),
          ...minute('around'),
        ],
      },
      {
        id: 'long',
        title: { en: 'The long part', de: 'Das lange Stück' },
        sentences: [
          ask(18, 'How strong is it now?', 'Wie stark ist es jetzt?'),
          say(42, 'At night everything is larger, cravings too.', 'Nachts ist alles größer, auch Verlangen.'),
          ...minute('board'),
          ...minute('stay'),
          ...minute('company'),
        ],
      },
      {
        id: 'towards',
        title: { en: 'Towards morning', de: 'Richtung Morgen' },
        sentences: [
          ...minute('size', STRONG),
          ask(18, 'Once more, if you like: how strong?', 'Noch einmal, wenn du magst: Wie stark?'),
          say(
            42,
            'If sleep comes, let it. Lying awake is rest as well.',
            'Kommt der Schlaf, lass ihn. Auch wach liegen ist Ruhe.',
          ),
        ],
      },
    ],
  },
];
