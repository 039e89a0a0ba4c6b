import type {
  CravingEvidence,
  CravingForecastTold,
  CravingWithheldReason,
  PromptReply,
} from '../../../engine/index.ts';
import { spoken } from '../../kit/language.ts';
import { countText, numberText } from '../../kit/numbers.ts';
import type { CravingCounts } from './craving-standing.ts';

/** The first says it in short. */
type Points = readonly [string, ...string[]];

/** The words of "Learn from my ratings". */
export const learning = spoken({
  en: {
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
    ] as Points,
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
  },
  de: {
    title: 'Aus meinen Angaben lernen',
    lead:
      'Attune kann nach einem Zusammenhang zwischen deinem Herzschlag und dem Verlangen suchen, von dem du ' +
      'ihm berichtest. Bei vielen Menschen ist keiner zu finden. Dann sagt es das.',
    toggle: 'Aus meinen Angaben lernen',
    what: [
      'Jede Angabe wird mit deinem Puls in diesem Moment, der Tageszeit und den gewählten Stichworten ' +
        'aufbewahrt.',
      'Ab und zu stellt dir eine Sitzung eine Frage: höchstens zwei am Tag, nie in deinen Ruhezeiten, nie ' +
        'nach „Verlangen jetzt“.',
      'Eine Vorhersage bleibt verborgen, bis deine eigenen Antworten gezeigt haben, dass sie etwas taugt.',
      'Es bleibt bei dir: in diesem Browser und in den Protokollen deiner Sitzungen, die nicht weiter gehen ' +
        'als bis zum Attune auf diesem Computer. Du kannst es als Datei speichern oder löschen.',
    ] as Points,
    offHint: 'Ausschalten gilt ab der nächsten Sitzung. Was da ist, bleibt, bis du es löschst.',
    quiet: 'Ruhezeiten',
    quietFrom: 'Von',
    quietTo: 'Bis',
    standing: 'Wie weit es ist',
    hidden: 'Die Vorhersage bleibt verborgen.',
    shown: 'Die Vorhersage erscheint in Sitzungen mit Gurt unter „Genauer hinsehen“.',
    now: 'In der laufenden Sitzung',
    howGood: 'Wie gut sie bisher war',
    diagram: 'Vorhergesagt und eingetreten',
    diagramHint:
      'Waagrecht: was die Vorhersage sagte. Senkrecht: wie oft es Verlangen war, mit dem Bereich, den so ' +
      'wenige Antworten offenlassen. Auf der gestrichelten Linie stimmt beides überein. Zahlen: Antworten.',
    said: 'Vorhersage, %',
    seen: 'Verlangen, %',
    yours: 'Deine Antworten',
    export: 'Meine Antworten als Datei speichern',
    delete: 'Meine Antworten löschen',
    deleteSure:
      'Alle Antworten löschen, und mit ihnen, was gelernt wurde? Das lässt sich nicht rückgängig machen. ' +
      'Protokolle früherer Sitzungen behalten, was du in ihnen gesagt hast, bis du diese Sitzungen löschst.',
    deleteYes: 'Löschen',
    deleteNo: 'Behalten',
    deleted: 'Gelöscht. Hier sind keine Antworten.',
    off: 'aus',
    forecast: 'Verlangen, eine Vorhersage aus deinen eigenen Antworten',
    about: 'Worauf das beruht',
  },
});

/** The card that asks. */
export const prompt = spoken({
  en: { label: 'One question', keep: 'Keep this', dismiss: 'Not now', noted: 'Noted. Thank you.' },
  de: { label: 'Eine Frage', keep: 'So festhalten', dismiss: 'Nicht jetzt', noted: 'Notiert. Danke.' },
});

const replyWords = spoken<Readonly<Record<Exclude<PromptReply, number | 'dismissed'>, string>>>({
  en: { craving: 'Craving', stress: 'Stress', movement: 'Movement', 'something-else': 'Something else' },
  de: { craving: 'Verlangen', stress: 'Stress', movement: 'Bewegung', 'something-else': 'Etwas anderes' },
});

export const replies: readonly { readonly said: PromptReply; readonly label: string }[] = (
  ['craving', 'stress', 'movement', 'something-else'] as const
).map((said) => ({ said, label: replyWords[said] }));

/** Why there is no forecast. */
export const cravingWithheld = spoken<Readonly<Record<CravingWithheldReason, string>>>({
  en: {
    'too-few-labels': 'There are too few answers yet to check a forecast on you.',
    'too-few-positives': 'Too few of your answers were craving for a forecast to be told from luck.',
    'not-better-than-base-rate': 'So far it does no better than naming how often you have cravings anyway.',
    'body-not-found-to-help':
      'Your heartbeat has not been found to say anything about your cravings. That is so for many people.',
    'no-body-signal': 'There is no reading of your body to go by now.',
  },
  de: {
    'too-few-labels': 'Es sind noch zu wenige Antworten, um eine Vorhersage an dir zu prüfen.',
    'too-few-positives':
      'Zu wenige deiner Antworten waren Verlangen, um eine Vorhersage vom Zufall zu unterscheiden.',
    'not-better-than-base-rate':
      'Bisher trifft sie nicht besser, als wenn man nur nennt, wie oft du ohnehin Verlangen hast.',
    'body-not-found-to-help':
      'Dein Herzschlag scheint nichts über dein Verlangen zu sagen. Das ist bei vielen Menschen so.',
    'no-body-signal': 'Von deinem Körper kommt gerade nichts, worauf sich etwas stützen ließe.',
  },
});

type Interval = readonly [low: number, high: number];

interface ForecastWords {
  readonly counts: (answers: string, cravings: string) => string;
  readonly ofNeeded: (count: number, needed: number) => string;
  readonly none: string;
  readonly chance: (percent: number, likely: Interval, nearlySure: Interval) => string;
}

const forecast = spoken<ForecastWords>({
  en: {
    counts: (answers, cravings) => `${answers} answers, ${cravings} cravings`,
    ofNeeded: (count, needed) => `${count} of ${needed}`,
    none: 'No forecast now.',
    chance: (percent, likely, nearlySure) =>
      `A chance of about ${percent} % that you would call this craving. ` +
      `It may well lie between ${likely[0]} and ${likely[1]} %, ` +
      `and hardly outside ${nearlySure[0]} to ${nearlySure[1]} %. An estimate, and no more.`,
  },
  de: {
    counts: (answers, cravings) => `Antworten: ${answers}, davon Verlangen: ${cravings}`,
    ofNeeded: (count, needed) => `${count} von ${needed}`,
    none: 'Gerade keine Vorhersage.',
    chance: (percent, likely, nearlySure) =>
      `Mit einer Wahrscheinlichkeit von etwa ${percent} % würdest du das Verlangen nennen. ` +
      `Sie kann gut zwischen ${likely[0]} und ${likely[1]} % liegen ` +
      `und kaum außerhalb von ${nearlySure[0]} bis ${nearlySure[1]} %. Eine Schätzung, mehr nicht.`,
  },
});

/** "12 of 30 answers, 3 of 8 cravings"; without what is needed once it is there. */
export function countsText({ answers, answersNeeded, cravings, cravingsNeeded }: CravingCounts): string {
  const of = (count: number, needed: number): string =>
    count < needed ? forecast.ofNeeded(count, needed) : numberText(count);
  return forecast.counts(of(answers, answersNeeded), of(cravings, cravingsNeeded));
}

const percent = (share: number): number => Math.round(100 * share);
const percents = ([low, high]: Interval): Interval => [percent(low), percent(high)];

/** What the forecast says now, or why it says nothing. An estimate, said as one. */
export function forecastText(told: CravingForecastTold): string {
  if ('withheld' in told) return `${forecast.none} ${cravingWithheld[told.withheld]}`;
  const { probability, interval80, interval95 } = told;
  return forecast.chance(percent(probability), percents(interval80), percents(interval95));
}

/** A bin of the reliability diagram: shares in percent. */
interface SaidAndSeen {
  readonly said: number;
  readonly seen: number;
  readonly answers: string;
  readonly between: Interval;
}

interface EvidenceWords {
  readonly answers: string;
  readonly error: string;
  readonly baseError: string;
  readonly falseAlarms: (threshold: number) => string;
  readonly right: string;
  readonly baseRate: string;
  readonly about: (figure: string) => string;
  readonly bin: (bin: SaidAndSeen) => string;
}

const evidence = spoken<EvidenceWords>({
  en: {
    answers: 'Answers, and cravings among them',
    error: 'Mean squared error (Brier)',
    baseError: 'The same, naming only how often you have cravings',
    falseAlarms: (threshold) => `False alarms a day, were it to warn from ${threshold} % on`,
    right: 'Warnings that would be right',
    baseRate: 'Share of moments with craving that this takes',
    about: (figure) => `about ${figure}`,
    bin: ({ said, seen, answers, between: [low, high] }) =>
      `Said ${said} %: craving in ${seen} % of ${answers} (${low} to ${high} %).`,
  },
  de: {
    answers: 'Antworten, davon Verlangen',
    error: 'Mittlerer quadratischer Fehler (Brier)',
    baseError: 'Derselbe, wenn nur genannt wird, wie oft du Verlangen hast',
    falseAlarms: (threshold) => `Fehlalarme am Tag, würde ab ${threshold} % gewarnt`,
    right: 'Warnungen, die zuträfen',
    baseRate: 'Dabei angenommener Anteil der Momente mit Verlangen',
    about: (figure) => `etwa ${figure}`,
    bin: ({ said, seen, answers, between: [low, high] }) =>
      `Vorhergesagt ${said} %: Verlangen in ${seen} % von ${answers} (${low} bis ${high} %).`,
  },
});

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
    [evidence.answers, `${numberText(labels)}, ${numberText(positives)}`],
    [evidence.error, numberText(brier, 3)],
    [evidence.baseError, numberText(baseRateBrier, 3)],
    [evidence.falseAlarms(percent(threshold)), evidence.about(numberText(falseAlarmsPerDay))],
    [evidence.right, evidence.about(`${percent(alarmsThatAreCraving)} %`)],
    [evidence.baseRate, `${percent(baseRate)} %`],
  ];
}

const answersText = (count: number): string =>
  countText(
    count,
    spoken({ en: { one: '# answer', other: '# answers' }, de: { one: '# Antwort', other: '# Antworten' } }),
  );

/** The reliability diagram in words. */
export const reliabilityText = (bins: CravingEvidence['reliability']): string =>
  bins
    .map(({ forecast: said, observed, count, interval }) =>
      evidence.bin({
        said: percent(said),
        seen: percent(observed),
        answers: answersText(count),
        between: percents(interval),
      }),
    )
    .join(' ');
