import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '@mantine/core';
import type { Clock } from '../../../devices/index.ts';
import { DeleteWithCare } from '../../kit/delete-with-care.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { Vault } from '../../storage/vault/index.ts';
import { BackupPanel } from './backup-panel.tsx';
import { CardsPanel } from './cards-panel.tsx';
import './journal.css';
import { key as words } from './key-words.ts';
import { OpenVault } from './open-vault.tsx';
import { PassphrasePanel } from './passphrase-panel.tsx';
import { PhrasePanel } from './phrase-panel.tsx';
import { journal } from './words.ts';

interface KeyScreenProps {
  readonly vault: Vault;
  readonly clock: Clock;
}

/** Everything about the one key, in one calm place: before anything is lost, and for the day on which it is. */
export function KeyScreen({ vault, clock }: KeyScreenProps) {
  const state = useBehavior(vault.state$);
  const openedBy = useBehavior(vault.openedBy$);
  const [deleted, setDeleted] = useState(false);
  const line = { none: words.none, unavailable: words.unavailable, locked: undefined, open: undefined }[
    state
  ];
  return (
    <div className="narrow key-screen">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {line && <p className="notice">{line}</p>}
      {state === 'open' && (
        <p className="notice">{openedBy === 'passphrase' ? words.passphraseOn : words.device}</p>
      )}
      {state === 'locked' && <OpenVault vault={vault} />}
      {(state === 'open' || state === 'none') && <PhrasePanel vault={vault} clock={clock} />}
      {state === 'open' && <PassphrasePanel vault={vault} />}
      {state !== 'unavailable' && <BackupPanel vault={vault} clock={clock} />}
      {state === 'open' && <CardsPanel vault={vault} clock={clock} />}
      {(state === 'open' || state === 'locked') && (
        <DeleteWithCare
          words={words.gone}
          onDelete={() => void vault.destroy().then(() => setDeleted(true))}
        />
      )}
      <p role="status">{deleted && words.gone.deleted}</p>
      <div className="actions">
        <Button variant="default" component={Link} href="/write/journal">
          {journal.back}
        </Button>
      </div>
    </div>
  );
}
