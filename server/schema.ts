import type { AccountTables } from './accounts/account-tables.ts';
import { accounts } from './accounts/migrations/0003-accounts.ts';
import type { CareTables } from './care/care-tables.ts';
import { care } from './care/migrations/0004-care.ts';
import type { Schema } from './database/open-database.ts';
import { relay } from './relays/migrations/0011-relay.ts';
import type { RelayTables } from './relays/relay-tables.ts';
import { roomCommand } from './rooms/migrations/0005-room-command.ts';
import type { RoomTables } from './rooms/room-tables.ts';
import { sessionLog } from './sessions/migrations/0001-session-log.ts';
import { sessionChain } from './sessions/migrations/0002-session-chain.ts';
import { sessionOwner } from './sessions/migrations/0004-session-owner.ts';
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
    '0011-relay': relay,
  },
};
