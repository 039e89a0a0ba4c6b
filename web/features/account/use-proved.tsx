import { Button, TextInput } from '@mantine/core';
import { useMemo, useState, type ReactNode, type SyntheticEvent } from 'react';
import type { Said } from './account-api.ts';
import { ProviderButton } from './provider-button.tsx';
import type { AccountViewModel, SentFor, Shown } from './account-view-model.ts';
import { useCommand } from './use-command.ts';
import { account } from './words.ts';
import { whyText, Wrong } from './wrong.tsx';

const words = account.proof;

interface Proved {
  readonly busy: boolean;
  readonly wrong: string;
  /** Does it, at once or after the person has shown once more who they are. */
  readonly run: <T>(work: () => Promise<Said<T>>, onDone?: (value: T) => void) => void;
  /** Where the person is asked; `undefined` while they are not. */
  readonly asks: ReactNode;
}

/** What may need that the person shows once more who they are. */
export function useProved(model: AccountViewModel, back: Back = 'account'): Proved {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');
  const [pending, setPending] = useState<() => void>();
  const run: Proved['run'] = (work, onDone) => {
    setBusy(true);
    setWrong('');
    setPending(undefined);
    void work().then((said) => {
      setBusy(false);
      if (said.ok) onDone?.(said.value);
      else if (said.why === 'prove-again') setPending(() => () => run(work, onDone));
      else setWrong(whyText(said));
    });
  };
  const asks = pending && (
    <ProveAgain model={model} back={back} onProved={pending} onCancel={() => setPending(undefined)} />
  );
  return { busy, wrong, run, asks };
}

type Back = Extract<SentFor, { readonly kind: 'proof' }>['back'];

interface ProveAgainProps {
  readonly model: AccountViewModel;
  readonly back: Back;
  readonly onProved: () => void;
  readonly onCancel: () => void;
}

function ProveAgain({ model, back, onProved, onCancel }: ProveAgainProps) {
  const [password, setPassword] = useState('');
  const { busy, wrong, run } = useCommand();
  const sentFor = useMemo(() => ({ kind: 'proof' as const, back }), [back]);
  const { value: standing } = model.standing$;
  const me = standing.kind === 'in' ? standing.me : undefined;
  const prove = (shown: Shown): void =>
    void run(() => model.proveAgain(shown)).then((done) => {
      if (done) onProved();
    });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    prove({ password });
  };
  return (
    <form className="notice account-proof" role="group" aria-label={words.title} onSubmit={submit}>
      <p>
        <strong>{words.title}</strong> {words.lead}
      </p>
      {me?.hasPassword && (
        <TextInput
          type="password"
          label={words.password}
          size="md"
          autoComplete="current-password"
          data-autofocus
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      )}
      <div className="actions">
        {me?.hasPassword && (
          <Button type="submit" disabled={busy || password === ''}>
            {words.go}
          </Button>
        )}
        {model.passkeysArePossible && (me?.passkeys.length ?? 0) > 0 && (
          <Button variant="default" disabled={busy} onClick={() => prove('passkey')}>
            {words.passkey}
          </Button>
        )}
        {me?.provider && <ProviderButton account={model} sentFor={sentFor} variant="default" />}
        <Button variant="subtle" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
      <Wrong>{wrong}</Wrong>
    </form>
  );
}
