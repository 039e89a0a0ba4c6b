import type { Purpose } from '../access/rules.ts';
import type { ConsentTexts } from '../contract/index.ts';

/**
 * What is agreed to, in the words that the person reads. A text that has been released is never edited: other words
 * are another version, and whoever agreed to the one before is asked again.
 */
export const CONSENT_TEXTS: ConsentTexts['texts'] = [
  {
    purpose: 'care',
    version: '2026-11',
    en: {
      title: 'Your clinicians may see your sessions',
      text:
        'The clinicians who are assigned to you may see your sessions here: when they were, what your heart and the ' +
        'music did, and what you rated. They may note in a session what they did themselves. They do not see your ' +
        'journal or your songs. You see each time that somebody looked, and you can withdraw this at any time: from ' +
        'that moment they see nothing more. What was used for your care before stays in their own notes.',
    },
    de: {
      title: 'Ihre Fachkräfte dürfen Ihre Sitzungen sehen',
      text:
        'Die Fachkräfte, die Ihnen zugeordnet sind, dürfen Ihre Sitzungen hier sehen: wann sie waren, was Ihr Herz ' +
        'und die Musik taten und wie Sie es eingeschätzt haben. Sie dürfen in einer Sitzung festhalten, was sie ' +
        'selbst getan haben. Ihr Tagebuch und Ihre Lieder sehen sie nicht. Sie sehen jedes Mal, wenn jemand ' +
        'nachgesehen hat, und können dies jederzeit widerrufen: von da an sehen sie nichts mehr. Was vorher für ' +
        'Ihre Behandlung verwendet wurde, bleibt in deren eigenen Notizen.',
    },
  },
  {
    purpose: 'research',
    version: '2026-11',
    en: {
      title: 'Researchers may use your sessions under a pseudonym',
      text:
        'Researchers of this clinic may read your sessions under a random name instead of yours, without anything ' +
        'that was typed. Nobody can work out your name from it; the clinic can, until it deletes the link. You can ' +
        'withdraw this at any time: from that moment they read nothing more. Results that were worked out before ' +
        'stay.',
    },
    de: {
      title: 'Forschende dürfen Ihre Sitzungen unter einem Pseudonym verwenden',
      text:
        'Forschende dieser Klinik dürfen Ihre Sitzungen unter einem zufälligen Namen statt Ihres eigenen lesen, ohne ' +
        'alles, was getippt wurde. Niemand kann daraus Ihren Namen ermitteln; die Klinik kann es, bis sie die ' +
        'Verbindung löscht. Sie können dies jederzeit widerrufen: von da an lesen sie nichts mehr. Ergebnisse, die ' +
        'vorher berechnet wurden, bleiben.',
    },
  },
  {
    purpose: 'sharing',
    version: '2026-11',
    en: {
      title: 'Your sessions may be given to others',
      text:
        'Whoever may see your sessions by one of your other consents may also take a copy out of this service, ' +
        'such as ' +
        'for another clinic. A notice goes with each copy: what you agreed to and when, and that it must not be ' +
        'passed on without your consent. You can withdraw this at any time: from then on no copy is made. Copies ' +
        'that were given before cannot be called back.',
    },
    de: {
      title: 'Ihre Sitzungen dürfen weitergegeben werden',
      text:
        'Wer Ihre Sitzungen aufgrund einer Ihrer anderen Einwilligungen sehen darf, darf auch eine Kopie aus diesem ' +
        'Dienst mitnehmen, etwa für eine andere Klinik. Jeder Kopie liegt ein Hinweis bei: in was Sie wann ' +
        'eingewilligt haben, und dass sie ohne Ihre Einwilligung nicht weitergegeben werden darf. Sie können dies ' +
        'jederzeit widerrufen: von da an wird keine Kopie mehr gemacht. Früher mitgegebene Kopien lassen sich nicht ' +
        'zurückholen.',
    },
  },
];

/** The version of the text that is asked for now. */
export const currentVersion = (purpose: Purpose): string =>
  CONSENT_TEXTS.find((it) => it.purpose === purpose)!.version;
