import { spoken } from '../../kit/language.ts';
import { countText, numberText } from '../../kit/numbers.ts';

/** The first says it in short. */
type Points = readonly [string, ...string[]];

/** The screen of what dosing keeps of a person. */
export const dosing = spoken({
  en: {
    title: 'Limits and learning',
    lead: 'What Attune remembers from one session to the next, and what it must respect.',
    linkOff: 'what is set aside, limits, learning (off)',
    linkOn: 'what is set aside, limits, learning (on)',
    aside: 'Set aside after a hard moment',
    asideHint: 'Craving rose clearly while these played. Nobody knows whether it was the music.',
    asideNone: 'Nothing is set aside.',
    free: (title: string) => `Play ${title} again`,
    limits: 'Limits, agreed with your clinician',
    level: 'Nothing livelier than level',
    levelNone: 'no limit',
    minutes: 'Minutes of music a day',
    minutesHint: 'Empty: the usual 240. “Craving now” is never withheld by minutes.',
    heard: (minutes: number, share: number) =>
      `In the last seven days about ${countText(minutes, { one: '# minute', other: '# minutes' })}, ${share} % of ` +
      'a week’s sound for the ears, as far as can be estimated.',
    learning: 'Let the music learn from my sessions',
    what: [
      'After each session with a strap it notes which pieces went along with a falling heartbeat and ' +
        'craving, and where it was good to meet you.',
      'It is a table of sums: not when, not what you wrote, nothing that you said. It stays in this ' +
        'browser and in the logs of your sessions.',
      'It chooses only among what is allowed anyway, and never rules a piece out. A session itself is ' +
        'never changed by what it learns in it.',
      'With your consent only. Off holds at once, in a session under way as well; then the rules choose, ' +
        'as they always did.',
    ] as Points,
    learned: (sessions: number, observations: number) =>
      sessions === 0
        ? 'Nothing has been learned yet.'
        : `${sessions === 1 ? 'One session was' : `${numberText(sessions)} sessions were`} looked at; ` +
          `${numberText(observations)} of their stretches taught something.`,
    stop: 'Stop it in the session under way',
    stopped: 'Stopped. The rules choose from here on.',
    read: 'Read what was learned',
    export: 'Save it as a file',
    delete: 'Forget what was learned',
    deleteSure:
      'Forget all of it? This cannot be undone. Logs of past sessions keep what they say until you delete them.',
    deleteYes: 'Forget it',
    deleteNo: 'Keep it',
  },
  de: {
    title: 'Grenzen und Lernen',
    lead: 'Was Attune sich von einer Sitzung zur nächsten merkt und woran es sich halten muss.',
    linkOff: 'was zurückgestellt ist, Grenzen, Lernen (aus)',
    linkOn: 'was zurückgestellt ist, Grenzen, Lernen (an)',
    aside: 'Nach einem schweren Moment zurückgestellt',
    asideHint:
      'Das Verlangen stieg deutlich, während diese Stücke liefen. Ob es an der Musik lag, weiß niemand.',
    asideNone: 'Nichts ist zurückgestellt.',
    free: (title: string) => `${title} wieder spielen`,
    limits: 'Grenzen, mit deiner Fachkraft vereinbart',
    level: 'Nichts Lebhafteres als Stufe',
    levelNone: 'keine Grenze',
    minutes: 'Minuten Musik am Tag',
    minutesHint: 'Leer: die üblichen 240. „Verlangen jetzt“ wird nie wegen der Minuten verwehrt.',
    heard: (minutes: number, share: number) =>
      `In den letzten sieben Tagen etwa ${countText(minutes, { one: '# Minute', other: '# Minuten' })}, ` +
      `${share} % dessen, was den Ohren in einer Woche zuzumuten ist, soweit sich das schätzen lässt.`,
    learning: 'Die Musik aus meinen Sitzungen lernen lassen',
    what: [
      'Nach jeder Sitzung mit Gurt wird vermerkt, bei welchen Stücken Puls und Verlangen sanken und auf ' +
        'welcher Stufe die Musik dich gut abgeholt hat.',
      'Es ist eine Tabelle aus Summen: nicht wann, nicht was du geschrieben hast, nichts, was du gesagt ' +
        'hast. Sie bleibt in diesem Browser und in den Protokollen deiner Sitzungen.',
      'Ausgewählt wird nur unter dem, was ohnehin erlaubt ist, und kein Stück wird je ausgeschlossen. Die ' +
        'laufende Sitzung ändert sich nie durch das, was in ihr gelernt wird.',
      'Nur mit deiner Einwilligung. Ausschalten gilt sofort, auch in einer laufenden Sitzung; dann wählen ' +
        'die Regeln, wie sie es immer taten.',
    ] as Points,
    learned: (sessions: number, observations: number) =>
      sessions === 0
        ? 'Noch ist nichts gelernt.'
        : `${countText(sessions, { one: 'Eine Sitzung wurde', other: '# Sitzungen wurden' })} betrachtet; ` +
          `aus ${countText(observations, { one: '# Abschnitt', other: '# Abschnitten' })} ließ sich etwas lernen.`,
    stop: 'In der laufenden Sitzung beenden',
    stopped: 'Beendet. Von hier an wählen die Regeln.',
    read: 'Lesen, was gelernt wurde',
    export: 'Als Datei speichern',
    delete: 'Gelerntes vergessen',
    deleteSure:
      'Alles vergessen? Das lässt sich nicht rückgängig machen. Die Protokolle früherer Sitzungen behalten, ' +
      'was in ihnen steht, bis du sie löschst.',
    deleteYes: 'Vergessen',
    deleteNo: 'Behalten',
  },
});
