import type { AccountTables } from './accounts/account-tables.ts';
import { accounts } from './accounts/migrations/0003-accounts.ts';
import { singleSignOn } from './accounts/migrations/0010-single-sign-on.ts';
import type { CareTables } from './care/care-tables.ts';
import { care } from './care/migrations/0004-care.ts';
import type { Schema } from './database/open-database.ts';
import { clientKey } from './keys/migrations/0006-client-key.ts';
import type { RowPolicy } from './database/row-policy.ts';
import { FIRST_POLICIES, rowSecurity } from './migrations/0007-row-security.ts';
import { relay } from './relays/migrations/0011-relay.ts';
import type { RelayTables } from './relays/relay-tables.ts';
import { roomCommand } from './rooms/migrations/0005-room-command.ts';
import type { RoomTables } from './rooms/room-tables.ts';
import { sessionLog } from './sessions/migrations/0001-session-log.ts';
import { sessionChain } from './sessions/migrations/0002-session-chain.ts';
import { sessionOwner } from './sessions/migrations/0004-session-owner.ts';
import { sessionChunk } from './sessions/migrations/0006-session-chunk.ts';
import type { SessionTables } from './sessions/session-tables.ts';

/** The tables of all stores that share the service's database. */
export type Tables = SessionTables & AccountTables & CareTables & RoomTables & RelayTables;

export const SCHEMA: Schema = {
  called: 'session log',
  // The largest batch, with its index, and the write-ahead log.
  reserveBytes: 8 * 1024 * 1024,
  migrations: {
    '0001-session-log': sessionLog,
    '0002-session-chain': sessionChain,
    '0003-accounts': accounts,
    '0004-care': care,
    '0004-session-owner': sessionOwner,
    '0005-room-command': roomCommand,
    '0006-client-key': clientKey,
    '0006-session-chunk': sessionChunk,
    '0007-row-security': rowSecurity,
    '0010-single-sign-on': singleSignOn,
    '0011-relay': relay,
  },
};

/**
 * Who finds the rows of each table on PostgreSQL. A migration that makes a table calls `secureRows` with its policy,
 * and brings it in here.
 */
export const ROW_POLICIES: Readonly<Record<keyof Tables, RowPolicy>> = {
  ...FIRST_POLICIES,
  relay: { open: 'a code and a token are looked up, before it is known whose they are' },
  relay_item: { open: 'beats on their way, found by the id of a relay alone and deleted as they are read' },
  account_provider: { open: 'who comes from the provider is looked up, before it is known who asks' },
};

/** Tables of which PostgreSQL itself keeps clients' rows apart. */
export const SECURED_TABLES: readonly string[] = Object.entries(ROW_POLICIES)
  .filter(([, policy]) => policy === 'housekeeping' || !('open' in policy))
  .map(([table]) => table);
