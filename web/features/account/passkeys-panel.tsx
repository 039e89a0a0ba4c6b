import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { dayText, momentText } from '../../kit/numbers.ts';
import type { OwnProps } from './own-props.ts';
import { useProved } from './use-proved.tsx';
import { account } from './words.ts';
import { Wrong } from './wrong.tsx';

const words = account.passkeys;

/** Passkeys, by the names that they were given. */
export function PasskeysPanel({ account, me }: OwnProps) {
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const { busy, wrong, run, asks } = useProved(account);
  const add = (event: SyntheticEvent): void => {
    event.preventDefault();
    setSaid('');
    run(
      () => account.addPasskey(name.trim()),
      () => {
        setName('');
        setSaid(words.done);
      },
    );
  };
  return (
    <section className="panel" aria-labelledby="passkeys-title">
      <h2 id="passkeys-title">{words.title}</h2>
      <p className="hint">{words.lead}</p>
      {me.passkeys.length > 0 && (
        <Kept me={me} busy={busy} onRemove={(id) => run(() => account.removePasskey(id))} />
      )}
      {account.passkeysArePossible ? (
        <form className="account-form" onSubmit={add}>
          <TextInput
            label={words.name}
            description={words.nameHint}
            size="md"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <div className="actions">
            <Button type="submit" variant="default" disabled={busy || name.trim() === ''} aria-busy={busy}>
              {words.add}
            </Button>
          </div>
        </form>
      ) : (
        <p className="hint">{words.impossible}</p>
      )}
      {asks}
      <p role="status">{said}</p>
      <Wrong>{wrong}</Wrong>
    </section>
  );
}

interface KeptProps {
  readonly me: OwnProps['me'];
  readonly busy: boolean;
  readonly onRemove: (id: string) => void;
}

const Kept = ({ me, busy, onRemove }: KeptProps) => (
  <ul className="lines">
    {me.passkeys.map(({ id, shownName, addedAtMs, usedAtMs }) => (
      <li key={id} className="line">
        <div>
          <p className="line-name">{shownName}</p>
          <p className="hint">
            {usedAtMs === undefined ? words.added(dayText(addedAtMs)) : words.used(momentText(usedAtMs))}
          </p>
        </div>
        <Button
          variant="default"
          disabled={busy}
          aria-label={words.removeOf(shownName)}
          onClick={() => onRemove(id)}
        >
          {words.remove}
        </Button>
      </li>
    ))}
  </ul>
);
