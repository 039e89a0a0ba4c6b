import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import type { AccountStore } from './account-store.ts';
import type { PasswordHasher } from './password-hasher.ts';
import type { SingleSignOn } from './single-sign-on.ts';

/** What the routes of accounts work with. */
export interface AccountPorts {
  readonly store: AccountStore;
  readonly hasher: PasswordHasher;
  /** Epoch ms. */
  readonly clock: () => number;
  /** Whether browsers reach the service by https alone; absent: each request says itself how it came. */
  readonly secure?: boolean;
  /** Who has to show two factors; absent: nobody, and whoever has set up an app is asked for its code. */
  readonly secondFactor?: 'staff';
  /** The clinic's own sign-in; absent: there is none. */
  readonly singleSignOn?: SingleSignOn;
}

export type AccountPlugin = FastifyPluginCallbackTypebox<{ ports: AccountPorts }>;
