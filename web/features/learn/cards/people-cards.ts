import type { LearnCard } from '../card.ts';

/** Other people: being alone, groups, playing together. */
export const PEOPLE_CARDS: readonly LearnCard[] = [
  {
    id: 'company',
    topic: 'people',
    grade: 'shown',
    sources: ['ingram-2020'],
    said: {
      en: {
        title: 'Loneliness is common here',
        text: [
          'A review of 41 studies found that loneliness is frequent among people with substance ' +
            'problems and goes with poorer health and with being treated badly by others. Only one ' +
            'programme against it had been tested, and it did not reduce it.',
          'So nobody can sell you a remedy for being alone. Attune suggests one plain thing: move two ' +
            'or three listening sessions a week into company. That is an offer from practice; see what ' +
            'it does for you.',
        ],
      },
      de: {
        title: 'Einsamkeit ist hier häufig',
        text: [
          'Eine Übersicht über 41 Studien fand: Einsamkeit ist bei Menschen mit Suchtproblemen häufig ' +
            'und geht mit schlechterer Gesundheit und mit schlechter Behandlung durch andere einher. ' +
            'Erst ein einziges Programm dagegen war geprüft, und es half nicht.',
          'Ein Mittel gegen das Alleinsein kann dir also niemand verkaufen. Attune schlägt etwas ' +
            'Schlichtes vor: zwei oder drei Hörstunden in der Woche in Gesellschaft legen. Das ist ein ' +
            'Angebot aus der Praxis; sieh selbst, was es dir bringt.',
        ],
      },
    },
  },
  {
    id: 'groups',
    topic: 'people',
    grade: 'plausible',
    sources: ['tracy-wallace-2016'],
    said: {
      en: {
        title: 'Groups of people who know it',
        text: [
          'A review of ten studies links peer support groups with less use, more staying in treatment ' +
            'and more belief in oneself. Few of them were strict trials, and groups were mostly one ' +
            'part of a larger treatment, so how much the group itself does is unclear.',
          'One evening says little about a group. If the first does not suit you, try another kind. ' +
            'Under “Together” there is a list to start from.',
        ],
      },
      de: {
        title: 'Gruppen von Menschen, die es kennen',
        text: [
          'Eine Übersicht über zehn Studien verbindet Selbsthilfegruppen mit weniger Konsum, mehr ' +
            'Verbleib in Behandlung und mehr Zutrauen zu sich selbst. Nur wenige waren strenge ' +
            'Versuche, und die Gruppe war meist Teil einer größeren Behandlung. Wie viel sie selbst ' +
            'beiträgt, ist daher unklar.',
          'Ein Abend sagt wenig über eine Gruppe. Passt die erste nicht, versuch eine andere Art. ' +
            'Unter „Gemeinsam“ steht eine Liste für den Anfang.',
        ],
      },
    },
  },
  {
    id: 'shared-flow',
    topic: 'people',
    grade: 'hypothesis',
    sources: ['roth-2025'],
    said: {
      en: {
        title: 'Playing together and shared flow',
        text: [
          'Eight young adults improvised in small groups, once on instruments and once with words. ' +
            'Both times they reported high shared flow and felt in tune with each other; the music was ' +
            'not clearly ahead of the words. Beginners felt connected, too.',
          'Eight healthy people are a start, not an answer, and nobody there was in recovery. Take ' +
            'from it what it offers: you need no training to join in, and a good conversation is also ' +
            'music.',
        ],
      },
      de: {
        title: 'Gemeinsam spielen, gemeinsam im Fluss',
        text: [
          'Acht junge Erwachsene improvisierten in kleinen Gruppen, einmal mit Instrumenten, einmal ' +
            'mit Worten. Beide Male berichteten sie viel gemeinsamen Fluss und fühlten sich aufeinander ' +
            'eingestimmt; die Musik lag nicht klar vor den Worten. Auch Anfänger fühlten sich ' +
            'verbunden.',
          'Acht Menschen sind ein Anfang, keine Antwort, und um Sucht ging es dort nicht. Nimm ' +
            'daraus, was es hergibt: Mitmachen braucht keine Ausbildung, und auch ein gutes Gespräch ' +
            'ist Musik.',
        ],
      },
    },
  },
];
