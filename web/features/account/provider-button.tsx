import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { SignInWays } from '../../../server/contract/index.ts';
import type { AccountViewModel, SentFor } from './account-view-model.ts';
import { provider as words } from './provider-words.ts';
import { useCommand } from './use-command.ts';
import { Wrong } from './wrong.tsx';

interface ProviderButtonProps {
  readonly account: AccountViewModel;
  readonly sentFor: SentFor;
  readonly variant?: 'filled' | 'default';
  readonly label?: (called: string) => string;
  /** What comes between it and the next way. */
  readonly after?: ReactNode;
}

/** The way to the clinic's own sign-in; nothing where there is none. */
export function ProviderButton({
  account,
  sentFor,
  variant = 'filled',
  label = words.go,
  after,
}: ProviderButtonProps) {
  const provider = useProvider(account);
  const { busy, wrong, run } = useCommand();
  if (!provider) return undefined;
  return (
    <>
      <div className="account-form">
        <Button
          size="md"
          variant={variant}
          disabled={busy}
          aria-busy={busy}
          onClick={() => void run(() => account.goToProvider(sentFor))}
        >
          {label(provider.called)}
        </Button>
        <Wrong>{wrong}</Wrong>
      </div>
      {after}
    </>
  );
}

/** The clinic's own sign-in; absent: there is none, or nobody knows yet. */
export function useProvider(account: AccountViewModel): SignInWays['provider'] {
  const [provider, setProvider] = useState<SignInWays['provider']>();
  useEffect(() => {
    let left = false;
    void account.provider().then((found) => !left && setProvider(found));
    return () => {
      left = true;
    };
  }, [account]);
  return provider;
}
