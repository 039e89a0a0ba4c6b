import type { Role } from './account-view-model.ts';
import { roles } from './words.ts';

const ALL: readonly Role[] = ['client', 'clinician', 'researcher', 'admin', 'owner'];
const UNDER_ADMIN: readonly Role[] = ['client', 'clinician', 'researcher'];

/** Roles that somebody of the role `of` may give; the service has the last word. */
export const givenBy = (of: Role): readonly Role[] =>
  of === 'owner' ? ALL : of === 'admin' ? UNDER_ADMIN : [];

interface RoleChoiceProps {
  readonly label: string;
  /** Only said to who does not see. */
  readonly hidden?: true;
  readonly of: Role;
  readonly value: Role;
  readonly disabled?: boolean;
  readonly onChange: (role: Role) => void;
}

export const RoleChoice = ({ label, hidden, of, value, disabled, onChange }: RoleChoiceProps) => (
  <label className="field account-role">
    {!hidden && <span>{label}</span>}
    <select
      value={value}
      disabled={disabled}
      {...(hidden && { 'aria-label': label })}
      onChange={(event) => onChange(event.target.value as Role)}
    >
      {givenBy(of).map((role) => (
        <option key={role} value={role}>
          {roles[role]}
        </option>
      ))}
    </select>
  </label>
);
