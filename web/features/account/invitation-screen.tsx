import { Button, TextInput } from '@mantine/core';
import { useEffect, useMemo, useState, type SyntheticEvent } from 'react';
import { useLocation } from 'wouter';
import type { InvitationShown } from '../../../server/contract/index.ts';
import { FirstHeading } from '../../kit/first-heading.tsx';
import { HomeLink } from '../../kit/home-link.tsx';
import type { RouteParams } from '../../session/feature.ts';
import './account.css';
import type { Said } from './account-api.ts';
import type { AccountViewModel, Shown } from './account-view-model.ts';
import { lengthOf, PasswordField, SHORTEST } from './password-field.tsx';
import { ProviderButton } from './provider-button.tsx';
import { useCommand } from './use-command.ts';
import { invitation as words, roles, signIn } from './words.ts';
import { whyText, Wrong } from './wrong.tsx';

interface InvitationProps {
  readonly account: AccountViewModel;
  readonly params: RouteParams;
}

/** What a link is for, and the choice of how to sign in from now on. */
export function InvitationScreen({ account, params }: InvitationProps) {
  const { token = '' } = params;
  const [said, setSaid] = useState<Said<InvitationShown>>();
  useEffect(() => {
    void account.lookAtLink(token).then(setSaid);
  }, [account, token]);
  if (!said)
    return (
      <div className="narrow">
        <h1 tabIndex={-1}>{words.title}</h1>
        <p role="status">{words.looking}</p>
      </div>
    );
  if (!said.ok)
    return (
      <div className="narrow">
        <FirstHeading>{said.why === 'not-found' ? words.bad : words.title}</FirstHeading>
        <p>{said.why === 'not-found' ? words.badLead : whyText(said)}</p>
        <div className="actions">
          <HomeLink />
        </div>
      </div>
    );
  return <Acceptance account={account} token={token} invitation={said.value} />;
}

interface AcceptanceProps {
  readonly account: AccountViewModel;
  readonly token: string;
  readonly invitation: InvitationShown;
}

function Acceptance({ account, token, invitation }: AcceptanceProps) {
  const { kind, signInName, role } = invitation;
  const [shownName, setShownName] = useState('');
  const [password, setPassword] = useState('');
  const { busy, wrong, run } = useCommand();
  const [, navigate] = useLocation();
  const accept = (shown: Shown): void =>
    void run(() => account.accept(token, shownName, shown)).then((next) => {
      const { value: standing } = account.standing$;
      const needsFactor = standing.kind === 'in' && standing.me.needsFactor;
      if (next) navigate(needsFactor ? '/second-factor' : '/account');
    });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    accept({ password });
  };
  const sentFor = useMemo(() => ({ kind: 'accept' as const, token }), [token]);
  const isNew = kind === 'invitation';
  return (
    <div className="narrow">
      <FirstHeading>{isNew ? words.title : words.recoveryTitle}</FirstHeading>
      <p className="lead">{isNew ? words.lead(signInName, roles[role]) : words.recoveryLead(signInName)}</p>
      {isNew && <ShownName value={shownName} onChange={setShownName} />}
      <section className="panel" aria-labelledby="how-title">
        <h2 id="how-title">{words.how}</h2>
        <ProviderButton
          account={account}
          sentFor={sentFor}
          variant="default"
          after={<p className="account-or">{signIn.or}</p>}
        />
        {account.passkeysArePossible && (
          <>
            <p className="hint">{words.passkeyLead}</p>
            <Button size="md" disabled={busy} aria-busy={busy} onClick={() => accept('passkey')}>
              {words.passkey}
            </Button>
            <p className="account-or">{words.or}</p>
          </>
        )}
        <form className="account-form" onSubmit={submit}>
          <UnseenName name={signInName} />
          <PasswordField value={password} onChange={setPassword} />
          <Button
            type="submit"
            size="md"
            variant={account.passkeysArePossible ? 'default' : 'filled'}
            disabled={busy || lengthOf(password) < SHORTEST}
            aria-busy={busy}
          >
            {words.accept}
          </Button>
        </form>
        <Wrong>{wrong}</Wrong>
      </section>
    </div>
  );
}

/** For the browser's own keeper of passwords. */
const UnseenName = ({ name }: { readonly name: string }) => (
  <input className="account-unseen" autoComplete="username" value={name} readOnly tabIndex={-1} aria-hidden />
);

interface ShownNameProps {
  readonly value: string;
  readonly onChange: (name: string) => void;
}

const ShownName = ({ value, onChange }: ShownNameProps) => (
  <TextInput
    label={words.shownName}
    size="md"
    autoComplete="name"
    maxLength={100}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);
