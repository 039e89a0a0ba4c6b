import { Button, TextInput } from '@mantine/core';
import { useCallback, useEffect, useState, type SyntheticEvent } from 'react';
import { Link } from 'wouter';
import type { AccountList, InvitationList, MadeInvitation, Me } from '../../../server/contract/index.ts';
import { rolesUnder, type Role } from '../../../server/contract/roles.ts';
import { momentText } from '../../kit/numbers.ts';
import { clipboard } from '../../kit/secure-only.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import { AccountLine } from './account-line.tsx';
import './account.css';
import type { AccountViewModel } from './account-view-model.ts';
import { RoleChoice } from './role-choice.tsx';
import { useProved } from './use-proved.tsx';
import { people as words } from './people-words.ts';
import { factor } from './factor-words.ts';
import { roles, ways } from './words.ts';
import { Wrong } from './wrong.tsx';

/** Who is invited and who has an account, for those who look after that. */
export function PeopleScreen({ account }: { readonly account: AccountViewModel }) {
  const standing = useBehavior(account.standing$);
  const me = standing.kind === 'in' && rolesUnder(standing.me.role).length > 0 ? standing.me : undefined;
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      {me?.needsFactor ? (
        <p>
          {factor.before} <Link href="/second-factor">{ways.factor}</Link>
        </p>
      ) : me ? (
        <People account={account} me={me} />
      ) : (
        <p>{words.no}</p>
      )}
    </div>
  );
}

function People({ account, me }: { readonly account: AccountViewModel; readonly me: Me }) {
  const [accounts, setAccounts] = useState<AccountList['accounts']>([]);
  const [open, setOpen] = useState<InvitationList['invitations']>([]);
  const [made, setMade] = useState<MadeInvitation>();
  const { busy, wrong, run, asks } = useProved(account, 'people');
  const read = useCallback(async () => {
    const [listed, invited] = await Promise.all([account.accounts(), account.invitations()]);
    if (listed.ok) setAccounts(listed.value.accounts);
    if (invited.ok) setOpen(invited.value.invitations);
  }, [account]);
  useSoon(read);
  const linked = (link: MadeInvitation): void => {
    setMade(link);
    void read();
  };
  return (
    <>
      <InviteForm
        me={me}
        busy={busy}
        onInvite={(name, role) => run(() => account.invite(name, role), linked)}
      />
      {asks}
      <Wrong>{wrong}</Wrong>
      {made && <MadeLink made={made} />}
      {open.length > 0 && (
        <Open
          open={open}
          busy={busy}
          onRevoke={(id) =>
            run(
              () => account.revoke(id),
              () => void read(),
            )
          }
        />
      )}
      <section className="panel" aria-labelledby="accounts-title">
        <h2 id="accounts-title">{words.accounts}</h2>
        {accounts.length > 1 && <p className="hint">{words.recoverHint}</p>}
        <ul className="lines">
          {accounts.map((one) => (
            <AccountLine
              key={one.id}
              one={one}
              {...{ me, busy }}
              onChange={(change) =>
                run(
                  () => account.change(one.id, change),
                  () => void read(),
                )
              }
              onRecover={() => run(() => account.recover(one.id), linked)}
            />
          ))}
        </ul>
      </section>
    </>
  );
}

/** Does it once the screen stands. */
const useSoon = (work: () => Promise<void>): void =>
  useEffect(() => {
    const soon = setTimeout(() => void work());
    return () => clearTimeout(soon);
  }, [work]);

interface OpenProps {
  readonly open: InvitationList['invitations'];
  readonly busy: boolean;
  readonly onRevoke: (id: string) => void;
}

const Open = ({ open, busy, onRevoke }: OpenProps) => (
  <section className="panel" aria-labelledby="open-title">
    <h2 id="open-title">{words.open}</h2>
    <ul className="lines">
      {open.map(({ id, kind, signInName, role, endsAtMs }) => (
        <li key={id} className="line">
          <div>
            <p className="line-name">{signInName}</p>
            <p className="hint">
              {kind === 'invitation'
                ? words.until(roles[role], momentText(endsAtMs))
                : words.recovery(momentText(endsAtMs))}
            </p>
          </div>
          <Button
            variant="default"
            disabled={busy}
            aria-label={words.revokeOf(signInName)}
            onClick={() => onRevoke(id)}
          >
            {words.revoke}
          </Button>
        </li>
      ))}
    </ul>
  </section>
);

interface InviteFormProps {
  readonly me: Me;
  readonly busy: boolean;
  readonly onInvite: (signInName: string, role: Role) => void;
}

function InviteForm({ me, busy, onInvite }: InviteFormProps) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('client');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    onInvite(name.trim(), role);
    setName('');
  };
  return (
    <section className="panel" aria-labelledby="invite-title">
      <h2 id="invite-title">{words.invite}</h2>
      <form className="account-form" onSubmit={submit}>
        <TextInput
          label={words.name}
          description={words.nameHint}
          size="md"
          autoComplete="off"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <RoleChoice label={words.role} of={me.role} value={role} onChange={setRole} />
        <div className="actions">
          <Button type="submit" disabled={busy || name.trim() === ''} aria-busy={busy}>
            {words.make}
          </Button>
        </div>
      </form>
    </section>
  );
}

function MadeLink({ made }: { readonly made: MadeInvitation }) {
  const [said, setSaid] = useState('');
  const link = `${location.origin}${location.pathname}#/invitation/${made.token}`;
  const copy = async (): Promise<void> => {
    try {
      const board = clipboard();
      if (!board) throw new Error('no clipboard');
      await board.writeText(link);
      setSaid(words.copied);
    } catch {
      setSaid(words.notCopied);
    }
  };
  return (
    <section className="notice" aria-labelledby="link-title">
      <h2 id="link-title">{words.link(made.signInName)}</h2>
      <code className="account-secret" data-testid="link">
        {link}
      </code>
      <p className="hint">{words.linkHint(momentText(made.endsAtMs))}</p>
      <div className="actions">
        <Button variant="default" onClick={() => void copy()}>
          {words.copy}
        </Button>
        <span role="status">{said}</span>
      </div>
    </section>
  );
}
