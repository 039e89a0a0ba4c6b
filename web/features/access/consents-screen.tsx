import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Consent, ConsentTexts } from '../../../server/contract/index.ts';
import { language } from '../../kit/language.ts';
import { momentText } from '../../kit/numbers.ts';
import type { AccessApi } from './access-api.ts';
import { consents as words, purposes, ways } from './words.ts';

type Text = ConsentTexts['texts'][number];

/** What can be agreed to, and is. Withdrawing is as easy as giving. */
export function ConsentsScreen({ api }: { readonly api: AccessApi }) {
  const [texts, setTexts] = useState<readonly Text[]>([]);
  // Absent until the service has told: nothing is said to be agreed or not before that.
  const [consents, setConsents] = useState<readonly Consent[]>();
  const [said, setSaid] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let left = false;
    void Promise.all([api.texts(), api.consents()]).then(([nextTexts, next]) => {
      if (left) return;
      if (nextTexts && next) {
        setTexts(nextTexts);
        setConsents(next);
      } else {
        setWrong(words.wrong);
      }
    });
    return () => {
      left = true;
    };
  }, [api]);
  const change = async (asked: Promise<readonly Consent[] | undefined>, done: string): Promise<void> => {
    setBusy(true);
    const next = await asked;
    setBusy(false);
    if (next) setConsents(next);
    setSaid(next ? done : '');
    setWrong(next ? '' : words.wrong);
  };
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{ways.consents}</h1>
      <p className="lead">{words.lead}</p>
      {consents &&
        texts.map((text) => (
          <ConsentPanel
            key={text.purpose}
            text={text}
            consents={consents.filter(({ purpose }) => purpose === text.purpose)}
            busy={busy}
            onGive={() =>
              void change(api.give(text.purpose, text.version), words.given(purposes[text.purpose]))
            }
            onWithdraw={() =>
              void change(api.withdraw(text.purpose), words.withdrawn(purposes[text.purpose]))
            }
          />
        ))}
      <p role="status">{said}</p>
      <p role="alert">{wrong}</p>
    </div>
  );
}

interface PanelProps {
  readonly text: Text;
  /** Of this purpose, newest first. */
  readonly consents: readonly Consent[];
  readonly busy: boolean;
  readonly onGive: () => void;
  readonly onWithdraw: () => void;
}

function ConsentPanel({ text, consents, busy, onGive, onWithdraw }: PanelProps) {
  const { title, text: body } = text[language];
  const inForce = consents.find(({ withdrawnAtMs }) => withdrawnAtMs === undefined);
  const isCurrent = inForce?.version === text.version;
  const about = `consent-${text.purpose}`;
  return (
    <section className="panel" aria-labelledby={about}>
      <h2 id={about}>{title}</h2>
      <p>{body}</p>
      <p className="hint">{words.version(text.version)}</p>
      <p>{inForce ? words.since(momentText(inForce.givenAtMs)) : words.not}</p>
      {inForce && !isCurrent && <p>{words.older}</p>}
      <div className="actions">
        {!isCurrent && (
          <Button variant="default" disabled={busy} aria-describedby={about} onClick={onGive}>
            {words.give}
          </Button>
        )}
        {inForce && (
          <Button variant="default" disabled={busy} aria-describedby={about} onClick={onWithdraw}>
            {words.withdraw}
          </Button>
        )}
      </div>
      <Past consents={consents} />
    </section>
  );
}

function Past({ consents }: { readonly consents: readonly Consent[] }) {
  const ended = consents.flatMap(({ givenAtMs, withdrawnAtMs }) =>
    withdrawnAtMs === undefined ? [] : [{ givenAtMs, withdrawnAtMs }],
  );
  if (ended.length === 0) return null;
  return (
    <details>
      <summary>{words.history}</summary>
      <ul>
        {ended.map(({ givenAtMs, withdrawnAtMs }) => (
          <li key={givenAtMs}>{words.past(momentText(givenAtMs), momentText(withdrawnAtMs))}</li>
        ))}
      </ul>
    </details>
  );
}
