import { Button } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { Clock } from '../../../devices/index.ts';
import { saveFile } from '../../kit/save-file.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import { VaultError, type Vault } from '../../storage/vault/index.ts';
import { dayOf } from './entry.ts';
import { key, restoredText } from './key-words.ts';
import { PaperField } from './open-vault.tsx';

const words = key.backup;

interface BackupProps {
  readonly vault: Vault;
  readonly clock: Clock;
}

/** How old the last copy is, a new one, and one put in. */
export function BackupPanel({ vault, clock }: BackupProps) {
  const { backupAtMs } = useBehavior(vault.care$);
  const state = useBehavior(vault.state$);
  const [said, setSaid] = useState<'saved' | 'incomplete' | 'failed'>();
  const save = async (leaveOut: boolean): Promise<void> => {
    try {
      const copy = await vault.backup(leaveOut);
      saveFile(`attune-copy-${dayOf(clock())}.json`, copy, 'application/json');
      await vault.remember({ backupAtMs: clock() });
      setSaid('saved');
    } catch (cause) {
      setSaid(cause instanceof VaultError && cause.code === 'unreadable' ? 'incomplete' : 'failed');
    }
  };
  return (
    <section className="panel" aria-labelledby="backup-title">
      <h2 id="backup-title">{words.title}</h2>
      <p>{words.lead}</p>
      <p>{backupAtMs === undefined ? words.never : words.last(backupAtMs)}</p>
      <p className="hint">{words.clears}</p>
      {state === 'open' && (
        <div className="actions">
          <Button variant="default" onClick={() => void save(false)}>
            {words.save}
          </Button>
          {said === 'incomplete' && (
            <Button variant="subtle" onClick={() => void save(true)}>
              {words.without}
            </Button>
          )}
        </div>
      )}
      <p role="status">{said && words[said]}</p>
      <details>
        <summary>{words.put}</summary>
        <PutIn vault={vault} clock={clock} />
      </details>
    </section>
  );
}

function PutIn({ vault, clock }: BackupProps) {
  const [file, setFile] = useState<File>();
  const [phrase, setPhrase] = useState('');
  const [said, setSaid] = useState('');
  const add = async (): Promise<void> => {
    try {
      const came = await vault.restore((await file?.text()) ?? '', { phrase });
      setSaid(came.kind === 'wrong-key' ? words.wrongKey : restoredText(came.added, came.already));
      // All twelve words have just been typed back from paper; a vault that had others is not opened by them.
      if (came.kind === 'restored' && (await vault.phrase()).join(' ') === phrase.trim().toLowerCase())
        await vault.remember({ rehearsedAtMs: clock() });
    } catch (cause) {
      setSaid(cause instanceof VaultError ? saidOf(cause) : words.failed);
    }
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void add();
  };
  return (
    <form className="key-form" onSubmit={submit}>
      <label className="file-field">
        <span>{words.file}</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ target }) => setFile(target.files?.[0] ?? undefined)}
        />
      </label>
      <PaperField label={words.phrase} value={phrase} onChange={setPhrase} />
      <Button type="submit" variant="default" disabled={!file || phrase.trim() === ''}>
        {words.add}
      </Button>
      <p role="status">{said}</p>
    </form>
  );
}

const saidOf = ({ code }: VaultError): string => {
  if (code === 'not-understood' || code === 'unreadable') return words.notUnderstood;
  return code === 'locked' ? words.locked : words.failed;
};
