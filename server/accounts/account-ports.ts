import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import type { AccountStore } from './account-store.ts';
import type { PasswordHasher } from './password-hasher.ts';

/** What the routes of accounts work with. */
export interface AccountPorts {
  readonly store: AccountStore;
  readonly hasher: PasswordHasher;
  /** Epoch ms. */
  readonly clock: () => number;
  /** Whether browsers reach the service by https alone; absent: each request says itself how it came. */
  readonly secure?: boolean;
}

export type AccountPlugin = FastifyPluginCallbackTypebox<{ ports: AccountPorts }>;
