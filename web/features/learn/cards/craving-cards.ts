import type { LearnCard } from '../card.ts';

/** Craving: where it comes from, how it goes, and what happens after. */
export const CRAVING_CARDS: readonly LearnCard[] = [
  {
    id: 'triggers',
    topic: 'craving',
    grade: 'shown',
    sources: ['carter-tiffany-1999'],
    said: {
      en: {
        title: 'What a trigger is',
        text: [
          'A trigger is something that was there when you used: a place, a smell, a friend, a payday, ' +
            'a song. Seeing or hearing it again can bring craving before you have had a thought.',
          'Many studies compared such reminders with neutral things; craving rose after the ' +
            'reminders. It is a learned response, not a decision, and it says nothing about your will. ' +
            'What is a trigger differs from person to person: yours are worth knowing by name.',
        ],
      },
      de: {
        title: 'Was ein Auslöser ist',
        text: [
          'Ein Auslöser ist etwas, das dabei war, als du konsumiert hast: ein Ort, ein Geruch, ein ' +
            'Freund, der Zahltag, ein Lied. Begegnest du ihm wieder, kann Verlangen da sein, bevor du ' +
            'überhaupt gedacht hast.',
          'Viele Studien haben solche Erinnerungen mit neutralen Dingen verglichen: Nach den ' +
            'Erinnerungen stieg das Verlangen. Das ist gelernt, keine Entscheidung, und sagt nichts ' +
            'über deinen Willen. Auslöser sind bei jedem andere. Deine zu kennen lohnt sich.',
        ],
      },
    },
  },
  {
    id: 'craving-wave',
    topic: 'craving',
    grade: 'plausible',
    sources: ['witkiewitz-2014', 'grant-2017'],
    said: {
      en: {
        title: 'Craving as a wave',
        text: [
          'Craving rises, stands for a while and sinks again. Surfing it means neither fighting nor ' +
            'following: you notice where it sits in the body, how strong it is, how it changes.',
          'The picture comes from mindfulness-based relapse prevention. Nine trials together found a ' +
            'small effect on craving, with low confidence, and no clear effect on relapse. How long a ' +
            'wave lasts is different each time; nobody can promise you minutes.',
        ],
      },
      de: {
        title: 'Verlangen als Welle',
        text: [
          'Verlangen steigt, steht eine Weile und sinkt wieder. Auf der Welle bleiben heißt: nicht ' +
            'kämpfen und nicht folgen. Du merkst, wo im Körper es sitzt, wie stark es ist, wie es sich ' +
            'ändert.',
          'Das Bild stammt aus der achtsamkeitsbasierten Rückfallvorbeugung. Neun Studien zusammen ' +
            'fanden eine kleine Wirkung auf das Verlangen, mit geringer Sicherheit, und keine klare auf ' +
            'Rückfälle. Wie lange eine Welle dauert, ist jedes Mal anders. Minuten kann dir niemand ' +
            'versprechen.',
        ],
      },
    },
  },
  {
    id: 'songs-as-triggers',
    topic: 'craving',
    grade: 'shown',
    sources: ['silverman-2021'],
    said: {
      en: {
        title: 'Songs can be triggers',
        text: [
          'A review of 33 studies found that music can bring craving for alcohol, cannabis, nicotine ' +
            'and other substances, mostly where it was chosen to bring a low mood. The studies say ' +
            'little about the music itself.',
          'So no list of dangerous songs exists, and none would fit you. A gentle song may be a ' +
            'trigger, and a loud one may be safe. In Attune you decide what is never played.',
        ],
      },
      de: {
        title: 'Lieder können Auslöser sein',
        text: [
          'Eine Übersicht über 33 Studien fand: Musik kann Verlangen nach Alkohol, Cannabis, Nikotin ' +
            'und anderem wecken, meist dort, wo sie die Stimmung drücken sollte. Über die Musik selbst ' +
            'sagen die Studien wenig.',
          'Eine Liste gefährlicher Lieder gibt es also nicht, und sie würde auch nicht zu dir passen. ' +
            'Ein sanftes Lied kann ein Auslöser sein, ein lautes ungefährlich. In Attune bestimmst du, ' +
            'was nie gespielt wird.',
        ],
      },
    },
  },
  {
    id: 'first-minutes',
    topic: 'craving',
    grade: 'practice',
    sources: [],
    said: {
      en: {
        title: 'The first minutes',
        text: [
          'When it is strong, three small things are easier than one big resolve. Leave the place, if ' +
            'only for the next room. Put something in your ears or hands: music, cold water, a phone ' +
            'call. Tell one person, even in two words.',
          'Then decide again in ten minutes. You do not have to settle the rest of your life tonight. ' +
            '“Craving now” in Attune is made for these minutes: it asks nothing first.',
        ],
      },
      de: {
        title: 'Die ersten Minuten',
        text: [
          'Wenn es stark ist, gehen drei kleine Dinge leichter als ein großer Vorsatz. Verlass den ' +
            'Ort, und sei es ins nächste Zimmer. Gib Ohren oder Händen etwas: Musik, kaltes Wasser, ' +
            'einen Anruf. Sag es einem Menschen, zwei Worte genügen.',
          'Dann entscheide in zehn Minuten neu. Du musst heute Abend nicht den Rest deines Lebens ' +
            'klären. „Verlangen jetzt“ ist für diese Minuten gemacht: Es fragt vorher nichts.',
        ],
      },
    },
  },
  {
    id: 'slip',
    topic: 'craving',
    grade: 'shown',
    sources: ['menon-2018'],
    said: {
      en: {
        title: 'A slip is not the end',
        text: [
          'Of people treated for alcohol, 40 to 80 in 100 have at least one drink within the first ' +
            'year; about 20 go back to drinking as before. So most who slip do not end where they ' +
            'began.',
          'What helps next is plain: get safe, tell someone, look at what came just before. In Attune ' +
            'a slip is a note. The days before it stay what they were.',
        ],
      },
      de: {
        title: 'Ein Ausrutscher ist nicht das Ende',
        text: [
          'Von Menschen, die wegen Alkohol in Behandlung waren, trinken 40 bis 80 von 100 im ersten ' +
            'Jahr mindestens einmal; etwa 20 kehren zum alten Trinken zurück. Die meisten, denen es ' +
            'passiert, landen also nicht am Anfang.',
          'Was dann hilft, ist schlicht: dich in Sicherheit bringen, es jemandem sagen, ansehen, was ' +
            'kurz davor war. In Attune ist ein Ausrutscher eine Notiz. Die Tage davor bleiben, was sie ' +
            'waren.',
        ],
      },
    },
  },
  {
    id: 'guilt-anger-self-talk',
    topic: 'craving',
    grade: 'plausible',
    sources: ['hendershot-2011'],
    said: {
      en: {
        title: 'Guilt, anger, the voice inside',
        text: [
          'After a slip many hear: “I am like this, it is no use.” The relapse prevention model says ' +
            'that this thought, more than the drink, can turn one slip into many. Research supports ' +
            'parts of the model; it is no law.',
          'You can answer as you would answer a friend: what happened, what made it hard, what is the ' +
            'next small step? Anger is allowed. It can be drummed, sung or written before it is spoken.',
        ],
      },
      de: {
        title: 'Schuld, Wut, die innere Stimme',
        text: [
          'Nach einem Ausrutscher hören viele: „So bin ich eben, es hat keinen Zweck.“ Das Modell der ' +
            'Rückfallvorbeugung sagt: Eher dieser Gedanke als das Glas macht aus einem Mal viele. Teile ' +
            'des Modells sind gestützt; ein Gesetz ist es nicht.',
          'Antworte, wie du einem Freund antworten würdest: Was ist passiert, was machte es schwer, ' +
            'was ist der nächste kleine Schritt? Wut darf sein. Sie lässt sich trommeln, singen oder ' +
            'schreiben, bevor man sie ausspricht.',
        ],
      },
    },
  },
  {
    id: 'gambling-and-others',
    topic: 'craving',
    grade: 'plausible',
    sources: ['limbrick-oldfield-2017', 'potenza-2019'],
    said: {
      en: {
        title: 'Gambling, gaming and the like',
        text: [
          'Craving is not only about substances. In a small study, 19 people with gambling disorder ' +
            'craved more after pictures of gambling than after neutral ones. Gambling disorder is a ' +
            'recognised condition with treatments of its own; for other habits less is known.',
          'In Attune you name what you want to change. The music and the exercises are the same; ' +
            'whether they do as much here has not been tested.',
        ],
      },
      de: {
        title: 'Glücksspiel und anderes',
        text: [
          'Verlangen gibt es nicht nur nach Substanzen. In einer kleinen Studie spürten 19 Menschen ' +
            'mit Glücksspielstörung nach Spielbildern mehr Verlangen als nach neutralen. Die ' +
            'Glücksspielstörung ist anerkannt und hat eigene Behandlungen; über andere Gewohnheiten ' +
            'weiß man weniger.',
          'In Attune benennst du selbst, was sich ändern soll. Musik und Übungen sind dieselben. Ob ' +
            'sie hier genauso viel tun, ist nicht geprüft.',
        ],
      },
    },
  },
];
