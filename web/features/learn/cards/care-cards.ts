import type { LearnCard } from '../card.ts';

/** Care: what belongs to other people than an app. */
export const CARE_CARDS: readonly LearnCard[] = [
  {
    id: 'withdrawal',
    topic: 'care',
    grade: 'shown',
    sources: ['nice-cg100', 'sordo-2017'],
    said: {
      en: {
        title: 'Withdrawal belongs to a doctor',
        text: [
          'Whoever drinks heavily every day should not stop all at once alone: withdrawal can bring ' +
            'seizures and delirium, which are dangerous. The British guideline advises against a sudden ' +
            'reduction and offers hospital to those at risk. Do not stop benzodiazepines on your own, ' +
            'either. Nor a substitute for opioids: in 19 cohorts fewer people died in that treatment ' +
            'than outside it.',
          'Attune never judges withdrawal; no heart figure here can. Shaking, sweating, seeing ' +
            'things, confusion or a seizure: call the emergency number now. “Help now” has it.',
        ],
      },
      de: {
        title: 'Entzug gehört in ärztliche Hand',
        text: [
          'Wer täglich viel trinkt, sollte nicht allein von heute auf morgen aufhören: Der Entzug ' +
            'kann Krampfanfälle und ein Delir bringen, und die sind gefährlich. Die britische Leitlinie ' +
            'rät von plötzlichem Absetzen ab und bietet Gefährdeten die Klinik an. Auch Benzodiazepine ' +
            'setz nicht allein ab. Ein Substitut für Opioide ebenso wenig: In 19 Kohorten starben in ' +
            'dieser Behandlung weniger Menschen als außerhalb.',
          'Attune beurteilt Entzug nie; kein Herzwert hier kann das. Zittern, Schwitzen, Trugbilder, ' +
            'Verwirrtheit oder ein Krampfanfall: ruf jetzt den Notruf. Er steht unter „Hilfe jetzt“.',
        ],
      },
    },
  },
  {
    id: 'skills-beside-it',
    topic: 'care',
    grade: 'shown',
    sources: ['magill-2019'],
    said: {
      en: {
        title: 'Skills from therapy',
        text: [
          'Cognitive behavioural therapy looks at situations, thoughts and what to do instead. Thirty ' +
            'trials found it better than no or minimal treatment for alcohol and drugs; against other ' +
            'proper therapies it did about the same.',
          'Dialectical behaviour therapy teaches skills for moments that are hard to bear; we looked ' +
            'up no figures for it. Music does not replace either. If you learn a skill there, put it ' +
            'beside your session: music first, then the skill, or the other way.',
        ],
      },
      de: {
        title: 'Fertigkeiten aus der Therapie',
        text: [
          'Die kognitive Verhaltenstherapie schaut auf Situationen, Gedanken und was man stattdessen ' +
            'tun kann. Dreißig Studien fanden sie bei Alkohol und Drogen besser als keine oder geringe ' +
            'Behandlung; gegenüber anderen richtigen Therapien war sie etwa gleich.',
          'Die dialektisch-behaviorale Therapie lehrt Fertigkeiten für schwer erträgliche Momente; ' +
            'Zahlen dazu haben wir nicht nachgeschlagen. Musik ersetzt beide nicht. Lernst du dort ' +
            'etwas, stell es neben deine Sitzung: erst Musik, dann die Fertigkeit, oder umgekehrt.',
        ],
      },
    },
  },
  {
    id: 'writing',
    topic: 'care',
    grade: 'not-shown',
    sources: ['mogk-2006'],
    said: {
      en: {
        title: 'Does writing help?',
        text: [
          'Writing about hard things was long praised. A meta-analysis of 30 randomised trials found ' +
            'minor or no effects on health. Some feel lighter afterwards, some worse at first.',
          'Keep a journal if it is good for you: to remember, to notice triggers, to have words for a ' +
            'talk. Stop when it pulls you down, and do something with hands or feet. What you write ' +
            'stays locked on your device.',
        ],
      },
      de: {
        title: 'Hilft Schreiben?',
        text: [
          'Über Schweres zu schreiben wurde lange gelobt. Eine Zusammenfassung von 30 Zufallsstudien ' +
            'fand geringe oder keine Wirkungen auf die Gesundheit. Manche fühlen sich danach leichter, ' +
            'manche erst einmal schlechter.',
          'Führ ein Tagebuch, wenn es dir guttut: zum Erinnern, um Auslöser zu bemerken, um Worte für ' +
            'ein Gespräch zu haben. Hör auf, wenn es dich hinunterzieht, und tu etwas mit Händen oder ' +
            'Füßen. Was du schreibst, bleibt verschlossen auf deinem Gerät.',
        ],
      },
    },
  },
  {
    id: 'limits',
    topic: 'care',
    grade: 'practice',
    sources: [],
    said: {
      en: {
        title: 'Where self-help ends',
        text: [
          'Attune is company for a hard quarter of an hour. It makes no diagnosis, it is no ' +
            'treatment, and it has not been tested on people in recovery.',
          'Get a person to help if craving stays strong for days, if you use more and more, if sleep ' +
            'and eating fall apart, or if you think of dying. Take this as a sentence you may read out: ' +
            '“I am trying to stop and cannot do it alone.” It is enough to begin with.',
        ],
      },
      de: {
        title: 'Wo Selbsthilfe endet',
        text: [
          'Attune leistet Gesellschaft in einer schweren Viertelstunde. Es stellt keine Diagnose, ist ' +
            'keine Behandlung und wurde nicht an Menschen auf dem Weg aus der Sucht geprüft.',
          'Hol dir einen Menschen dazu, wenn das Verlangen tagelang stark bleibt, du immer mehr ' +
            'konsumierst, Schlaf und Essen aus den Fugen geraten oder du ans Sterben denkst. Diesen ' +
            'Satz darfst du vorlesen: „Ich versuche aufzuhören und schaffe es nicht allein.“ Er genügt ' +
            'für den Anfang.',
        ],
      },
    },
  },
];
