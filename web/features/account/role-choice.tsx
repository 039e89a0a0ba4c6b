import { rolesUnder, type Role } from '../../../server/contract/roles.ts';
import { roles } from './words.ts';

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
      {rolesUnder(of).map((role) => (
        <option key={role} value={role}>
          {roles[role]}
        </option>
      ))}
    </select>
  </label>
);
