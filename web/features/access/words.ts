import { spoken } from '../../kit/language.ts';
import type { Purpose } from '../../../server/contract/index.ts';
import type { Kind } from './looks.ts';

export const ways = spoken({
  en: {
    looks: 'Who looked',
    looksHint: 'Who saw your things here, when and why.',
    consents: 'What you agreed to',
    consentsHint: 'Read it, agree to it, take it back.',
  },
  de: {
    looks: 'Wer nachgesehen hat',
    looksHint: 'Wer deine Sachen hier gesehen hat, wann und warum.',
    consents: 'Worin du eingewilligt hast',
    consentsHint: 'Lies es, willige ein, nimm es zurück.',
  },
});

export const looks = spoken({
  en: {
    lead:
      'Every time somebody saw or changed your things here, newest first. Opening ' +
      'this page is noted too.',
    none: 'Nobody has looked yet. As soon as somebody does, it stands here.',
    noneChosen: 'Nothing of that kind among what is loaded.',
    person: 'Who',
    kind: 'What',
    all: 'All',
    you: 'You',
    more: 'Show older ones',
    save: 'Save as a table (CSV)',
    saveHint: 'Saves what is loaded below.',
    wrong: 'This could not be fetched from your clinic. Try again in a moment.',
    again: 'Try again',
    from: (network: string) => `from the network ${network}`,
    reason: (text: string) => `The reason given: ${text}`,
    glass:
      'Without your consent, for an urgent reason. A second person must review it. If you ' +
      'doubt the reason, ask your clinic.',
  },
  de: {
    lead:
      'Jedes Mal, wenn hier jemand deine Sachen gesehen oder geändert hat, das ' +
      'Neueste zuerst. Auch dass du diese Seite öffnest, wird vermerkt.',
    none: 'Noch hat niemand nachgesehen. Sobald es jemand tut, steht es hier.',
    noneChosen: 'Unter dem, was geladen ist, ist nichts davon.',
    person: 'Wer',
    kind: 'Was',
    all: 'Alle',
    you: 'Du',
    more: 'Ältere zeigen',
    save: 'Als Tabelle sichern (CSV)',
    saveHint: 'Sichert, was unten geladen ist.',
    wrong: 'Das ließ sich nicht von deiner Einrichtung holen. Versuch es gleich noch einmal.',
    again: 'Noch einmal versuchen',
    from: (network: string) => `aus dem Netz ${network}`,
    reason: (text: string) => `Der angegebene Grund: ${text}`,
    glass:
      'Ohne deine Einwilligung, aus einem dringenden Grund. Eine zweite Person muss das ' +
      'prüfen. Wenn du am Grund zweifelst, frag deine Einrichtung.',
  },
});

export const kinds = spoken<Readonly<Record<Kind, string>>>({
  en: {
    sessions: 'Sessions',
    music: 'Your music files',
    consents: 'Consents',
    glass: 'Urgent access',
    care: 'Who cares for you',
    log: 'This list',
    other: 'Something else',
  },
  de: {
    sessions: 'Sitzungen',
    music: 'Deine Musikdateien',
    consents: 'Einwilligungen',
    glass: 'Dringender Zugriff',
    care: 'Wer dich begleitet',
    log: 'Diese Liste',
    other: 'Etwas anderes',
  },
});

/** What was done, by the last word of the action. */
export const deeds = spoken<Readonly<Record<string, string>>>({
  en: {
    read: 'read',
    list: 'listed',
    export: 'copied out',
    delete: 'deleted',
    give: 'agreed',
    withdraw: 'withdrawn',
    watch: 'watched live',
    assign: 'assigned',
    unassign: 'no longer assigned',
    begin: 'begun',
    end: 'ended',
    review: 'reviewed',
    caseload: 'seen in a list of clients',
  },
  de: {
    read: 'gelesen',
    list: 'aufgelistet',
    export: 'herauskopiert',
    delete: 'gelöscht',
    give: 'eingewilligt',
    withdraw: 'widerrufen',
    watch: 'live verfolgt',
    assign: 'zugeordnet',
    unassign: 'nicht mehr zugeordnet',
    begin: 'begonnen',
    end: 'beendet',
    review: 'geprüft',
    caseload: 'in einer Liste gesehen',
  },
});

/** Why it was allowed. */
export const relations = spoken<Readonly<Record<string, string>>>({
  en: {
    own: 'your own',
    assigned: 'assigned to you',
    group: 'of your group',
    'break-glass': 'urgent access',
    consented: 'you agreed to research',
    none: 'by their role in the clinic',
  },
  de: {
    own: 'deine eigenen',
    assigned: 'dir zugeordnet',
    group: 'aus deiner Gruppe',
    'break-glass': 'dringender Zugriff',
    consented: 'du hast in Forschung eingewilligt',
    none: 'durch die Rolle in der Einrichtung',
  },
});

export const consents = spoken({
  en: {
    lead: 'Each is your own choice. Taking one back works at once, and you can give it again at any time.',
    version: (version: string) => `Text of ${version}`,
    since: (when: string) => `Agreed since ${when}.`,
    not: 'Not agreed.',
    older: 'You agreed to an earlier text. This one is new: read it, and agree if you wish.',
    give: 'Agree',
    withdraw: 'Take it back',
    given: (purpose: string) => `Agreed: ${purpose}`,
    withdrawn: (purpose: string) => `Taken back: ${purpose}`,
    history: 'What was before',
    past: (given: string, withdrawn: string) => `Agreed ${given}, taken back ${withdrawn}`,
    wrong: 'Nothing was changed: your clinic could not be reached. Try again in a moment.',
  },
  de: {
    lead:
      'Über jede entscheidest du selbst. Zurücknehmen wirkt sofort, und du kannst ' +
      'jederzeit wieder einwilligen.',
    version: (version: string) => `Text vom ${version}`,
    since: (when: string) => `Eingewilligt seit ${when}.`,
    not: 'Nicht eingewilligt.',
    older:
      'Du hast in einen früheren Text eingewilligt. Dieser ist neu: Lies ihn, und willige ' +
      'ein, wenn du möchtest.',
    give: 'Einwilligen',
    withdraw: 'Zurücknehmen',
    given: (purpose: string) => `Eingewilligt: ${purpose}`,
    withdrawn: (purpose: string) => `Zurückgenommen: ${purpose}`,
    history: 'Was vorher war',
    past: (given: string, withdrawn: string) => `Eingewilligt ${given}, zurückgenommen ${withdrawn}`,
    wrong: 'Nichts wurde geändert: Deine Einrichtung war nicht zu erreichen. Versuch es gleich noch einmal.',
  },
});

export const purposes = spoken<Readonly<Record<Purpose, string>>>({
  en: { care: 'care', research: 'research', sharing: 'passing on' },
  de: { care: 'Behandlung', research: 'Forschung', sharing: 'Weitergabe' },
});

export const glass = spoken({
  en: {
    open: (until: string) => `A clinician may see your sessions without your consent until ${until}.`,
    reason: (text: string) => `The reason given: ${text}`,
  },
  de: {
    open: (until: string) =>
      `Eine Fachkraft darf bis ${until} ohne deine Einwilligung deine Sitzungen sehen.`,
    reason: (text: string) => `Der angegebene Grund: ${text}`,
  },
});
