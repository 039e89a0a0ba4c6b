/** What an account may be for in a clinic; see the rules in this folder. */
export const ROLES = ['owner', 'admin', 'clinician', 'client', 'researcher'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. */
export type Actor =
  /** Whoever is at the machine of a personal service: everything there is theirs, and nobody is asked. */
  | { readonly kind: 'person' }
  | { readonly kind: 'account'; readonly id: string; readonly role: Role }
  /** Nobody has signed in, or no longer is. */
  | { readonly kind: 'nobody' };

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before any other hook of the API runs. */
    actor: Actor;
  }
}
