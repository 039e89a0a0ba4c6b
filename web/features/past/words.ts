import type { SessionEnded } from '../../../engine/index.ts';
import { spoken } from '../../kit/language.ts';

/** How a session ended; nothing where it went its way. */
export const endings = spoken<Record<SessionEnded['reason'], string>>({
  en: {
    finished: '',
    stopped: 'stopped',
    interrupted: 'cut short',
    'end-of-recording': 'end of the recording',
  },
  de: {
    finished: '',
    stopped: 'angehalten',
    interrupted: 'abgebrochen',
    'end-of-recording': 'Ende der Aufzeichnung',
  },
});

const craving = spoken({
  en: {
    change: (before: number, after: number) => `craving ${before} to ${after}`,
    only: (rated: number) => `craving ${rated}`,
  },
  de: {
    change: (before: number, after: number) => `Verlangen ${before}, danach ${after}`,
    only: (rated: number) => `Verlangen ${rated}`,
  },
});

/** "craving 70 to 40", or what there is of it. */
export function cravingChange({ before, after }: { before?: number; after?: number }): string {
  if (before !== undefined && after !== undefined) return craving.change(before, after);
  const only = before ?? after;
  return only === undefined ? '' : craving.only(only);
}

/** The list of sessions, and what Today shows of it. */
export const list = spoken({
  en: {
    title: 'Past sessions',
    last: 'Your last session',
    all: 'All sessions',
    interrupted: 'Your last session was cut short. What was recorded is safe.',
    see: 'See it',
    beingDeleted: 'being deleted, as soon as your Attune says that it has no copy',
    empty: 'Sessions you finish are kept here, in this browser. The first one can be as short as you like.',
  },
  de: {
    title: 'Frühere Sitzungen',
    last: 'Deine letzte Sitzung',
    all: 'Alle Sitzungen',
    interrupted: 'Deine letzte Sitzung wurde abgebrochen. Was aufgezeichnet wurde, ist sicher.',
    see: 'Ansehen',
    beingDeleted: 'wird gelöscht, sobald dein Attune sagt, dass es keine Kopie mehr hat',
    empty:
      'Sitzungen, die du beendest, bleiben hier in diesem Browser. Die erste darf so kurz sein, wie du magst.',
  },
});

/** What can be done with a session that is over. */
export const keep = spoken({
  en: {
    export: 'Save the log as a file',
    exportHint: 'Every event of this session, one a line (NDJSON).',
    delete: 'Delete this session',
    deleteSure: 'Delete it here and on this computer’s Attune? This cannot be undone.',
    deleteYes: 'Delete',
    deleteNo: 'Keep it',
    title: 'A past session',
    missing: 'This session is not in this browser.',
  },
  de: {
    export: 'Protokoll als Datei speichern',
    exportHint: 'Jedes Ereignis dieser Sitzung, eins pro Zeile (NDJSON).',
    delete: 'Diese Sitzung löschen',
    deleteSure: 'Hier und im Attune auf diesem Computer löschen? Das lässt sich nicht rückgängig machen.',
    deleteYes: 'Löschen',
    deleteNo: 'Behalten',
    title: 'Eine frühere Sitzung',
    missing: 'Diese Sitzung ist nicht in diesem Browser.',
  },
});
