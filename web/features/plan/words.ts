import { language, spoken } from '../../kit/language.ts';
import { countText } from '../../kit/numbers.ts';
import type { PlannableId, TargetKind, Weekday } from './plan.ts';

export const plan = spoken({
  en: {
    goals: 'What I want',
    goalsHint: 'In your own words. One line is enough, and it may change.',
    goal: (n: number) => `Goal ${n}`,
    goalPlaceholder: 'I want to …',
    addGoal: 'Add a goal',
    removeGoal: (n: number) => `Take goal ${n} away`,
    target: 'What it is about',
    targetHint:
      'You choose, and you need not say. It stays on this device, locked, and never stands in a title, a reminder ' +
      'or the name of a file.',
    targetWords: 'Your own word for it',
    week: 'Through the week',
    weekHint:
      'Tap the days that suit you. If it happens on another day of the week, that counts just as well.',
    weekEmpty: 'Nothing is planned yet. One thing is plenty to begin with.',
    add: 'Add to the week',
    remove: (title: string) => `Take ${title} out of the plan`,
    at: 'At',
    doneDay: (day: string) => `${day}, done`,
    doneToday: 'Done today',
    quiet: 'Quiet hours',
    quietHint:
      'In these hours Today offers nothing of the plan, and no reminder is made. “Craving now” is ' +
      'always there.',
    quietOn: 'Keep quiet hours',
    from: 'From',
    to: 'to',
    notKept: 'This could not be kept. Try once more in a moment.',
  },
  de: {
    goals: 'Was ich möchte',
    goalsHint: 'In deinen eigenen Worten. Eine Zeile genügt, und sie darf sich ändern.',
    goal: (n: number) => `Ziel ${n}`,
    goalPlaceholder: 'Ich möchte …',
    addGoal: 'Ein Ziel hinzufügen',
    removeGoal: (n: number) => `Ziel ${n} wegnehmen`,
    target: 'Worum es geht',
    targetHint:
      'Du entscheidest, und du musst nichts sagen. Es bleibt verschlossen auf diesem Gerät und steht nie in ' +
      'einem Titel, einer Erinnerung oder einem Dateinamen.',
    targetWords: 'Dein eigenes Wort dafür',
    week: 'Durch die Woche',
    weekHint: 'Tippe die Tage an, die dir passen. Wird es ein anderer Tag der Woche, zählt er genauso.',
    weekEmpty: 'Noch ist nichts geplant. Für den Anfang reicht eine Sache völlig.',
    add: 'In die Woche aufnehmen',
    remove: (title: string) => `${title} aus dem Plan nehmen`,
    at: 'Um',
    doneDay: (day: string) => `${day}, getan`,
    doneToday: 'Heute getan',
    quiet: 'Ruhezeiten',
    quietHint:
      'In dieser Zeit bietet Heute nichts aus dem Plan an, und es wird keine Erinnerung gemacht. „Verlangen jetzt“ ' +
      'ist immer da.',
    quietOn: 'Ruhezeiten einhalten',
    from: 'Von',
    to: 'bis',
    notKept: 'Das ließ sich nicht aufbewahren. Versuch es gleich noch einmal.',
  },
});

export const targets: Readonly<Record<TargetKind, string>> = spoken({
  en: { substance: 'Something I take or drink', gambling: 'Gambling', other: 'Something else' },
  de: { substance: 'Etwas, das ich nehme oder trinke', gambling: 'Glücksspiel', other: 'Etwas anderes' },
});

export const titles: Readonly<Record<PlannableId, string>> = spoken({
  en: {
    session: 'Session',
    breathing: 'Breathing',
    rhythm: 'Rhythm',
    writing: 'Writing',
    songwriting: 'Songwriting',
    listening: 'Listening',
    company: 'Music in company',
  },
  de: {
    session: 'Sitzung',
    breathing: 'Atmen',
    rhythm: 'Rhythmus',
    writing: 'Schreiben',
    songwriting: 'Lieder schreiben',
    listening: 'Musikhören',
    company: 'Musik in Gesellschaft',
  },
});

const sessionAt = spoken({
  en: { morning: 'Morning session', afternoon: 'Afternoon session', evening: 'Evening session' },
  de: { morning: 'Morgensitzung', afternoon: 'Sitzung am Nachmittag', evening: 'Abendsitzung' },
});

/** "Evening session"; of everything else only the session is named by its time. */
export function titleAt(activity: PlannableId, minute: number): string {
  if (activity !== 'session') return titles[activity];
  return sessionAt[minute < 11 * 60 ? 'morning' : minute < 17 * 60 ? 'afternoon' : 'evening'];
}

const times = spoken({
  en: {
    nth: ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'],
    of: ['one', 'two', 'three', 'four', 'five', 'six', 'seven'],
    line: (nth: string, of: string) => `${nth} of ${of} this week`,
    once: 'once this week',
  },
  de: {
    nth: ['das erste', 'das zweite', 'das dritte', 'das vierte', 'das fünfte', 'das sechste', 'das siebte'],
    of: ['einem', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben'],
    line: (nth: string, of: string) => `${nth} von ${of} Malen diese Woche`,
    once: 'einmal in dieser Woche',
  },
});

const minutesForms = spoken({
  en: { one: '# minute', other: '# minutes' },
  de: { one: '# Minute', other: '# Minuten' },
});

export const minutesText = (minutes: number): string => countText(minutes, minutesForms);

/** "15 minutes, second of three this week." What happens every day is not counted. */
export function nextLine(minutes: number | undefined, nth: number, of: number): string {
  const count = of === 1 ? times.once : times.line(times.nth[nth - 1]!, times.of[of - 1]!);
  const parts = [minutes === undefined ? '' : minutesText(minutes), of === 7 ? '' : count].filter(Boolean);
  const line = parts.join(', ') || next.asYouLike;
  return `${line[0]!.toUpperCase()}${line.slice(1)}.`;
}

export const next = spoken({
  en: {
    begin: 'Begin',
    asYouLike: 'as long as you like',
    rest: 'That is it for today',
    restLine: (title: string, day: string) =>
      `Next by your plan: ${title}, ${day}. More is welcome, never owed.`,
    restAlone: 'More is welcome, never owed.',
    anyway: 'A session anyway',
    tomorrow: 'tomorrow',
    on: (day: string) => `on ${day}`,
  },
  de: {
    begin: 'Anfangen',
    asYouLike: 'so lange du magst',
    rest: 'Das war es für heute',
    restLine: (title: string, day: string) =>
      `Als Nächstes im Plan: ${title}, ${day}. Mehr ist willkommen, aber nie geschuldet.`,
    restAlone: 'Mehr ist willkommen, aber nie geschuldet.',
    anyway: 'Trotzdem eine Sitzung',
    tomorrow: 'morgen',
    on: (day: string) => `am ${day}`,
  },
});

export const reminders = spoken({
  en: {
    title: 'Reminders',
    why:
      'A closed app cannot remind you; your calendar can. Attune makes a file that your calendar opens, on this ' +
      'device or another. Change the plan, and you need a new one.',
    name: 'What the reminder says',
    nameHint: 'Everyone who sees your screen can read it.',
    nameAtFirst: 'Time for me',
    save: 'Save the calendar file',
    saved: 'Saved as calendar.ics. Open it with your calendar.',
    none: 'Put something in the week first, with a time.',
    timeless: {
      one: '# line of the plan has no time and gets no reminder.',
      other: '# lines of the plan have no time and get no reminder.',
    },
    quiet: {
      one: '# reminder is left out: it falls in your quiet hours.',
      other: '# reminders are left out: they fall in your quiet hours.',
    },
  },
  de: {
    title: 'Erinnerungen',
    why:
      'Eine geschlossene App kann dich nicht erinnern; dein Kalender kann es. Attune macht eine Datei, die dein ' +
      'Kalender öffnet, auf diesem Gerät oder einem anderen. Änderst du den Plan, brauchst du eine neue.',
    name: 'Was in der Erinnerung steht',
    nameHint: 'Alle, die deinen Bildschirm sehen, können es lesen.',
    nameAtFirst: 'Zeit für mich',
    save: 'Kalenderdatei sichern',
    saved: 'Gesichert als calendar.ics. Öffne sie mit deinem Kalender.',
    none: 'Nimm zuerst etwas in die Woche auf, mit einer Uhrzeit.',
    timeless: {
      one: '# Zeile des Plans hat keine Uhrzeit und bekommt keine Erinnerung.',
      other: '# Zeilen des Plans haben keine Uhrzeit und bekommen keine Erinnerung.',
    },
    quiet: {
      one: '# Erinnerung fällt in deine Ruhezeit und bleibt weg.',
      other: '# Erinnerungen fallen in deine Ruhezeit und bleiben weg.',
    },
  },
});

export const review = spoken({
  en: {
    title: 'Looking at it again',
    lead: 'A plan is a draft. Set a day on which you look at it again, alone or with somebody.',
    due: 'The day has come to look at your plan again. What fits, what does not? Change whatever you like.',
    waits: 'You wanted to look at your plan again.',
    day: 'On which day',
    looked: 'I have looked at it',
    last: (day: string) => `Looked at on ${day}.`,
    by: 'Who wrote this plan',
    byHint:
      'You, or you together with somebody. Is it a professional, add how they are registered, if you know. It stands ' +
      'on the summary that you may show.',
  },
  de: {
    title: 'Noch einmal ansehen',
    lead: 'Ein Plan ist ein Entwurf. Nimm dir einen Tag vor, an dem du ihn wieder ansiehst, allein oder mit jemandem.',
    due: 'Heute ist der Tag, deinen Plan wieder anzusehen. Was passt, was nicht? Ändere, was du magst.',
    waits: 'Du wolltest deinen Plan noch einmal ansehen.',
    day: 'An welchem Tag',
    looked: 'Ich habe ihn angesehen',
    last: (day: string) => `Angesehen am ${day}.`,
    by: 'Wer diesen Plan geschrieben hat',
    byHint:
      'Du, oder du zusammen mit jemandem. Ist es eine Fachkraft, schreib dazu, wie sie zugelassen ist, wenn du es ' +
      'weißt. Es steht auf der Übersicht, die du zeigen kannst.',
  },
});

const weeksForms = spoken({
  en: { one: 'In # week', other: 'In # weeks' },
  de: { one: 'In # Woche', other: 'In # Wochen' },
});

export const weeksText = (weeks: number): string => countText(weeks, weeksForms);

export const slips = spoken({
  en: {
    title: 'If it went otherwise',
    lead: 'A slip is one day. The days before it stay yours.',
    day: 'Which day',
    note: 'What you want to remember of it, if anything',
    keep: 'Note it down',
    kept: 'Noted. Thank you for being honest with yourself. If it is hard right now, Help now is always there.',
    list: 'Noted so far',
    remove: 'Delete',
    removeOf: (day: string) => `Delete the note of ${day}`,
    count: 'Count days for me',
    countHint: 'Off unless you want it. Nothing else in Attune counts days.',
    since: 'Since',
    days: { one: '# day', other: '# days' },
    first: 'A first day, whatever was in it.',
    whole: (days: string) => `${days} so far.`,
    but: (all: string, went: string) => `${went} of ${all} went as you wanted. They stay yours.`,
  },
  de: {
    title: 'Wenn es anders kam',
    lead: 'Ein Ausrutscher ist ein Tag. Die Tage davor bleiben deine.',
    day: 'An welchem Tag',
    note: 'Was du davon behalten willst, wenn überhaupt',
    keep: 'Notieren',
    kept: 'Notiert. Gut, dass du ehrlich zu dir bist. Ist es gerade schwer: „Hilfe jetzt“ ist immer da.',
    list: 'Bisher notiert',
    remove: 'Löschen',
    removeOf: (day: string) => `Die Notiz vom ${day} löschen`,
    count: 'Tage für mich zählen',
    countHint: 'Aus, solange du es nicht willst. Sonst zählt Attune nirgends Tage.',
    since: 'Seit',
    days: { one: '# Tag', other: '# Tage' },
    first: 'Ein erster Tag, was auch immer darin war.',
    whole: (days: string) => `Bisher ${days}.`,
    but: (all: string, went: string) => `${went} von ${all} liefen, wie du es wolltest. Sie bleiben deine.`,
  },
});

export const weeks = spoken({
  en: {
    title: 'What you did, week by week',
    lead: 'Beside the plan as it is today. A week with less is just a week with less.',
    this: 'This week',
    of: (day: string) => `Week of ${day}`,
    line: (done: number, planned: number) =>
      done > planned ? `${done}, more than planned` : `${done} of ${planned}`,
    empty: 'Once there is a plan, what you did stands here beside it.',
    toPlan: 'To your plan',
  },
  de: {
    title: 'Was du getan hast, Woche für Woche',
    lead: 'Neben dem Plan, wie er heute ist. Eine Woche mit weniger ist nur eine Woche mit weniger.',
    this: 'Diese Woche',
    of: (day: string) => `Woche ab ${day}`,
    line: (done: number, planned: number) =>
      done > planned ? `${done}, mehr als geplant` : `${done} von ${planned}`,
    empty: 'Sobald es einen Plan gibt, steht hier daneben, was du getan hast.',
    toPlan: 'Zu deinem Plan',
  },
});

export const files = spoken({
  en: {
    title: 'Plan',
    closed: 'Your plan is locked. Open it first, under “Your key” in Write.',
    unreadable: 'A part of your plan does not open with this key, so nothing of it is taken along.',
    noList: 'There is no plan.json in this folder.',
    notUnderstood: 'plan.json is no plan that this version of Attune understands.',
  },
  de: {
    title: 'Plan',
    closed: 'Dein Plan ist verschlossen. Öffne ihn zuerst, unter Schreiben bei „Dein Schlüssel“.',
    unreadable:
      'Ein Teil deines Plans lässt sich mit diesem Schlüssel nicht öffnen; darum wird nichts davon ' +
      'mitgenommen.',
    noList: 'In diesem Ordner ist keine plan.json.',
    notUnderstood: 'plan.json ist kein Plan, den diese Version von Attune versteht.',
  },
});

/** 5 January 2026 was a Monday. */
const aMonday = (day: Weekday): Date => new Date(2026, 0, 5 + day);
export const weekdayText = (day: Weekday): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long' }).format(aMonday(day));
export const weekdayShort = (day: Weekday): string =>
  new Intl.DateTimeFormat(language, { weekday: 'short' }).format(aMonday(day)).replace('.', '');
