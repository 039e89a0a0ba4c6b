import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { FirstHeading } from '../../kit/first-heading.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import './account.css';
import type { Said } from './account-api.ts';
import type { AccountViewModel } from './account-view-model.ts';
import { useCommand } from './use-command.ts';
import { signIn as words } from './words.ts';
import { Wrong } from './wrong.tsx';

/** Name and password, then a code where there is an app for it; or a passkey. */
export function SignInScreen({ account }: { readonly account: AccountViewModel }) {
  const standing = useBehavior(account.standing$);
  const [needsCode, setNeedsCode] = useState(false);
  const [, navigate] = useLocation();
  const came = (next: 'in' | 'code' | undefined): void => {
    if (next === 'code') setNeedsCode(true);
    if (next === 'in') navigate('/');
  };
  if (standing.kind === 'in')
    return (
      <div className="narrow">
        <h1 tabIndex={-1}>{words.title}</h1>
        <p>{words.already(standing.me.shownName)}</p>
        <Link href="/account">{words.toAccount}</Link>
      </div>
    );
  return needsCode ? <Code account={account} onCame={came} /> : <Name account={account} onCame={came} />;
}

interface StepProps {
  readonly account: AccountViewModel;
  readonly onCame: (next: 'in' | 'code' | undefined) => void;
}

function Name({ account, onCame }: StepProps) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { busy, wrong, run } = useCommand();
  const go = (work: () => Promise<Said<'in' | 'code'>>): void => void run(work).then(onCame);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    go(() => account.signIn(name, password));
  };
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <div className="panel">
        <form className="account-form" onSubmit={submit}>
          <TextInput
            label={words.name}
            description={words.nameHint}
            size="md"
            autoComplete="username webauthn"
            autoCapitalize="none"
            spellCheck={false}
            required
            withAsterisk={false}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <TextInput
            type="password"
            label={words.password}
            size="md"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button type="submit" size="md" disabled={busy} aria-busy={busy}>
            {words.go}
          </Button>
          <Wrong>{wrong}</Wrong>
        </form>
        {account.passkeysArePossible && (
          <>
            <p className="account-or">{words.or}</p>
            <Button
              variant="default"
              size="md"
              disabled={busy}
              onClick={() => go(() => account.signInByPasskey())}
            >
              {words.passkey}
            </Button>
          </>
        )}
      </div>
      <p className="hint">{words.stuck}</p>
    </div>
  );
}

function Code({ account, onCame }: StepProps) {
  const [code, setCode] = useState('');
  const { busy, wrong, run } = useCommand();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void run(() => account.signInByCode(code.trim())).then(onCame);
  };
  return (
    <div className="narrow">
      <FirstHeading>{words.codeTitle}</FirstHeading>
      <p className="lead">{words.codeLead}</p>
      <form className="panel account-form" onSubmit={submit}>
        <TextInput
          label={words.code}
          size="md"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          minLength={6}
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button type="submit" size="md" disabled={busy} aria-busy={busy}>
          {words.go}
        </Button>
        <Wrong>{wrong}</Wrong>
      </form>
    </div>
  );
}
