import { Button } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { OwnProps } from './own-props.ts';
import { lengthOf, PasswordField, SHORTEST } from './password-field.tsx';
import { useProved } from './use-proved.tsx';
import { account } from './words.ts';
import { Wrong } from './wrong.tsx';

const words = account.password;

/** A password is set or changed. */
export function PasswordPanel({ account, me }: OwnProps) {
  const [editing, setEditing] = useState(false);
  const [password, setPassword] = useState('');
  const [said, setSaid] = useState('');
  const { busy, wrong, run, asks } = useProved(account);
  const keep = (event: SyntheticEvent): void => {
    event.preventDefault();
    run(
      () => account.setPassword(password),
      () => {
        setEditing(false);
        setPassword('');
        setSaid(words.kept);
      },
    );
  };
  return (
    <section className="panel" aria-labelledby="password-title">
      <h2 id="password-title">{words.title}</h2>
      <p className="hint">
        {me.hasPassword ? words.has : me.passkeys.length > 0 ? words.none : words.unneeded}
      </p>
      {editing ? (
        <form className="account-form" onSubmit={keep}>
          <input
            className="account-unseen"
            autoComplete="username"
            value={me.signInName}
            readOnly
            tabIndex={-1}
            aria-hidden
          />
          <PasswordField value={password} onChange={setPassword} />
          <div className="actions">
            <Button type="submit" disabled={busy || lengthOf(password) < SHORTEST} aria-busy={busy}>
              {words.keep}
            </Button>
            <Button variant="subtle" onClick={() => setEditing(false)}>
              {words.cancel}
            </Button>
          </div>
        </form>
      ) : (
        <div className="actions">
          <Button variant="default" onClick={() => setEditing(true)}>
            {me.hasPassword ? words.change : words.set}
          </Button>
        </div>
      )}
      {asks}
      <p role="status">{said}</p>
      <Wrong>{wrong}</Wrong>
    </section>
  );
}
