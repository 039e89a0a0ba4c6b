import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { Secret, Vault } from '../../storage/vault/index.ts';
import './journal.css';
import { key } from './key-words.ts';

const words = key.open;

/** In place of what is locked: the passphrase, or what is on paper. */
export function OpenVault({ vault }: { vault: Vault }) {
  const openedBy = useBehavior(vault.openedBy$);
  return (
    <section className="panel lock" aria-label={words.title}>
      <svg className="lock-picture" viewBox="0 0 48 48" aria-hidden="true">
        <rect x="10" y="21" width="28" height="20" rx="5" />
        <path d="M16 21v-6a8 8 0 0 1 16 0v6" />
        <circle cx="24" cy="31" r="2.5" />
      </svg>
      {openedBy === 'passphrase' ? <ByPassphrase vault={vault} /> : <p>{words.noKey}</p>}
      <details open={openedBy !== 'passphrase'}>
        <summary>{words.other}</summary>
        <ByPaper vault={vault} />
      </details>
    </section>
  );
}

/** What came of trying. */
type Tried = 'trying' | 'wrong' | 'failed' | undefined;

function ByPassphrase({ vault }: { vault: Vault }) {
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState<Tried>();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried('trying');
    vault.open(passphrase).then(
      (right) => setTried(right ? undefined : 'wrong'),
      () => setTried('failed'),
    );
  };
  return (
    <form className="key-form" onSubmit={submit}>
      <TextInput
        type="password"
        label={words.passphrase}
        size="md"
        autoComplete="current-password"
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <Button type="submit" disabled={passphrase === '' || tried === 'trying'}>
        {words.open}
      </Button>
      <p role="alert">{tried === 'wrong' ? words.wrong : tried === 'failed' ? words.failed : ''}</p>
    </form>
  );
}

function ByPaper({ vault }: { vault: Vault }) {
  const [phrase, setPhrase] = useState('');
  const [cards, setCards] = useState(['', '']);
  const [wrong, setWrong] = useState(false);
  const open = (secret: Secret) => (event: SyntheticEvent) => {
    event.preventDefault();
    vault.openWith(secret).then(
      (right) => setWrong(!right),
      () => setWrong(true),
    );
  };
  return (
    <div className="by-paper">
      <form className="key-form" onSubmit={open({ phrase })}>
        <PaperField label={words.words} value={phrase} onChange={setPhrase} />
        <Button type="submit" variant="default">
          {words.withWords}
        </Button>
      </form>
      <form className="key-form" onSubmit={open({ cards })}>
        {cards.map((card, i) => (
          <PaperField
            key={i}
            label={words.card(i + 1)}
            value={card}
            onChange={(said) => setCards(cards.map((one, at) => (at === i ? said : one)))}
          />
        ))}
        <Button type="submit" variant="default">
          {words.withCards}
        </Button>
      </form>
      <p role="alert">{wrong && words.wrongWords}</p>
    </div>
  );
}

interface PaperFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Words off paper: nothing that a browser should mend, complete or remember. */
export const PaperField = ({ label, value, onChange }: PaperFieldProps) => (
  <TextInput
    label={label}
    size="md"
    value={value}
    autoComplete="off"
    autoCapitalize="none"
    spellCheck={false}
    lang="en"
    onChange={(event) => onChange(event.target.value)}
  />
);
