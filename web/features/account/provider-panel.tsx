import { Button } from '@mantine/core';
import { dayText } from '../../kit/numbers.ts';
import type { OwnProps } from './own-props.ts';
import { useProvider } from './provider-button.tsx';
import { provider as words } from './provider-words.ts';
import { useProved } from './use-proved.tsx';
import { Wrong } from './wrong.tsx';

/** The clinic's own sign-in is connected with the account, or parted from it. */
export function ProviderPanel({ account, me }: OwnProps) {
  const provider = useProvider(account);
  const { busy, wrong, run, asks } = useProved(account);
  if (!provider) return undefined;
  return (
    <section className="panel" aria-labelledby="provider-title">
      <h2 id="provider-title">{provider.called}</h2>
      <p className="hint">{me.provider ? words.connected(dayText(me.provider.linkedAtMs)) : words.connect}</p>
      <div className="actions">
        {me.provider ? (
          <Button variant="subtle" disabled={busy} onClick={() => run(() => account.disconnect())}>
            {words.disconnect}
          </Button>
        ) : (
          <Button
            variant="default"
            disabled={busy}
            onClick={() => run(() => account.goToProvider({ kind: 'connect' }))}
          >
            {words.doConnect(provider.called)}
          </Button>
        )}
      </div>
      {asks}
      <Wrong>{wrong}</Wrong>
    </section>
  );
}
