import { say, type Closing, type Script } from '../../session/script/script.ts';

const closing: Closing = {
  asks: 'feeling',
  what: 'listening',
  title: { en: 'How was the listening?', de: 'Wie war das Hören?' },
  answers: [
    { id: 'quieter', text: { en: 'It is quieter in me', de: 'In mir ist es stiller' } },
    { id: 'same', text: { en: 'About as before', de: 'Etwa wie vorher' } },
    { id: 'stirred', hard: true, text: { en: 'It stirred something up', de: 'Es hat etwas aufgewühlt' } },
  ],
};

const music = 'mindful-listening';

/** Attune's own words for listening and nothing else: few, and much silence between them. */
export const SCRIPTS: readonly Script[] = [
  {
    id: 'one-sound',
    title: { en: 'One sound at a time', de: 'Ein Klang nach dem anderen' },
    lead: {
      en: 'From the lowest sound to the highest, and what is between them.',
      de: 'Vom tiefsten Klang zum höchsten, und was dazwischen ist.',
    },
    ...{ music, closing },
    phases: [
      {
        id: 'arrive',
        title: { en: 'Arriving', de: 'Ankommen' },
        sentences: [
          say(15, 'Sit, stand or lie, as it suits you.', 'Sitz, steh oder lieg, wie es dir passt.'),
          say(
            20,
            'Your eyes may stay open. They can rest on one spot.',
            'Die Augen dürfen offen bleiben und auf einer Stelle ruhen.',
          ),
          say(
            25,
            'A sound that is not good for you is left out.',
            'Ein Klang, der dir nicht guttut, fällt aus.',
          ),
        ],
      },
      {
        id: 'lowest',
        title: { en: 'The lowest', de: 'Der tiefste' },
        sentences: [
          say(30, 'Listen for the lowest sound in the music.', 'Such den tiefsten Klang in der Musik.'),
          say(50, 'Stay with it for as long as it stays.', 'Bleib bei ihm, solange er da ist.'),
        ],
      },
      {
        id: 'highest',
        title: { en: 'The highest', de: 'Der höchste' },
        sentences: [
          say(
            25,
            'Now the highest. It may be very quiet.',
            'Jetzt der höchste. Vielleicht ist er ganz leise.',
          ),
          say(45, 'When it is gone, wait for the next.', 'Ist er fort, wart auf den nächsten.'),
        ],
      },
      {
        id: 'between',
        title: { en: 'Between', de: 'Dazwischen' },
        sentences: [
          say(25, 'Listen to where a sound ends.', 'Hör, wo ein Klang aufhört.'),
          say(
            45,
            'How long is it still there after it was played?',
            'Wie lange ist er noch da, nachdem er gespielt wurde?',
          ),
        ],
      },
      {
        id: 'return',
        title: { en: 'All together', de: 'Alles zusammen' },
        sentences: [
          say(35, 'Let all the sounds be there at once.', 'Lass alle Klänge zugleich da sein.'),
          say(25, 'And the sounds of the room around them.', 'Und um sie herum die Geräusche im Raum.'),
          say(20, 'Look around, in your own time.', 'Schau dich um, in deinem Tempo.'),
        ],
      },
    ],
  },
  {
    id: 'whole-piece',
    title: { en: 'The whole piece', de: 'Das ganze Stück' },
    lead: {
      en: 'Ten minutes with one piece of music, and coming back to it whenever you have been away.',
      de: 'Zehn Minuten mit einem Stück, und jedes Mal zurück zu ihm, wenn du fort warst.',
    },
    note: {
      en: 'Long silences. Memories may come up.',
      de: 'Lange Stille. Erinnerungen können hochkommen.',
    },
    ...{ music, closing },
    phases: [
      {
        id: 'arrive',
        title: { en: 'Arriving', de: 'Ankommen' },
        sentences: [
          say(
            20,
            'Find a place where nothing has to be held up.',
            'Such dir einen Platz, an dem du nichts halten musst.',
          ),
          say(25, 'For ten minutes there is only this music.', 'Zehn Minuten lang gibt es nur diese Musik.'),
          say(
            25,
            'Memories may come. Look at them, or let them pass.',
            'Erinnerungen dürfen kommen. Sieh hin, oder lass sie vorbei.',
          ),
        ],
      },
      {
        id: 'follow',
        title: { en: 'Going along', de: 'Mitgehen' },
        sentences: [
          say(30, 'What moves in it? Go along with that.', 'Was bewegt sich darin? Geh damit mit.'),
          say(
            60,
            'Perhaps it climbs. Perhaps it comes to rest.',
            'Vielleicht steigt es. Vielleicht kommt es zur Ruhe.',
          ),
          say(60, 'If you lose it, the next note will do.', 'Verlierst du es, genügt der nächste Ton.'),
        ],
      },
      {
        id: 'wander',
        title: { en: 'When thoughts come', de: 'Wenn Gedanken kommen' },
        sentences: [
          say(45, 'Thoughts come. That is what thoughts do.', 'Gedanken kommen. Das tun Gedanken.'),
          say(
            55,
            'See where they went, and come back to one sound.',
            'Sieh, wohin sie gingen, und komm zu einem Klang zurück.',
          ),
          say(
            60,
            'Coming back is the exercise, however often.',
            'Das Zurückkommen ist die Übung, egal wie oft.',
          ),
        ],
      },
      {
        id: 'place',
        title: { en: 'Where it reaches you', de: 'Wo sie dich erreicht' },
        sentences: [
          say(
            40,
            'Is there a place where the music reaches you?',
            'Gibt es eine Stelle, an der dich die Musik erreicht?',
          ),
          say(
            50,
            'Ears, chest, hands, or nowhere in particular.',
            'Ohren, Brust, Hände oder keine bestimmte.',
          ),
          say(50, 'Nothing about it has to change.', 'Nichts daran muss anders werden.'),
        ],
      },
      {
        id: 'return',
        title: { en: 'Coming back', de: 'Zurückkommen' },
        sentences: [
          say(
            35,
            'Let it play, without listening for anything.',
            'Lass sie spielen, ohne auf etwas zu hören.',
          ),
          say(25, 'Hear the room again, near and far.', 'Hör wieder den Raum, nah und fern.'),
          say(20, 'Look around. That was all.', 'Schau dich um. Das war alles.'),
        ],
      },
    ],
  },
  {
    id: 'open-eyes',
    title: { en: 'With open eyes', de: 'Mit offenen Augen' },
    lead: {
      en: 'Looking and listening together, for those who would rather not close their eyes.',
      de: 'Schauen und hören zugleich, für alle, die die Augen lieber nicht schließen.',
    },
    ...{ music, closing },
    phases: [
      {
        id: 'look',
        title: { en: 'Looking', de: 'Schauen' },
        sentences: [
          say(15, 'Leave your eyes open, if you like.', 'Lass die Augen offen, wenn du magst.'),
          say(
            30,
            'They can rest on something that does not move.',
            'Gut zum Ausruhen ist, was sich nicht bewegt.',
          ),
          say(35, 'Its edges, its colour, its shadow.', 'Seine Ränder, seine Farbe, sein Schatten.'),
        ],
      },
      {
        id: 'hear',
        title: { en: 'Listening', de: 'Hören' },
        sentences: [
          say(30, 'Now let the music come in beside it.', 'Lass jetzt die Musik dazukommen.'),
          say(
            60,
            'Seeing and hearing, both at once or in turn.',
            'Sehen und hören, beides zugleich oder abwechselnd.',
          ),
        ],
      },
      {
        id: 'wide',
        title: { en: 'Wider', de: 'Weiter' },
        sentences: [
          say(30, 'What do you see at the edge of your sight?', 'Was siehst du am Rand deines Blicks?'),
          say(50, 'And what do you hear at the edge of the music?', 'Und was hörst du am Rand der Musik?'),
        ],
      },
      {
        id: 'return',
        title: { en: 'Here', de: 'Hier' },
        sentences: [
          say(25, 'Look around slowly, as far as you like.', 'Schau dich langsam um, so weit du magst.'),
          say(
            25,
            'You are in this place, and the door is where it was.',
            'Du bist an diesem Ort, und die Tür ist, wo sie war.',
          ),
        ],
      },
    ],
  },
];
