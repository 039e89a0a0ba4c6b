/** What an account may be for in a clinic. No schema and no library here, so that the page can import it. */
export const ROLES = ['owner', 'admin', 'clinician', 'client', 'researcher'] as const;
export type Role = (typeof ROLES)[number];

const UNDER_ADMIN: readonly Role[] = ['client', 'clinician', 'researcher'];

/** The roles whose accounts somebody of a role may invite, change and recover; none: they administer nothing. */
export const rolesUnder = (role: Role): readonly Role[] => {
  if (role === 'owner') return [...UNDER_ADMIN, 'admin', 'owner'];
  return role === 'admin' ? UNDER_ADMIN : [];
};
