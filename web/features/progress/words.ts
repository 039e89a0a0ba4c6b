import { PROTOCOLS } from '../../../engine/index.ts';
import { language, spoken } from '../../kit/language.ts';
import { countText, numberText } from '../../kit/numbers.ts';
import { LEAST_SESSIONS, type By, type Finding, type PartOfDay } from './findings.ts';

export const progress = spoken({
  en: {
    title: 'Craving before and after',
    lead: 'Of sessions that you rated twice. What went together; not what caused it.',
    empty: 'Rate your craving before and after a session, and what goes with it gathers here.',
    few: (count: string, left: string) => `${count} so far. From ${left} on, Attune says what it looks like.`,
    more: 'Groups with too few sessions yet',
    picture: 'Change of craving from before to after; to the left is less.',
    less: 'less',
    same: 'as before',
    moreCraving: 'more',
    report: 'One page for a therapist',
    reportHint: 'what you did and how it went, to print or save as PDF',
  },
  de: {
    title: 'Verlangen davor und danach',
    lead: 'Aus Sitzungen, die du zweimal bewertet hast. Was zusammenkam, nicht, was es bewirkt hat.',
    empty: 'Bewerte dein Verlangen vor und nach einer Sitzung, dann sammelt sich hier, was damit einhergeht.',
    few: (count: string, left: string) => `Bisher ${count}. Ab ${left} sagt Attune, wonach es aussieht.`,
    more: 'Gruppen mit noch zu wenigen Sitzungen',
    picture: 'Änderung des Verlangens von davor zu danach; links ist weniger.',
    less: 'weniger',
    same: 'wie davor',
    moreCraving: 'mehr',
    report: 'Eine Seite für die Therapie',
    reportHint: 'was du getan hast und wie es ging, zum Drucken oder als PDF',
  },
});

export const kinds: Readonly<Record<By, string>> = spoken({
  en: {
    all: 'All together',
    activity: 'By what you did',
    time: 'By time of day',
    music: 'By what you heard',
  },
  de: {
    all: 'Alles zusammen',
    activity: 'Nach dem, was du getan hast',
    time: 'Nach Tageszeit',
    music: 'Nach dem, was du gehört hast',
  },
});

const partsOfDay: Readonly<Record<PartOfDay, string>> = spoken({
  en: {
    night: 'At night',
    morning: 'In the morning',
    afternoon: 'In the afternoon',
    evening: 'In the evening',
  },
  de: { night: 'Nachts', morning: 'Morgens', afternoon: 'Nachmittags', evening: 'Abends' },
});

const sessionForms = spoken({
  en: { one: '# session', other: '# sessions' },
  de: { one: '# Sitzung', other: '# Sitzungen' },
});
export const sessionsText = (count: number): string => countText(count, sessionForms);
export const fewText = (count: number): string =>
  progress.few(sessionsText(count), numberText(LEAST_SESSIONS));

const findings = spoken({
  en: {
    less: (name: string, n: string) => `It looks like less craving after ${name}: ${n}.`,
    more: (name: string, n: string) => `It looks like more craving after ${name}: ${n}. Worth a gentle look.`,
    even: (name: string, n: string) => `After ${name} it went both ways: less in ${n}.`,
    of: (count: string, all: string) => `${count} of ${all}`,
    chance: 'That could be chance.',
    notChance: 'That is unlikely to be chance alone; why is not known.',
    range: (median: string, low: string, high: string) =>
      `The middle change is ${median}; it probably lies between ${low} and ${high}.`,
    all: 'your sessions',
    time: {
      night: 'sessions at night',
      morning: 'morning sessions',
      afternoon: 'afternoon sessions',
      evening: 'evening sessions',
    },
  },
  de: {
    less: (name: string, n: string) => `Es sieht nach weniger Verlangen aus nach ${name}: ${n} Mal.`,
    more: (name: string, n: string) =>
      `Es sieht nach mehr Verlangen aus nach ${name}: ${n} Mal. Das darfst du dir in Ruhe ansehen.`,
    even: (name: string, n: string) => `Nach ${name} ging es in beide Richtungen: weniger ${n} Mal.`,
    of: (count: string, all: string) => `${count} von ${all}`,
    chance: 'Das könnte Zufall sein.',
    notChance: 'Zufall allein ist das wohl nicht; warum, weiß niemand.',
    range: (median: string, low: string, high: string) =>
      `Die mittlere Änderung ist ${median}; sie liegt wahrscheinlich zwischen ${low} und ${high}.`,
    all: 'deinen Sitzungen',
    time: {
      night: 'Sitzungen in der Nacht',
      morning: 'Sitzungen am Morgen',
      afternoon: 'Sitzungen am Nachmittag',
      evening: 'Sitzungen am Abend',
    },
  },
});

/** What a group is called where it stands for itself. */
export function groupTitle(
  { by, key }: Pick<Finding, 'by' | 'key'>,
  pieces: Readonly<Record<string, string>>,
): string {
  if (by === 'all') return kinds.all;
  if (by === 'time') return partsOfDay[key as PartOfDay];
  if (by === 'activity') return PROTOCOLS.find(({ id }) => id === key)?.title ?? key;
  return pieces[key] ?? key;
}

/**
 * "It looks like less craving after “Wooden boat”: 9 of 12. That could be chance." Withheld below the number of
 * sessions: `undefined`.
 */
export function findingText(finding: Finding, pieces: Readonly<Record<string, string>>): string | undefined {
  const { by, key, count, less, more, change, mayBeChance } = finding;
  if (!change) return undefined;
  const name =
    by === 'all'
      ? findings.all
      : by === 'time'
        ? findings.time[key as PartOfDay]
        : quoted(groupTitle(finding, pieces));
  const of = (some: number): string => findings.of(numberText(some), numberText(count));
  const said =
    2 * less > count
      ? findings.less(name, of(less))
      : 2 * more > count
        ? findings.more(name, of(more))
        : findings.even(name, of(less));
  return `${said} ${mayBeChance ? findings.chance : findings.notChance}`;
}

/** "The middle change is −14; it probably lies between −25 and −3." */
export const rangeText = ({ median, low, high }: NonNullable<Finding['change']>): string =>
  findings.range(signed(median), signed(low), signed(high));

const quoted = (title: string): string => (language === 'de' ? `„${title}“` : `“${title}”`);
export const signed = (value: number): string =>
  new Intl.NumberFormat(language, { signDisplay: 'exceptZero', maximumFractionDigits: 1 })
    .format(value)
    .replace('-', '−');

export const report = spoken({
  en: {
    title: 'Summary',
    lead:
      'Made on this device from what is kept here, for you to show to whom you choose. Figures are what ' +
      'was said and measured, not a judgement.',
    made: (day: string) => `As of ${day}`,
    what: 'What shall be on it',
    goals: 'Goals',
    by: (who: string) => `Plan written by: ${who}`,
    reviewed: (day: string) => `Looked at last on ${day}.`,
    review: (day: string) => `To be looked at again on ${day}.`,
    done: 'What was done, by week',
    craving: 'Craving before and after, 0 to 100',
    rest: 'Resting heart',
    scores: 'Questionnaires',
    context: 'What moves the heart or the mood for reasons of its own',
    print: 'Print, or save as PDF',
    printHint: 'In the window that opens, “Save as PDF” makes a file. Its name says nothing but “Summary”.',
    week: 'Week of',
    of: (done: string, planned: string) => `${done} of ${planned}`,
    rated: (n: string) => `${n} rated twice.`,
    none: 'Nothing yet.',
    restLine: (bpm: string, sessions: string) =>
      `${bpm} beats a minute, the middle of ${sessions} of the last 60 days.`,
    locked:
      'Your plan and answers are locked, so they are not on this page. Open them under “Your key” in Write.',
    back: 'Back to Progress',
    limits: 'Self-help software. No diagnosis, no treatment; estimates carry uncertainty.',
  },
  de: {
    title: 'Übersicht',
    lead:
      'Auf diesem Gerät gemacht aus dem, was hier aufbewahrt ist; du zeigst sie, wem du willst. Die ' +
      'Zahlen sagen, was gesagt und gemessen wurde, sie urteilen nicht.',
    made: (day: string) => `Stand ${day}`,
    what: 'Was darauf stehen soll',
    goals: 'Ziele',
    by: (who: string) => `Plan geschrieben von: ${who}`,
    reviewed: (day: string) => `Zuletzt angesehen am ${day}.`,
    review: (day: string) => `Wieder anzusehen am ${day}.`,
    done: 'Was getan wurde, nach Wochen',
    craving: 'Verlangen davor und danach, 0 bis 100',
    rest: 'Ruhepuls',
    scores: 'Fragebögen',
    context: 'Was Herz oder Stimmung aus eigenen Gründen bewegt',
    print: 'Drucken oder als PDF sichern',
    printHint:
      'Im Fenster, das aufgeht, macht „Als PDF sichern“ eine Datei daraus. Ihr Name sagt nur „Übersicht“.',
    week: 'Woche ab',
    of: (done: string, planned: string) => `${done} von ${planned}`,
    rated: (n: string) => `${n}, davor und danach bewertet.`,
    none: 'Noch nichts.',
    restLine: (bpm: string, sessions: string) =>
      `${bpm} Schläge in der Minute, die Mitte aus ${sessions} der letzten 60 Tage.`,
    locked:
      'Dein Plan und deine Antworten sind verschlossen und stehen darum nicht auf dieser Seite. Öffne ' +
      'sie unter Schreiben bei „Dein Schlüssel“.',
    back: 'Zurück zum Verlauf',
    limits: 'Programm zur Selbsthilfe. Keine Diagnose, keine Behandlung; Schätzungen sind unsicher.',
  },
});
