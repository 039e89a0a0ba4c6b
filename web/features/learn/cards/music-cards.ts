import type { LearnCard } from '../card.ts';

/** Music: what it may do, what trials found, and why Attune plays as it does. */
export const MUSIC_CARDS: readonly LearnCard[] = [
  {
    id: 'music-and-memory',
    topic: 'music',
    grade: 'hypothesis',
    sources: ['pasqualitto-2023'],
    said: {
      en: {
        title: 'Music and memory',
        text: [
          'A song can bring back a whole summer: who was there, how it felt, also what was used. A ' +
            'narrative review argues that memories woken by music and craving share pathways in the ' +
            'brain, and that a memory met again in safety might lose some of its pull.',
          'That is a hypothesis put together from other studies, not a result. If a memory comes ' +
            'while you listen, you may write it down, or turn the music off.',
        ],
      },
      de: {
        title: 'Musik und Erinnerung',
        text: [
          'Ein Lied kann einen ganzen Sommer zurückbringen: wer da war, wie es sich anfühlte, auch ' +
            'was konsumiert wurde. Eine erzählende Übersicht vermutet, dass musikgeweckte Erinnerungen ' +
            'und Verlangen gemeinsame Wege im Gehirn nutzen und dass eine Erinnerung, der man in ' +
            'Sicherheit wieder begegnet, an Zug verlieren könnte.',
          'Das ist eine Hypothese aus anderen Studien, kein Ergebnis. Kommt beim Hören eine ' +
            'Erinnerung, darfst du sie aufschreiben oder die Musik ausmachen.',
        ],
      },
    },
  },
  {
    id: 'music-therapy-trials',
    topic: 'music',
    grade: 'shown',
    sources: ['ghetti-2022'],
    said: {
      en: {
        title: 'What trials of music therapy found',
        text: [
          'A Cochrane review put 21 trials with 1984 people together. Music therapy beside standard ' +
            'care probably lowers craving (three trials, 254 people) and raises motivation for ' +
            'treatment. No clear effect was found on depression, anxiety or staying in treatment, and ' +
            'nobody reported on harm.',
          'These were sessions led by therapists in clinics. Attune is software at home. Nobody has ' +
            'shown that it does the same.',
        ],
      },
      de: {
        title: 'Was Studien zur Musiktherapie fanden',
        text: [
          'Eine Cochrane-Übersicht fasst 21 Studien mit 1984 Menschen zusammen. Musiktherapie neben ' +
            'der üblichen Behandlung senkt wahrscheinlich das Verlangen (drei Studien, 254 Menschen) ' +
            'und stärkt die Motivation zur Behandlung. Auf Depression, Angst oder das Durchhalten der ' +
            'Behandlung fand sich keine klare Wirkung; über Schäden wurde nichts berichtet.',
          'Das waren Sitzungen mit Fachleuten in Kliniken. Attune ist Software zu Hause. Dass es ' +
            'dasselbe leistet, hat niemand gezeigt.',
        ],
      },
    },
  },
  {
    id: 'still-unclear',
    topic: 'music',
    grade: 'not-shown',
    sources: ['hohmann-2017'],
    said: {
      en: {
        title: 'What is still unclear',
        text: [
          'An earlier systematic review of 34 quantitative and six qualitative studies found good ' +
            'signs: emotion, motivation, taking part. But the results did not agree with each other, ' +
            'many studies looked at one session only, and none followed people for long.',
          'Its authors conclude that efficacy “remains unclear”. Take music as one thing among ' +
            'several, and judge it by what you notice yourself.',
        ],
      },
      de: {
        title: 'Was noch offen ist',
        text: [
          'Eine frühere systematische Übersicht über 34 quantitative und sechs qualitative Studien ' +
            'fand gute Zeichen: Gefühl, Motivation, Teilnahme. Aber die Ergebnisse passten nicht ' +
            'zusammen, viele Studien betrachteten eine einzige Sitzung, und keine begleitete die ' +
            'Menschen lange.',
          'Die Autoren schließen, die Wirksamkeit bleibe „unklar“. Nimm Musik als eines von mehreren ' +
            'Dingen, und miss sie an dem, was du selbst bemerkst.',
        ],
      },
    },
  },
  {
    id: 'two-kinds',
    topic: 'music',
    grade: 'plausible',
    sources: ['bernardi-2006'],
    said: {
      en: {
        title: 'Why there are two kinds of music',
        text: [
          'Attune has calming and activating pieces, because two moments need different things: ' +
            'shaking at night, and flat on the sofa. In a laboratory study of 24 people faster music went ' +
            'with more breathing and a faster heart, and in a pause of two minutes both fell, even below ' +
            'the rest before.',
          'That is why tempo counts here, and why silence is a piece, too. Your own taste counts ' +
            'more: music you dislike rarely calms.',
        ],
      },
      de: {
        title: 'Warum es zweierlei Musik gibt',
        text: [
          'Attune hat beruhigende und anregende Stücke, denn zwei Momente brauchen Verschiedenes: ' +
            'zitternd in der Nacht, matt auf dem Sofa. In einer Laborstudie mit 24 Menschen gingen mit ' +
            'schnellerer Musik mehr Atem und ein schnelleres Herz einher; in zwei Minuten Pause sank ' +
            'beides, sogar unter die Ruhe davor.',
          'Darum zählt hier das Tempo, und darum ist auch Stille ein Stück. Dein Geschmack zählt ' +
            'mehr: Musik, die du nicht magst, beruhigt selten.',
        ],
      },
    },
  },
  {
    id: 'match-then-shift',
    topic: 'music',
    grade: 'plausible',
    sources: ['heiderscheit-madson-2015', 'starcke-2021'],
    said: {
      en: {
        title: 'Meet first, then lead',
        text: [
          'Music therapists call it the iso principle: begin with music near the state you are in, ' +
            'then change it step by step. Someone who is upset may find very slow music unbearable at ' +
            'once.',
          'It rests mostly on practice and case reports. One experiment with healthy people made sad on ' +
            'purpose found sad and then happy music best, though not every difference was clear. Attune ' +
            'does it with tempo and density, and you can overrule it at any time.',
        ],
      },
      de: {
        title: 'Erst abholen, dann führen',
        text: [
          'In der Musiktherapie heißt es Iso-Prinzip: mit Musik beginnen, die deinem Zustand nahe ' +
            'ist, und sie dann Schritt für Schritt ändern. Wer aufgewühlt ist, hält sehr langsame Musik ' +
            'oft nicht gleich aus.',
          'Es stützt sich vor allem auf Praxis und Fallberichte. In einem Versuch mit gesunden, ' +
            'absichtlich traurig gestimmten Menschen tat erst traurige, dann fröhliche Musik am besten, ' +
            'wenn auch nicht jeder Unterschied klar war. Attune macht es mit Tempo und Dichte; du kannst ' +
            'jederzeit anders entscheiden.',
        ],
      },
    },
  },
  {
    id: 'music-after-stress',
    topic: 'music',
    grade: 'not-shown',
    sources: ['adiasto-2022'],
    said: {
      en: {
        title: 'Does music speed up calming down?',
        text: [
          'Fourteen experiments looked at healthy people after a stressful task. With music they ' +
            'recovered a little better than without, but the difference could be chance (g = 0.15, from ' +
            '−0.21 to 0.52).',
          'So music alone is no switch. It may still be pleasant, fill the time of a craving and give ' +
            'the breath a pace. Attune therefore shows how uncertain its figures are, instead of a ' +
            'number that always falls.',
        ],
      },
      de: {
        title: 'Beruhigt Musik schneller?',
        text: [
          'Vierzehn Versuche betrachteten gesunde Menschen nach einer belastenden Aufgabe. Mit Musik ' +
            'erholten sie sich etwas besser als ohne; der Unterschied kann aber Zufall sein (g = 0,15, ' +
            'von −0,21 bis 0,52).',
          'Musik allein ist also kein Schalter. Sie kann trotzdem guttun, die Zeit eines Verlangens ' +
            'füllen und dem Atem ein Maß geben. Attune zeigt darum, wie unsicher seine Werte sind, ' +
            'statt einer Zahl, die immer sinkt.',
        ],
      },
    },
  },
  {
    id: 'songs',
    topic: 'music',
    grade: 'plausible',
    sources: ['silverman-2019', 'silverman-2015'],
    said: {
      en: {
        title: 'Writing songs, reading lyrics',
        text: [
          'On a detoxification unit, 129 people wrote a song in a group, made other music, or waited. ' +
            'After songwriting one part of craving was lower than after waiting; other differences ' +
            'could be chance. After talking about lyrics, 104 people there reported more motivation ' +
            'than those who waited.',
          'Each was one session with a therapist. What a verse can do at your kitchen table is open. ' +
            'It is yours, and it does not have to be good.',
        ],
      },
      de: {
        title: 'Lieder schreiben, Texte lesen',
        text: [
          'Auf einer Entgiftungsstation schrieben 129 Menschen in der Gruppe ein Lied, musizierten ' +
            'anders oder warteten. Nach dem Liederschreiben war ein Teil des Verlangens geringer als ' +
            'nach dem Warten; andere Unterschiede können Zufall sein. Nach Gesprächen über Liedtexte ' +
            'berichteten 104 Menschen dort mehr Motivation als die Wartenden.',
          'Es war jeweils eine Sitzung mit Fachleuten. Was eine Strophe am Küchentisch kann, ist ' +
            'offen. Sie gehört dir und muss nicht gut sein.',
        ],
      },
    },
  },
  {
    id: 'rhythm',
    topic: 'music',
    grade: 'hypothesis',
    sources: ['tarr-2014'],
    said: {
      en: {
        title: 'Rhythm with hands and feet',
        text: [
          'Clapping, drumming and singing in time with others often feels good and brings people ' +
            'closer. Why is a hypothesis: moving in step may blur “me” and “you” a little, and the ' +
            'effort may release the body’s own opioids.',
          'Whether rhythm helps somebody in recovery has not been settled. It needs no talent, keeps ' +
            'the hands busy and is loud enough for anger. Attune shows how steady you are, never that ' +
            'you failed.',
        ],
      },
      de: {
        title: 'Rhythmus mit Händen und Füßen',
        text: [
          'Im Takt mit anderen zu klatschen, trommeln oder singen tut oft gut und bringt Menschen ' +
            'näher. Warum, ist eine Hypothese: Gemeinsame Bewegung verwischt vielleicht ein wenig „ich“ ' +
            'und „du“, und die Anstrengung setzt womöglich körpereigene Opioide frei.',
          'Ob Rhythmus auf dem Weg aus der Sucht hilft, ist nicht entschieden. Er braucht kein ' +
            'Talent, beschäftigt die Hände und ist laut genug für Wut. Attune zeigt, wie gleichmäßig du ' +
            'bist, nie ein Versagen.',
        ],
      },
    },
  },
  {
    id: 'no-training-needed',
    topic: 'music',
    grade: 'practice',
    sources: [],
    said: {
      en: {
        title: 'You need no musical training',
        text: [
          'There are no notes to read here, and nothing is marked. If you can tap a table, you can do ' +
            'the rhythm exercises; if you can hum, you can sing along.',
          'Many people were told as children that they cannot sing. That was an opinion about a ' +
            'sound, years ago. Here nobody listens but you, unless you invite somebody. Start with two ' +
            'minutes, and stop while it is still pleasant.',
        ],
      },
      de: {
        title: 'Du musst nichts können',
        text: [
          'Hier sind keine Noten zu lesen, und nichts wird bewertet. Wer auf einen Tisch klopfen ' +
            'kann, kann die Rhythmusübungen; wer summen kann, kann mitsingen.',
          'Vielen wurde als Kind gesagt, sie könnten nicht singen. Das war eine Meinung über einen ' +
            'Klang, vor Jahren. Hier hört niemand zu außer dir, es sei denn, du lädst jemanden ein. ' +
            'Fang mit zwei Minuten an und hör auf, solange es noch schön ist.',
        ],
      },
    },
  },
];
