import type { Role } from './actor.ts';

/**
 * What a field of a reply holds. `plain`: figures, times, codes and ids of things; `account`: the id of an account;
 * `words`: what somebody typed; `event`: a line of a session's log.
 */
export type FieldKind = 'plain' | 'account' | 'words' | 'event';

type View = 'as-is' | 'pseudonym' | 'without-words' | 'withheld';

/** What each role sees of each kind. A researcher knows people by pseudonyms, and reads nothing that was typed. */
export const VIEWS: Readonly<Record<FieldKind, Readonly<Record<Role, View>>>> = {
  plain: all('as-is'),
  account: { ...all('as-is'), researcher: 'pseudonym' },
  words: { ...all('as-is'), researcher: 'withheld' },
  event: { ...all('as-is'), researcher: 'without-words' },
};

function all(view: View) {
  return { owner: view, admin: view, clinician: view, client: view, researcher: view };
}

/** Every field that a reply may have, by its name. A reply with another one fails a test, and never leaves. */
export const FIELDS: Readonly<Record<string, FieldKind>> = {
  // Of every reply.
  service: 'plain',
  code: 'plain',
  message: 'plain',
  seq: 'plain',
  expectedSeq: 'plain',
  // Health and the service itself.
  mode: 'plain',
  ready: 'plain',
  status: 'plain',
  erased: 'plain',
  // Sessions.
  sessions: 'plain',
  id: 'plain',
  client: 'account',
  startedAtMs: 'plain',
  protocol: 'plain',
  eventCount: 'plain',
  firstAtMs: 'plain',
  lastAtMs: 'plain',
  endedAtMs: 'plain',
  next: 'plain',
  deleted: 'plain',
  events: 'event',
  nextFrom: 'plain',
  nextSeq: 'plain',
  // A client who was forgotten.
  proof: 'plain',
  attune: 'plain',
  format: 'plain',
  clientHash: 'plain',
  keyIds: 'plain',
  sessionHash: 'plain',
  deletedAtMs: 'plain',
  head: 'plain',
  lastBackupAtMs: 'plain',
  publicKey: 'plain',
  signature: 'plain',
  // A phone as the sensor.
  pairingCode: 'plain',
  forMs: 'plain',
  token: 'plain',
  joined: 'plain',
  strap: 'plain',
  clock: 'plain',
  offsetMs: 'plain',
  uncertaintyMs: 'plain',
  sensor: 'plain',
  state: 'plain',
  battery: 'plain',
  percent: 'plain',
  type: 'plain',
  hex: 'plain',
  said: 'plain',
  items: 'plain',
  ended: 'plain',
  serviceMs: 'plain',
  // Music.
  tracks: 'plain',
  sizeBytes: 'plain',
  about: 'plain',
  fileName: 'words',
  addedAtMs: 'plain',
  trigger: 'plain',
  placed: 'plain',
  family: 'plain',
  level: 'plain',
  offset: 'plain',
  complete: 'plain',
  // Consents.
  texts: 'plain',
  consents: 'plain',
  purpose: 'plain',
  version: 'plain',
  en: 'plain',
  de: 'plain',
  title: 'plain',
  text: 'plain',
  givenAtMs: 'plain',
  withdrawnAtMs: 'plain',
  // Care.
  clinicians: 'plain',
  clients: 'plain',
  clinician: 'account',
  fromMs: 'plain',
  untilMs: 'plain',
  reviewsDue: 'plain',
  // Break-glass.
  breakGlass: 'plain',
  reason: 'words',
  begunAtMs: 'plain',
  reviewedAtMs: 'plain',
  reviewedBy: 'account',
  isOverdue: 'plain',
  // Exports.
  share: 'plain',
  // The access log.
  lines: 'plain',
  name: 'words',
  atMs: 'plain',
  account: 'account',
  role: 'plain',
  action: 'plain',
  relation: 'plain',
  subject: 'plain',
  from: 'plain',
};

/** Whether a role sees every kind of field as it is. */
export const seesAll = (role: Role): boolean =>
  Object.values(VIEWS).every((views) => views[role] === 'as-is');

/**
 * A reply as a role sees it.
 *
 * @param called  what an account is called towards this reader; absent: the reader has no business with it
 */
export const shownTo = (
  role: Role,
  reply: unknown,
  called: (account: string) => string | undefined,
): unknown => {
  const show = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(show);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, field]) => {
        const kind = FIELDS[name];
        const seen = kind && showField(VIEWS[kind][role], field);
        return seen === undefined ? [] : [[name, seen]];
      }),
    );
  };
  const showField = (view: View, field: unknown): unknown => {
    switch (view) {
      case 'as-is':
        return show(field);
      case 'pseudonym':
        return typeof field === 'string' ? called(field) : undefined;
      case 'without-words':
      case 'withheld':
        return undefined;
    }
  };
  return show(reply);
};
