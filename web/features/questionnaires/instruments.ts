import type { Reliability } from '../../../engine/index.ts';
import { language, spoken, type Language, type Translated } from '../../kit/language.ts';

/** A questionnaire as its authors published it. Nothing of it is our own wording. */
export interface Instrument {
  readonly id: InstrumentId;
  readonly title: string;
  readonly form: Form;
  /** Of the sum of the answers. */
  readonly least: number;
  readonly most: number;
  readonly better: 'less' | 'more';
  /** From so high a score on it leads to people, not to a word for it; absent: it never does. */
  readonly hardFrom?: number;
  /** Absent: none was found, and nothing is said of how much a change counts. */
  readonly reliability?: Reliability;
  /** Authors, permission, and where the wording was read. */
  readonly credit: string;
}

export const INSTRUMENT_IDS = ['k6', 'barc-10', 'phq-2', 'gad-2'] as const;
export type InstrumentId = (typeof INSTRUMENT_IDS)[number];

/** The words that are asked, in one language. */
export interface Form {
  readonly language: Language;
  readonly stem: string;
  readonly items: readonly string[];
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly label: string;
  readonly score: number;
}

const scored = (first: number, labels: readonly string[], step = 1): readonly Choice[] =>
  labels.map((label, i) => ({ label, score: first + step * i }));

/**
 * Where no official German wording was found, it is asked in English and said to be.
 *
 * @param german absent: none was found
 */
const form = (english: Omit<Form, 'language'>, german?: Omit<Form, 'language'>): Form =>
  spoken<Form>({
    en: { language: 'en', ...english },
    de: german ? { language: 'de', ...german } : { language: 'en', ...english },
  });

const PHQ_CREDIT = spoken<string>({
  en:
    'Developed by Drs. Robert L. Spitzer, Janet B. W. Williams, Kurt Kroenke and colleagues, with an educational ' +
    'grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  de:
    'Entwickelt von Robert L. Spitzer, Janet B. W. Williams, Kurt Kroenke und anderen, mit Förderung durch Pfizer ' +
    'Inc. Deutsche Fassung: B. Löwe, S. Zipfel und W. Herzog, Medizinische Universitätsklinik Heidelberg.',
});

const PHQ_CHOICES_EN = scored(0, [
  'Not at all',
  'Several days',
  'More than half the days',
  'Nearly every day',
]);

export const INSTRUMENTS: readonly Instrument[] = [
  {
    ...{ id: 'k6', title: 'K6', least: 0, most: 24, better: 'less' },
    form: form({
      stem: 'During the past 30 days, about how often did you feel …',
      items: [
        'nervous?',
        'hopeless?',
        'restless or fidgety?',
        'so depressed that nothing could cheer you up?',
        'that everything was an effort?',
        'worthless?',
      ],
      choices: scored(
        4,
        [
          'All of the time',
          'Most of the time',
          'Some of the time',
          'A little of the time',
          'None of the time',
        ],
        -1,
      ),
    }),
    // Lace et al. 2018: from 10 on, distress for which people had needed help.
    hardFrom: 10,
    // 3254 adults in Japan, asked twice within two weeks: doi:10.2147/PRBM.S417446
    reliability: { sd: 5.84, retest: 0.73 },
    credit: 'Kessler et al. 2002, Psychological Medicine 32, 959–976, doi:10.1017/S0033291702006074.',
  },
  {
    ...{ id: 'barc-10', title: 'BARC-10', least: 10, most: 60, better: 'more' },
    form: form({
      stem: 'How far do you agree?',
      items: [
        'There are more important things to me in life than using substances.',
        'In general I am happy with my life.',
        'I have enough energy to complete the tasks I set myself.',
        'I am proud of the community I live in and feel part of it.',
        'I get lots of support from friends.',
        'I regard my life as challenging and fulfilling without the need for using drugs or alcohol.',
        'My living space has helped to drive my recovery journey.',
        'I take full responsibility for my actions.',
        'I am happy dealing with a range of professional people.',
        'I am making good progress on my recovery journey.',
      ],
      choices: scored(1, ['1 (strongly disagree)', '2', '3', '4', '5', '6 (strongly agree)']),
    }),
    credit:
      'Vilsaint et al. 2017, Drug and Alcohol Dependence 177, 71–76. Freely available; permission not ' +
      'required (PhenX Toolkit).',
  },
  {
    ...{ id: 'phq-2', title: 'PHQ-2', least: 0, most: 6, better: 'less', hardFrom: 3 },
    form: form(
      {
        stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
        items: ['Little interest or pleasure in doing things', 'Feeling down, depressed, or hopeless'],
        choices: PHQ_CHOICES_EN,
      },
      {
        stem:
          'Wie oft fühlten Sie sich im Verlauf der letzten 2 Wochen durch die folgenden Beschwerden ' +
          'beeinträchtigt?',
        items: [
          'Wenig Interesse oder Freude an Ihren Tätigkeiten',
          'Niedergeschlagenheit, Schwermut oder Hoffnungslosigkeit',
        ],
        choices: scored(0, [
          'Überhaupt nicht',
          'An einzelnen Tagen',
          'An mehr als der Hälfte der Tage',
          'Beinahe jeden Tag',
        ]),
      },
    ),
    credit: PHQ_CREDIT,
  },
  {
    ...{ id: 'gad-2', title: 'GAD-2', least: 0, most: 6, better: 'less', hardFrom: 3 },
    form: form({
      stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
      items: ['Feeling nervous, anxious or on edge', 'Not being able to stop or control worrying'],
      choices: PHQ_CHOICES_EN,
    }),
    credit: PHQ_CREDIT,
  },
];

/** What each is about, in our words. */
export const ABOUT: Readonly<Record<InstrumentId, string>> = spoken<
  Translated<Record<InstrumentId, string>>['en']
>({
  en: {
    k6: 'How heavy the last month was. Six questions.',
    'barc-10': 'What holds you: people, places, purpose. Ten sentences.',
    'phq-2': 'Interest and mood over two weeks. Two questions.',
    'gad-2': 'Tension and worry over two weeks. Two questions.',
  },
  de: {
    k6: 'Wie schwer der letzte Monat war. Sechs Fragen.',
    'barc-10': 'Was dich trägt: Menschen, Orte, Sinn. Zehn Sätze.',
    'phq-2': 'Interesse und Stimmung über zwei Wochen. Zwei Fragen.',
    'gad-2': 'Anspannung und Sorgen über zwei Wochen. Zwei Fragen.',
  },
});

/** Whether it is asked in another language than the page's. */
export const isForeign = ({ form: asked }: Instrument): boolean => asked.language !== language;
