import type { Role } from '../contract/index.ts';

export { ROLES, type Role } from '../contract/index.ts';

/** Who asks. */
export type Actor =
  /** Whoever is at the machine of a personal service: everything there is theirs, and nobody is asked. */
  | { readonly kind: 'person' }
  | {
      readonly kind: 'account';
      readonly id: string;
      readonly role: Role;
      /** The role asks for a second factor, and this sign-in had none: all it may do is to add one. */
      readonly lacksFactor?: true;
    }
  /** Nobody has signed in, or no longer is. */
  | { readonly kind: 'nobody' };

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before any other hook of the API runs. */
    actor: Actor;
  }
}
