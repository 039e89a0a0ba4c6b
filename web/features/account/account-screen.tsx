import { Button } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { useBehavior } from '../../kit/use-behavior.ts';
import './account.css';
import type { AccountViewModel } from './account-view-model.ts';
import { CodePanel } from './code-panel.tsx';
import { DevicesPanel } from './devices-panel.tsx';
import type { OwnProps } from './own-props.ts';
import { PasskeysPanel } from './passkeys-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { useCommand } from './use-command.ts';
import { factor } from './factor-words.ts';
import { ProviderPanel } from './provider-panel.tsx';
import { account as words, roles, ways } from './words.ts';
import { Wrong } from './wrong.tsx';

/** How one signs in, and where one is. */
export function AccountScreen({ account }: { readonly account: AccountViewModel }) {
  const standing = useBehavior(account.standing$);
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      {standing.kind === 'in' ? (
        standing.me.needsFactor ? (
          <p>
            {factor.before} <Link href="/second-factor">{ways.factor}</Link>
          </p>
        ) : (
          <Own account={account} me={standing.me} />
        )
      ) : (
        <p>
          {words.nobody} <Link href="/sign-in">{ways.signIn}</Link>
        </p>
      )}
    </div>
  );
}

function Own({ account, me }: OwnProps) {
  const { busy, wrong, run } = useCommand();
  const [, navigate] = useLocation();
  return (
    <>
      <p className="lead">{words.who(me.shownName, me.signInName, roles[me.role])}</p>
      <DevicesPanel account={account} me={me} />
      <PasskeysPanel account={account} me={me} />
      <PasswordPanel account={account} me={me} />
      <CodePanel account={account} me={me} />
      <ProviderPanel account={account} me={me} />
      <section className="panel" aria-label={words.signOut}>
        <p className="hint">{words.signOutHint}</p>
        <div className="actions">
          <Button
            variant="default"
            disabled={busy}
            onClick={() => void run(() => account.signOut()).then((done) => done && navigate('/sign-in'))}
          >
            {words.signOut}
          </Button>
        </div>
        <Wrong>{wrong}</Wrong>
      </section>
    </>
  );
}
