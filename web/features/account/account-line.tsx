import { Button } from '@mantine/core';
import type { AccountList, Me } from '../../../server/contract/index.ts';
import { rolesUnder, type Role } from '../../../server/contract/roles.ts';
import { RoleChoice } from './role-choice.tsx';
import { people as words } from './people-words.ts';
import { roles } from './words.ts';

interface AccountLineProps {
  readonly one: AccountList['accounts'][number];
  readonly me: Me;
  readonly busy: boolean;
  readonly onChange: (change: { readonly role?: Role; readonly disabled?: boolean }) => void;
  readonly onRecover: () => void;
}

/** One account with what may be done to it; nothing to one's own, so that nobody locks themselves out. */
export function AccountLine({ one, me, busy, onChange, onRecover }: AccountLineProps) {
  const { id, shownName, signInName, role, disabledAtMs } = one;
  const isOwn = id === me.id;
  const isDisabled = disabledAtMs !== undefined;
  const mayChange = !isOwn && rolesUnder(me.role).includes(role);
  const about = [signInName, ...(isOwn ? [words.you] : []), ...(isDisabled ? [words.disabled] : [])];
  return (
    <li className="line account-line">
      <div>
        <p className="line-name">{shownName}</p>
        <p className="hint">{[...about, ...(mayChange ? [] : [roles[role]])].join(' · ')}</p>
      </div>
      {mayChange && (
        <div className="actions">
          <RoleChoice
            label={words.roleOf(shownName)}
            hidden
            of={me.role}
            value={role}
            disabled={busy}
            onChange={(role) => onChange({ role })}
          />
          <Button
            variant="default"
            disabled={busy}
            aria-label={words.recoverOf(shownName)}
            onClick={onRecover}
          >
            {words.recover}
          </Button>
          <Button
            variant="subtle"
            disabled={busy}
            aria-label={isDisabled ? words.enableOf(shownName) : words.disableOf(shownName)}
            onClick={() => onChange({ disabled: !isDisabled })}
          >
            {isDisabled ? words.enable : words.disable}
          </Button>
        </div>
      )}
    </li>
  );
}
