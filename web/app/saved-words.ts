import { spoken } from '../kit/language.ts';
import { countText } from '../kit/numbers.ts';
import type { Saved } from '../storage/outbox.ts';

interface SavedWords {
  readonly keeping: Readonly<Record<Exclude<Saved['here'], 'kept'>, string>>;
  readonly service: Readonly<Record<Saved['service'], string>>;
  readonly toDelete: { readonly one: string; readonly other: string };
}

const words = spoken<SavedWords>({
  en: {
    keeping: {
      'storage-full':
        'Nothing new is kept: this browser has no space left. Free some, or save the session’s log at its end.',
      'storage-broken':
        'Nothing is kept: this browser lets Attune store nothing. Allow site data, or save a session’s log at its end.',
      'storage-cleared':
        'Nothing of before is kept: this browser’s storage was cleared. A session under way is kept anew.',
    },
    service: {
      'nothing-yet': '',
      all: 'Saved here and on this computer’s Attune',
      sending: 'Saved here, sending',
      refused: 'Saved here. This computer’s Attune did not take one session.',
      away: 'Saved here',
      offline: 'Saved here. You are offline; the rest follows when you are back.',
      silent: 'Saved here. Your Attune does not answer; it is asked again.',
      interposed:
        'Saved here. Something between you and your Attune answers in its place, perhaps a sign-in page. It ' +
        'is asked again.',
      busy: 'Saved here. Your Attune is busy; it is asked again in a while.',
      failing: 'Saved here. Your Attune has trouble; it is asked again.',
      gone: 'Saved here. The data folder of this computer’s Attune has been taken away; start it again.',
      full: 'Saved here. The disk of this computer’s Attune is full.',
      'signed-out': 'Saved here. Sign in again, and the rest follows.',
    },
    toDelete: {
      one: 'One session is still to be deleted on your Attune.',
      other: '# sessions are still to be deleted on your Attune.',
    },
  },
  de: {
    keeping: {
      'storage-full':
        'Nichts Neues wird aufbewahrt: Dieser Browser hat keinen Platz mehr. Schaff welchen, oder speichere am ' +
        'Ende der Sitzung ihr Protokoll.',
      'storage-broken':
        'Nichts wird aufbewahrt: Dieser Browser lässt Attune nichts speichern. Erlaube Websitedaten, oder ' +
        'speichere am Ende einer Sitzung ihr Protokoll.',
      'storage-cleared':
        'Nichts von früher ist mehr da: Der Speicher dieses Browsers wurde geleert. Eine laufende Sitzung wird ' +
        'neu aufbewahrt.',
    },
    service: {
      'nothing-yet': '',
      all: 'Hier gespeichert und im Attune auf diesem Computer',
      sending: 'Hier gespeichert, wird gesendet',
      refused: 'Hier gespeichert. Das Attune auf diesem Computer hat eine Sitzung nicht angenommen.',
      away: 'Hier gespeichert',
      offline: 'Hier gespeichert. Du bist offline; der Rest folgt, wenn du wieder Netz hast.',
      silent: 'Hier gespeichert. Dein Attune antwortet nicht; es wird wieder gefragt.',
      interposed:
        'Hier gespeichert. Etwas zwischen dir und deinem Attune antwortet an seiner Stelle, vielleicht eine ' +
        'Anmeldeseite. Es wird wieder gefragt.',
      busy: 'Hier gespeichert. Dein Attune ist beschäftigt; es wird nach einer Weile wieder gefragt.',
      failing: 'Hier gespeichert. Dein Attune hat Schwierigkeiten; es wird wieder gefragt.',
      gone: 'Hier gespeichert. Der Datenordner des Attune auf diesem Computer ist weg; starte es neu.',
      full: 'Hier gespeichert. Der Datenträger des Attune auf diesem Computer ist voll.',
      'signed-out': 'Hier gespeichert. Melde dich wieder an, dann folgt der Rest.',
    },
    toDelete: {
      one: 'Eine Sitzung muss in deinem Attune noch gelöscht werden.',
      other: '# Sitzungen müssen in deinem Attune noch gelöscht werden.',
    },
  },
});

/** The small line that says where the sessions are. */
export function savedText({ here, service, toDelete = 0 }: Saved): string {
  if (here !== 'kept') return words.keeping[here];
  const said = words.service[service];
  if (toDelete === 0) return said;
  return `${said}${/[^.]$/.test(said) ? '.' : ''} ${countText(toDelete, words.toDelete)}`.trim();
}
