import { say, type Closing, type Script } from '../../session/script/script.ts';

const closing: Closing = {
  asks: 'feeling',
  what: 'settled',
  title: { en: 'How is it now?', de: 'Wie ist es jetzt?' },
  answers: [
    { id: 'steadier', text: { en: 'Steadier than before', de: 'Ruhiger als vorher' } },
    { id: 'same', text: { en: 'About as before', de: 'Etwa wie vorher' } },
    { id: 'shaken', hard: true, text: { en: 'More shaken', de: 'Aufgewühlter' } },
  ],
};

/** Attune's own words for coming down after something hard: what is around comes before what was. */
export const SCRIPTS: readonly Script[] = [
  {
    id: 'after-therapy',
    title: { en: 'After a therapy hour', de: 'Nach einer Therapiestunde' },
    lead: {
      en: 'Before the way home: back into the room, and what was said may stay where it was said.',
      de: 'Vor dem Heimweg: zurück in den Raum, und was gesagt wurde, darf dort bleiben.',
    },
    note: {
      en: 'It does not go into what was spoken of.',
      de: 'Es geht nicht in das hinein, worüber gesprochen wurde.',
    },
    music: 'after-hard-session',
    closing,
    phases: [
      {
        id: 'over',
        title: { en: 'Over for today', de: 'Für heute vorbei' },
        sentences: [
          say(
            25,
            'The hour is over. Nothing more has to come up.',
            'Die Stunde ist vorbei. Es muss nichts mehr hochkommen.',
          ),
          say(
            30,
            'Sit where you can see the door, if that is good.',
            'Setz dich so, dass du die Tür siehst, wenn dir das guttut.',
          ),
          say(35, 'Your eyes may stay open all the time.', 'Die Augen dürfen die ganze Zeit offen bleiben.'),
        ],
      },
      {
        id: 'here',
        title: { en: 'Where you are', de: 'Wo du bist' },
        sentences: [
          say(40, 'What are your feet standing on?', 'Worauf stehen deine Füße?'),
          say(40, 'What do you see that had no part in it?', 'Was siehst du, das nichts damit zu tun hat?'),
          say(40, 'What do you hear besides the music?', 'Was hörst du außer der Musik?'),
        ],
      },
      {
        id: 'stays',
        title: { en: 'What may stay there', de: 'Was dort bleiben darf' },
        sentences: [
          say(40, 'What was said can stay in that room.', 'Was gesagt wurde, kann in jenem Raum bleiben.'),
          say(
            50,
            'If something comes along, think of a shelf for it.',
            'Kommt etwas mit, denk dir ein Regal dafür.',
          ),
          say(
            50,
            'There it keeps. You need not hold it all week.',
            'Dort hält es sich. Du musst es nicht die Woche lang halten.',
          ),
        ],
      },
      {
        id: 'comes-along',
        title: { en: 'What may come along', de: 'Was mitkommen darf' },
        sentences: [
          say(35, 'Was there one sentence that did you good?', 'Gab es einen Satz, der dir gutgetan hat?'),
          say(
            35,
            'Or a moment with a little more air. Or neither.',
            'Oder einen Moment mit etwas mehr Luft. Oder nichts davon.',
          ),
        ],
      },
      {
        id: 'way-home',
        title: { en: 'The way home', de: 'Der Heimweg' },
        sentences: [
          say(
            30,
            'Before you get up or drive, look around once.',
            'Bevor du aufstehst oder fährst, schau dich einmal um.',
          ),
          say(
            30,
            'What is the first small thing outside this door?',
            'Was ist das erste Kleine vor dieser Tür?',
          ),
        ],
      },
    ],
  },
  {
    id: 'after-quarrel',
    title: { en: 'After a quarrel', de: 'Nach einem Streit' },
    lead: {
      en: 'Until the heat is out of the body. Nothing is settled or answered meanwhile.',
      de: 'Bis die Hitze aus dem Körper ist. Geklärt oder beantwortet wird solange nichts.',
    },
    note: {
      en: 'About quarrels, not about violence. If you are not safe where you are, Help now comes first.',
      de: 'Es geht um Streit, nicht um Gewalt. Bist du da, wo du bist, nicht sicher, geht Hilfe jetzt vor.',
    },
    music: 'after-hard-session',
    closing,
    phases: [
      {
        id: 'away',
        title: { en: 'Some distance', de: 'Etwas Abstand' },
        sentences: [
          say(20, 'For now you are out of it.', 'Für den Augenblick bist du draußen.'),
          say(
            30,
            'Angry, sad, ashamed, or all at once: it may be so.',
            'Wütend, traurig, beschämt oder alles zugleich: Das darf sein.',
          ),
          say(
            30,
            'Nobody needs an answer in these minutes.',
            'In diesen Minuten braucht niemand eine Antwort.',
          ),
        ],
      },
      {
        id: 'heat',
        title: { en: 'The heat', de: 'Die Hitze' },
        sentences: [
          say(
            30,
            'Where is it still? Jaw, fists, stomach, or elsewhere.',
            'Wo sitzt es noch? Kiefer, Fäuste, Bauch oder anderswo.',
          ),
          say(
            40,
            'You can shake it out, walk up and down, or leave it.',
            'Du kannst es ausschütteln, auf und ab gehen oder es lassen.',
          ),
          say(
            40,
            'A body needs some minutes for this. Any body.',
            'Ein Körper braucht dafür ein paar Minuten. Jeder.',
          ),
        ],
      },
      {
        id: 'breath',
        title: { en: 'A longer way out', de: 'Länger hinaus' },
        guideFrom: 1,
        sentences: [
          say(
            25,
            'The breath may go out longer, if that is good.',
            'Der Atem darf länger hinausgehen, wenn dir das guttut.',
          ),
          say(
            55,
            'Or follow the music, and leave the breath alone.',
            'Oder folg der Musik und lass den Atem in Ruhe.',
          ),
        ],
      },
      {
        id: 'step-back',
        title: { en: 'A step back', de: 'Ein Schritt zurück' },
        sentences: [
          say(
            45,
            'The sentences go round, like a radio next door.',
            'Die Sätze kreisen, wie ein Radio nebenan.',
          ),
          say(
            45,
            'Underneath, something may just hurt. That is enough to know.',
            'Darunter tut vielleicht einfach etwas weh. Mehr musst du nicht wissen.',
          ),
        ],
      },
      {
        id: 'next-hour',
        title: { en: 'The next hour', de: 'Die nächste Stunde' },
        sentences: [
          say(30, 'What would be good for you in the next hour?', 'Was täte dir in der nächsten Stunde gut?'),
          say(
            30,
            'Walking, writing, ringing somebody up. The rest can wait.',
            'Gehen, schreiben, jemanden anrufen. Der Rest kann warten.',
          ),
        ],
      },
    ],
  },
  {
    id: 'grounding',
    title: { en: 'Back here through sound', de: 'Mit Klang zurück ins Hier' },
    lead: {
      en: 'When you feel far away or it all spins: five sounds, the music, something to touch.',
      de: 'Wenn alles fern ist oder sich dreht: fünf Geräusche, die Musik, etwas zum Anfassen.',
    },
    music: 'mindful-listening',
    closing,
    phases: [
      {
        id: 'here',
        title: { en: 'Here', de: 'Hier' },
        sentences: [
          say(
            15,
            'Open eyes are good for this, if you can bear it.',
            'Offene Augen tun hier gut, wenn es geht.',
          ),
          say(20, 'What are you sitting or standing on?', 'Worauf sitzt oder stehst du?'),
          say(
            25,
            'Say the day and the place, aloud or to yourself.',
            'Sag dir den Tag und den Ort, laut oder leise.',
          ),
        ],
      },
      {
        id: 'five-sounds',
        title: { en: 'Five sounds', de: 'Fünf Geräusche' },
        sentences: [
          say(
            30,
            'Find five sounds that are not the music.',
            'Such fünf Geräusche, die nicht die Musik sind.',
          ),
          say(60, 'Near or far. Three are plenty as well.', 'Nah oder fern. Drei sind auch genug.'),
        ],
      },
      {
        id: 'music',
        title: { en: 'The music', de: 'Die Musik' },
        sentences: [
          say(
            30,
            'Now the music. What in it is closest to you?',
            'Jetzt die Musik. Was darin ist dir am nächsten?',
          ),
          say(50, 'A finger may tap along, very slowly.', 'Ein Finger darf mittippen, ganz langsam.'),
        ],
      },
      {
        id: 'touch',
        title: { en: 'Something to touch', de: 'Etwas zum Anfassen' },
        sentences: [
          say(
            20,
            'Is there something cool or rough within reach?',
            'Ist etwas Kühles oder Raues in Reichweite?',
          ),
          say(20, 'And something soft?', 'Und etwas Weiches?'),
        ],
      },
      {
        id: 'return',
        title: { en: 'Now', de: 'Jetzt' },
        sentences: [
          say(15, 'Look around once more.', 'Schau dich noch einmal um.'),
          say(15, 'You are here, and it is now.', 'Du bist hier, und es ist jetzt.'),
        ],
      },
    ],
  },
];
