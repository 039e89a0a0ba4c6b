import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { FirstHeading } from '../../kit/first-heading.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import './account.css';
import type { RouteParams } from '../../session/feature.ts';
import type { Said } from './account-api.ts';
import type { AccountViewModel } from './account-view-model.ts';
import { useCommand } from './use-command.ts';
import { ProviderButton } from './provider-button.tsx';
import { turned } from './provider-words.ts';
import { signIn as words } from './words.ts';
import { Wrong } from './wrong.tsx';

interface SignInProps {
  readonly account: AccountViewModel;
  readonly params: RouteParams;
}

/** Name and password, then a code where there is an app for it; or a passkey. */
export function SignInScreen({ account, params }: SignInProps) {
  const standing = useBehavior(account.standing$);
  const { came: cameWith = '' } = params;
  const [needsCode, setNeedsCode] = useState(cameWith === 'code');
  const [, navigate] = useLocation();
  const came = (next: 'in' | 'code' | undefined): void => {
    if (next === 'code') setNeedsCode(true);
    if (next === 'in') navigate(needsFactor(account) ? '/second-factor' : '/');
  };
  if (standing.kind === 'in')
    return (
      <div className="narrow">
        <h1 tabIndex={-1}>{words.title}</h1>
        <Turned came={cameWith} />
        <p>{words.already(standing.me.shownName)}</p>
        <Link href="/account">{words.toAccount}</Link>
      </div>
    );
  return needsCode ? (
    <Code account={account} onCame={came} />
  ) : (
    <Name account={account} cameWith={cameWith} onCame={came} />
  );
}

const needsFactor = ({ standing$: { value } }: AccountViewModel): boolean =>
  value.kind === 'in' && value.me.needsFactor;

/** Why nothing came of the clinic's own sign-in, said once the person is back. */
const Turned = ({ came }: { readonly came: string }) => {
  const why = isTurned(came) ? turned[came] : '';
  return why === '' ? undefined : (
    <p className="notice" role="alert">
      {why}
    </p>
  );
};

const isTurned = (came: string): came is keyof typeof turned => Object.hasOwn(turned, came);

interface StepProps {
  readonly account: AccountViewModel;
  readonly onCame: (next: 'in' | 'code' | undefined) => void;
}

function Name({ account, cameWith, onCame }: StepProps & { readonly cameWith: string }) {
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
      <Turned came={cameWith} />
      <div className="panel">
        <ProviderButton
          account={account}
          sentFor={SIGN_IN}
          after={<p className="account-or">{words.or}</p>}
        />
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
        <PasskeyButton account={account} busy={busy} onPress={() => go(() => account.signInByPasskey())} />
      </div>
      <p className="hint">{words.stuck}</p>
    </div>
  );
}

interface PasskeyButtonProps {
  readonly account: AccountViewModel;
  readonly busy: boolean;
  readonly onPress: () => void;
}

const PasskeyButton = ({ account, busy, onPress }: PasskeyButtonProps) =>
  account.passkeysArePossible && (
    <>
      <p className="account-or">{words.or}</p>
      <Button variant="default" size="md" disabled={busy} onClick={onPress}>
        {words.passkey}
      </Button>
    </>
  );

const SIGN_IN = { kind: 'sign-in' } as const;

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
