import type { Transaction } from 'kysely';
import type { Account, Tie, Ties } from '../access/ties.ts';
import type { Purpose } from '../access/rules.ts';
import type { Whose } from '../access/reach.ts';
import type { AccessLogLine, BreakGlass, CareList, Caseload, Consent } from '../contract/index.ts';
import { HOUSEKEEPING, type Database } from '../database/open-database.ts';
import { readLines, writeLines, type LineCursor } from './access-log.ts';
import { assign, cliniciansOf, clientsOf, unassign, type Pair } from './assignments.ts';
import * as glass from './break-glass.ts';
import type { CareTables } from './care-tables.ts';
import { consentsOf, giveConsent, purposesOf, withdrawConsent } from './consents.ts';

/**
 * Who cares for whom, who agreed to what, whose glass was broken, and who looked. Rejects with a `StoreError`.
 * What ends, ends for whoever asks after it: nothing is kept in memory.
 */
export interface CareStore extends Ties {
  assign(pair: Pair, by: string): Promise<void>;
  unassign(pair: Pair, by: string): Promise<void>;
  cliniciansOf(client: string): Promise<CareList['clinicians']>;
  caseload(clinician: string): Promise<Caseload>;
  giveConsent(client: string, consent: Pick<Consent, 'purpose' | 'version'>): Promise<void>;
  withdrawConsent(client: string, purpose: Purpose): Promise<void>;
  consentsOf(client: string): Promise<Consent[]>;
  beginBreakGlass(breaking: glass.Breaking): Promise<BreakGlass>;
  /** Absent: this clinician began none of that id. */
  endBreakGlass(id: string, clinician: string): Promise<BreakGlass | undefined>;
  /** Absent: there is none of that id on these clients. */
  findBreakGlass(id: string, whose: Whose): Promise<BreakGlass | undefined>;
  /** `same-person`: nobody reviews their own. */
  reviewBreakGlass(
    on: Pick<BreakGlass, 'id' | 'client'>,
    by: string,
  ): Promise<BreakGlass | 'same-person' | undefined>;
  breakGlassOn(clients: Whose): Promise<BreakGlass[]>;
  readLines(
    client: string,
    page: { readonly limit: number; readonly before?: LineCursor | undefined },
  ): Promise<AccessLogLine[]>;
}

/** Over a database of any dialect, which stays the caller's to close. @param now  epoch ms */
export const sqlCareStore = (database: Database<CareTables>, now: () => number = Date.now): CareStore => {
  const use = <T>(whose: Whose, work: (db: Db) => Promise<T>): Promise<T> =>
    database.use((open) => open.within(whose, work));
  return {
    of: (account) => tiesOf(use, account, now()),
    consent: (client, purpose) =>
      use([client], async (db) => {
        const given = await consentsOf(db, client);
        return given.find((it) => it.purpose === purpose && it.withdrawnAtMs === undefined);
      }),
    log: (lines) =>
      use(
        lines.map(({ client }) => client),
        (db) => writeLines(db, lines, now()),
      ),
    assign: (pair, by) => use([pair.client], (db) => assign(db, pair, { by, nowMs: now() })),
    unassign: (pair, by) => use([pair.client], (db) => unassign(db, pair, { by, nowMs: now() })),
    cliniciansOf: (client) => use([client], (db) => cliniciansOf(db, client)),
    caseload: (clinician) => caseload(use, clinician, now()),
    giveConsent: (client, consent) => use([client], (db) => giveConsent(db, { ...consent, client }, now())),
    withdrawConsent: (client, purpose) =>
      use([client], (db) => withdrawConsent(db, { client, purpose }, now())),
    consentsOf: (client) => use([client], (db) => consentsOf(db, client)),
    beginBreakGlass: (breaking) => use([breaking.client], (db) => glass.beginBreakGlass(db, breaking, now())),
    endBreakGlass: (id, clinician) =>
      use([clinician], (db) => glass.endBreakGlass(db, { id, by: clinician }, now())),
    findBreakGlass: (id, whose) => use(whose, (db) => glass.findBreakGlass(db, id, now())),
    reviewBreakGlass: ({ id, client }, by) =>
      use([client], (db) => glass.reviewBreakGlass(db, { id, by }, now())),
    breakGlassOn: (clients) => use(clients, (db) => glass.breakGlassOn(db, clients, now())),
    readLines: (client, page) => use([client], (db) => readLines(db, client, page)),
  };
};

type Db = Transaction<CareTables>;
type Use = <T>(whose: Whose, work: (db: Db) => Promise<T>) => Promise<T>;

const tiesOf = async (use: Use, { id, role }: Account, nowMs: number): Promise<Tie[]> => {
  switch (role) {
    case 'clinician':
      return withConsents(use, await use([id], (db) => tiesOfClinician(db, id, nowMs)));
    case 'researcher':
      return withConsents(use, await use(HOUSEKEEPING, consentedClients));
    case 'owner':
    case 'admin':
    case 'client':
      return [];
  }
};

const tiesOfClinician = async (db: Db, id: string, nowMs: number) => [
  ...(await clientsOf(db, id, nowMs)).map(({ client }) => ({ client, relation: 'assigned' as const })),
  ...(await glass.lastingBreakGlass(db, id, nowMs)).map((it) => ({
    client: it.client,
    relation: 'break-glass' as const,
    breakGlass: it.id,
  })),
];

const consentedClients = async (db: Db) => {
  const rows = await db
    .selectFrom('consent')
    .innerJoin('research_pseudonym', 'research_pseudonym.client_id', 'consent.client_id')
    .select(['consent.client_id as client', 'pseudonym'])
    .where('purpose', '=', 'research')
    .where('withdrawn_at_ms', 'is', null)
    .execute();
  return rows.map((row) => ({ ...row, relation: 'consented' as const }));
};

const withConsents = async (use: Use, ties: readonly Omit<Tie, 'consents'>[]): Promise<Tie[]> => {
  if (ties.length === 0) return [];
  const clients = [...new Set(ties.map(({ client }) => client))];
  const purposes = await use(clients, (db) => purposesOf(db, clients));
  return ties.map((tie) => ({ ...tie, consents: purposes.get(tie.client) ?? new Set() }));
};

const caseload = async (use: Use, clinician: string, nowMs: number): Promise<Caseload> => {
  const assigned = await use([clinician], (db) => clientsOf(db, clinician, nowMs));
  const clients = assigned.map(({ client }) => client);
  const [purposes, onThem] = await use(clients, async (db) => [
    await purposesOf(db, clients),
    await glass.breakGlassOn(db, clients, nowMs),
  ]);
  const waiting = onThem.filter((it) => it.reviewedAtMs === undefined && it.clinician !== clinician);
  return {
    clients: assigned.map((it) => ({ ...it, consents: [...(purposes.get(it.client) ?? [])].sort() })),
    reviewsDue: waiting.reverse(),
  };
};
