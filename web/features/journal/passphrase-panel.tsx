import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useBehavior } from '../../kit/use-behavior.ts';
import { LOCK_AFTER_MS, type Vault } from '../../storage/vault/index.ts';
import { key, minutesText } from './key-words.ts';

const words = key.passphrase;
const LEAST_CHARACTERS = 10;
const MINUTE_MS = 60_000;
const LOCK_CHOICES = [1, 5, 15, 60].map((minutes) => minutes * MINUTE_MS);

/** A passphrase is set, changed or given up; with one, the vault locks when nobody is there. */
export function PassphrasePanel({ vault }: { vault: Vault }) {
  const isSet = useBehavior(vault.openedBy$) === 'passphrase';
  const [editing, setEditing] = useState(false);
  const [said, setSaid] = useState('');
  const remove = () =>
    vault.removePassphrase().then(
      () => setSaid(words.removed),
      () => setSaid(words.failed),
    );
  return (
    <section className="panel" aria-labelledby="passphrase-title">
      <h2 id="passphrase-title">{words.title}</h2>
      <p>{words.lead}</p>
      {editing ? (
        <PassphraseForm
          vault={vault}
          onDone={(what) => {
            setEditing(false);
            setSaid(what);
          }}
        />
      ) : (
        <div className="actions">
          <Button variant="default" onClick={() => setEditing(true)}>
            {isSet ? words.change : words.set}
          </Button>
          {isSet && (
            <>
              <Button variant="default" onClick={() => void vault.lock()}>
                {words.lockNow}
              </Button>
              <Button variant="subtle" onClick={() => void remove()}>
                {words.remove}
              </Button>
            </>
          )}
        </div>
      )}
      {isSet && <LockAfter vault={vault} />}
      <p role="status">{said}</p>
    </section>
  );
}

function PassphraseForm({ vault, onDone }: { vault: Vault; onDone: (said: string) => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const keep = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (passphrase.trim().length < LEAST_CHARACTERS) {
      setWrong(words.short);
      return;
    }
    if (passphrase !== repeated) {
      setWrong(words.different);
      return;
    }
    setBusy(true);
    vault.setPassphrase(passphrase).then(
      () => onDone(words.done),
      () => {
        setBusy(false);
        setWrong(words.failed);
      },
    );
  };
  return (
    <form className="key-form" onSubmit={keep}>
      <TextInput
        type="password"
        label={words.new}
        size="md"
        autoComplete="new-password"
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <TextInput
        type="password"
        label={words.repeat}
        size="md"
        autoComplete="new-password"
        value={repeated}
        onChange={(event) => setRepeated(event.target.value)}
      />
      <Button type="submit" disabled={busy} aria-busy={busy}>
        {words.keep}
      </Button>
      <p role="alert">{wrong}</p>
    </form>
  );
}

function LockAfter({ vault }: { vault: Vault }) {
  const { lockAfterMs = LOCK_AFTER_MS } = useBehavior(vault.care$);
  return (
    <label className="lock-after">
      <span>{words.after}</span>
      <select
        value={String(lockAfterMs)}
        onChange={({ target: { value } }) =>
          void vault.remember({ lockAfterMs: value === 'never' ? 'never' : Number(value) })
        }
      >
        {LOCK_CHOICES.map((ms) => (
          <option key={ms} value={ms}>
            {minutesText(ms / MINUTE_MS)}
          </option>
        ))}
        <option value="never">{words.never}</option>
      </select>
      <span className="hint">{words.afterHint}</span>
    </label>
  );
}
