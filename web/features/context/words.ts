import { spoken } from '../../kit/language.ts';
import type { ContextId } from './context.ts';

export const context = spoken({
  en: {
    title: 'What else moves you',
    lead:
      'Say it once if you like. What concerns the heart makes its estimates less certain, and they say so; the rest ' +
      'is a reminder to you, and to whom you show your summary, to read figures with more caution. What it is stays ' +
      'here: a session notes only that there is something. Never change a medicine because of an app.',
    heart:
      'With what you said, your heart may move for reasons of its own: take its estimates with more caution.',
    any: 'With what you said, craving and mood may move for reasons that Attune does not see.',
    notKept: 'This could not be kept. Try once more in a moment.',
    closed: 'What you said of yourself is locked. Open it first, under “Your key” in Write.',
    notUnderstood: 'context.json is missing, or not understood by this version of Attune.',
  },
  de: {
    title: 'Was dich sonst bewegt',
    lead:
      'Sag es einmal, wenn du magst. Was das Herz betrifft, macht seine Schätzungen weniger sicher, und sie sagen ' +
      'es; das Übrige erinnert dich und alle, denen du deine Übersicht zeigst, Zahlen mit mehr Vorsicht zu lesen. ' +
      'Was es ist, bleibt hier: Eine Sitzung vermerkt nur, dass es etwas gibt. Ändere nie ein Medikament wegen ' +
      'einer App.',
    heart:
      'Nach dem, was du gesagt hast, bewegt sich dein Herz vielleicht aus eigenen Gründen: Nimm seine ' +
      'Schätzungen mit mehr Vorsicht.',
    any:
      'Nach dem, was du gesagt hast, bewegen sich Verlangen und Stimmung vielleicht aus Gründen, die Attune nicht ' +
      'sieht.',
    notKept: 'Das ließ sich nicht aufbewahren. Versuch es gleich noch einmal.',
    closed:
      'Was du von dir gesagt hast, ist verschlossen. Öffne es zuerst, unter Schreiben bei „Dein Schlüssel“.',
    notUnderstood: 'context.json fehlt, oder diese Version von Attune versteht sie nicht.',
  },
});

export const contexts: Readonly<Record<ContextId, string>> = spoken({
  en: {
    'slowing-medicine': 'A medicine that slows the heart',
    'quickening-medicine': 'A medicine that quickens the heart',
    'heart-rhythm': 'A pacemaker, or an irregular heartbeat',
    substitution: 'Substitution treatment',
    withdrawal: 'I stopped within the last weeks',
    'second-condition': 'Something else beside it, as low mood, anxiety or trauma',
    'poor-sleep': 'Bad sleep for weeks',
    pregnancy: 'Pregnancy',
  },
  de: {
    'slowing-medicine': 'Ein Medikament, das das Herz verlangsamt',
    'quickening-medicine': 'Ein Medikament, das das Herz beschleunigt',
    'heart-rhythm': 'Ein Herzschrittmacher oder unregelmäßiger Herzschlag',
    substitution: 'Substitutionsbehandlung',
    withdrawal: 'Ich habe in den letzten Wochen aufgehört',
    'second-condition': 'Etwas anderes daneben, etwa Niedergeschlagenheit, Angst oder ein Trauma',
    'poor-sleep': 'Seit Wochen schlechter Schlaf',
    pregnancy: 'Schwangerschaft',
  },
});
