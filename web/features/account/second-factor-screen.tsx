import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { Link } from 'wouter';
import { FirstHeading } from '../../kit/first-heading.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import './account.css';
import type { AccountViewModel } from './account-view-model.ts';
import { CodePanel } from './code-panel.tsx';
import { factor as words } from './factor-words.ts';
import type { OwnProps } from './own-props.ts';
import { useCommand } from './use-command.ts';
import { useProved } from './use-proved.tsx';
import { account as accountWords, ways } from './words.ts';
import { Wrong } from './wrong.tsx';

/** Leads through setting up a second factor, or asks for the one that there is. */
export function SecondFactorScreen({ account }: { readonly account: AccountViewModel }) {
  const standing = useBehavior(account.standing$);
  // What was set up here stays on the screen: its recovery codes are shown once.
  const [begun, setBegun] = useState<'show' | 'set-up'>();
  if (standing.kind !== 'in')
    return (
      <div className="narrow">
        <h1 tabIndex={-1}>{words.title}</h1>
        <p>
          {accountWords.nobody} <Link href="/sign-in">{ways.signIn}</Link>
        </p>
      </div>
    );
  const { me } = standing;
  if (me.needsFactor && begun === undefined)
    setBegun(me.hasCode || me.passkeys.length > 0 ? 'show' : 'set-up');
  return (
    <div className="narrow">
      <FirstHeading>{words.title}</FirstHeading>
      {!me.needsFactor && (
        <p className="notice" role="status">
          {words.done} <Link href="/">{words.toStart}</Link>
        </p>
      )}
      {me.needsFactor && <p className="lead">{begun === 'show' ? words.show : words.lead}</p>}
      {begun === 'show' && me.needsFactor && <Show account={account} me={me} />}
      {begun === 'set-up' && (
        <>
          {me.needsFactor && account.passkeysArePossible && <NewPasskey account={account} me={me} />}
          {(me.needsFactor || me.hasCode) && <CodePanel account={account} me={me} />}
        </>
      )}
    </div>
  );
}

/** The one that there is. */
function Show({ account, me }: OwnProps) {
  const [code, setCode] = useState('');
  const { busy, wrong, run } = useCommand();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void run(() => account.proveAgain({ code: code.trim() }));
  };
  return (
    <>
      <div className="panel">
        {me.passkeys.length > 0 && account.passkeysArePossible && (
          <div className="account-form">
            <Button size="md" disabled={busy} onClick={() => void run(() => account.proveAgain('passkey'))}>
              {words.usePasskey}
            </Button>
          </div>
        )}
        {me.hasCode && (
          <form className="account-form" onSubmit={submit}>
            <TextInput
              label={words.code}
              size="md"
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              minLength={6}
              maxLength={20}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
            <Button type="submit" size="md" disabled={busy || code.trim().length < 6} aria-busy={busy}>
              {words.go}
            </Button>
          </form>
        )}
        <Wrong>{wrong}</Wrong>
      </div>
      <p className="hint">{words.lost}</p>
    </>
  );
}

function NewPasskey({ account }: OwnProps) {
  const { busy, wrong, run, asks } = useProved(account, 'second-factor');
  return (
    <section className="panel" aria-labelledby="passkey-title">
      <h2 id="passkey-title">{words.passkey}</h2>
      <p className="hint">{words.passkeyLead}</p>
      <div className="actions">
        <Button
          disabled={busy}
          aria-busy={busy}
          onClick={() => run(() => account.addPasskey(words.passkeyName))}
        >
          {words.addPasskey}
        </Button>
      </div>
      {asks}
      <Wrong>{wrong}</Wrong>
    </section>
  );
}
