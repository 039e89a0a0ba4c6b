import {
  PROMPT_WORDS,
  type CravingEvidence,
  type CravingForecastTold,
  type CravingWithheldReason,
  type PromptQuestion,
  type PromptReply,
} from '../../../engine/index.ts';
import type { CravingCounts } from './craving-standing.ts';

/** The words of "Learn from my ratings". */
export const learning = {
  title: 'Learn from my ratings',
  lead:
    'Attune can look for a link between your heartbeat and the cravings you tell it of. For many people ' +
    'there is none to find. Then it says so.',
  toggle: 'Learn from my ratings',
  what: [
    'Each rating is kept together with your heart rate at that moment, the time of day and the tags you chose.',
    'Now and then a session asks you one question: at most two in a day, never in your quiet hours, ' +
      'never after “Craving now”.',
    'A forecast stays hidden until your own answers have shown that it is worth something.',
    'It stays with you: in this browser, and in the logs of your sessions, which go no further than this ' +
      'computer’s Attune. You can save it as a file or delete it.',
  ],
  offHint: 'Turning it off holds from the next session on and keeps what is there until you delete it.',
  quiet: 'Quiet hours',
  quietFrom: 'From',
  quietTo: 'To',
  standing: 'How far it is',
  hidden: 'The forecast is hidden.',
  shown: 'The forecast is shown in sessions with a strap, under “Look closer”.',
  now: 'In the session under way',
  howGood: 'How good it has been',
  diagram: 'Said and seen',
  diagramHint:
    'Across: what the forecast said. Up: how often it was craving, with the range that so few answers ' +
    'leave open. On the dashed line both are the same. Figures: answers.',
  said: 'forecast, %',
  seen: 'craving, %',
  yours: 'Your answers',
  export: 'Save my answers as a file',
  delete: 'Delete my answers',
  deleteSure:
    'Delete every answer, and with them what was learnt? This cannot be undone. Logs of past sessions ' +
    'keep what you said in them until you delete those sessions.',
  deleteYes: 'Delete',
  deleteNo: 'Keep them',
  deleted: 'Deleted. There are no answers here.',
  off: 'off',
  forecast: 'Craving, a forecast from your own answers',
  about: 'What this rests on',
} as const;

/** The card that asks. */
export const prompt = {
  label: 'One question',
  keep: 'Keep this',
  dismiss: 'Not now',
  noted: 'Noted. Thank you.',
} as const;

export const questions: Readonly<Record<PromptQuestion, string>> = PROMPT_WORDS;

export const replies: readonly { readonly said: PromptReply; readonly label: string }[] = [
  { said: 'craving', label: 'Craving' },
  { said: 'stress', label: 'Stress' },
  { said: 'movement', label: 'Movement' },
  { said: 'something-else', label: 'Something else' },
];

/** Why there is no forecast. */
export const cravingWithheld: Readonly<Record<CravingWithheldReason, string>> = {
  'too-few-labels': 'There are too few answers yet to check a forecast on you.',
  'too-few-positives': 'Too few of your answers were craving for a forecast to be told from luck.',
  'not-better-than-base-rate': 'So far it does no better than naming how often you have cravings anyway.',
  'body-not-found-to-help':
    'Your heartbeat has not been found to say anything about your cravings. That is so for many people.',
  'no-body-signal': 'There is no reading of your body to go by now.',
};

/** "12 of 30 answers, 3 of 8 cravings"; without what is needed once it is there. */
export function countsText({ answers, answersNeeded, cravings, cravingsNeeded }: CravingCounts): string {
  const of = (count: number, needed: number): string =>
    count < needed ? `${count} of ${needed}` : String(count);
  return `${of(answers, answersNeeded)} answers, ${of(cravings, cravingsNeeded)} cravings`;
}

const percent = (share: number): number => Math.round(100 * share);

/** What the forecast says now, or why it says nothing. An estimate, said as one. */
export function forecastText(forecast: CravingForecastTold): string {
  if ('withheld' in forecast) return `No forecast now. ${cravingWithheld[forecast.withheld]}`;
  const { probability, interval80, interval95 } = forecast;
  const between = ([low, high]: readonly [number, number]): string =>
    `between ${percent(low)} and ${percent(high)} %`;
  return (
    `A chance of about ${percent(probability)} % that you would call this craving. ` +
    `It may well lie ${between(interval80)}, ` +
    `and hardly outside ${percent(interval95[0])} to ${percent(interval95[1])} %. An estimate, and no more.`
  );
}

/** The forecast's record in figures, one fact a row. */
export function evidenceFacts({
  labels,
  positives,
  brier,
  baseRateBrier,
  alarms,
}: CravingEvidence): readonly (readonly [string, string])[] {
  const { falseAlarmsPerDay, alarmsThatAreCraving, threshold, baseRate } = alarms;
  return [
    ['Answers, and cravings among them', `${labels}, ${positives}`],
    ['Mean squared error (Brier)', brier.toFixed(3)],
    ['The same, naming only how often you have cravings', baseRateBrier.toFixed(3)],
    [
      `False alarms a day, were it to warn from ${percent(threshold)} % on`,
      `about ${falseAlarmsPerDay.toFixed(0)}`,
    ],
    ['Warnings that would be right', `about ${percent(alarmsThatAreCraving)} %`],
    ['Share of moments with craving that this takes', `${percent(baseRate)} %`],
  ];
}

/** The reliability diagram in words. */
export function reliabilityText(bins: CravingEvidence['reliability']): string {
  return bins
    .map(
      ({ forecast, observed, count, interval: [low, high] }) =>
        `Said ${percent(forecast)} %: craving in ${percent(observed)} % of ${count} answers ` +
        `(${percent(low)} to ${percent(high)} %).`,
    )
    .join(' ');
}
