import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { CodeSetUp } from '../../../server/contract/index.ts';
import { countText } from '../../kit/numbers.ts';
import { saveFile } from '../../kit/save-file.ts';
import type { OwnProps } from './own-props.ts';
import { QrCode } from '../../kit/qr-code.tsx';
import { useProved } from './use-proved.tsx';
import { account } from './words.ts';
import { Wrong } from './wrong.tsx';

const words = account.code;

/** An authenticator app is set up, confirmed and removed; its recovery codes are shown once. */
export function CodePanel({ account, me }: OwnProps) {
  const [setUp, setSetUp] = useState<CodeSetUp>();
  const [codes, setCodes] = useState<readonly string[]>();
  const { busy, wrong, run, asks } = useProved(account);
  const confirm = (code: string): void =>
    run(
      () => account.confirmCode(code),
      (given) => {
        setSetUp(undefined);
        setCodes(given);
      },
    );
  return (
    <section className="panel" aria-labelledby="code-title">
      <h2 id="code-title">{words.title}</h2>
      <p className="hint">{me.hasCode ? words.on : words.lead}</p>
      {codes ? (
        <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />
      ) : me.hasCode ? (
        <>
          <p>{countText(me.recoveryCodesLeft, words.left)}</p>
          <div className="actions">
            <Button
              variant="default"
              disabled={busy}
              onClick={() => run(() => account.newRecoveryCodes(), setCodes)}
            >
              {words.more}
            </Button>
            <Button variant="subtle" disabled={busy} onClick={() => run(() => account.removeCode())}>
              {words.remove}
            </Button>
          </div>
        </>
      ) : setUp ? (
        <SetUp setUp={setUp} busy={busy} onCode={confirm} />
      ) : (
        <div className="actions">
          <Button variant="default" disabled={busy} onClick={() => run(() => account.setUpCode(), setSetUp)}>
            {words.setUp}
          </Button>
        </div>
      )}
      {asks}
      <Wrong>{wrong}</Wrong>
    </section>
  );
}

interface SetUpProps {
  readonly setUp: CodeSetUp;
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
}

function SetUp({ setUp, busy, onCode }: SetUpProps) {
  const [code, setCode] = useState('');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    onCode(code);
  };
  return (
    <form className="account-form" onSubmit={submit}>
      <p>{words.scan}</p>
      <QrCode text={setUp.uri} label={words.scanAlt} />
      <p>{words.orType}</p>
      <code className="account-secret">{setUp.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      <TextInput
        label={words.confirm}
        size="md"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9 ]{6,8}"
        maxLength={8}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <div className="actions">
        <Button type="submit" disabled={busy || code.replaceAll(' ', '').length !== 6} aria-busy={busy}>
          {words.go}
        </Button>
      </div>
    </form>
  );
}

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

const RecoveryCodes = ({ codes, onKept }: RecoveryCodesProps) => (
  <div className="account-recovery" role="group" aria-labelledby="recovery-title">
    <h3 id="recovery-title">{words.recovery}</h3>
    <p>{words.recoveryLead}</p>
    <ol className="account-codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
    <div className="actions">
      <Button variant="default" onClick={() => saveFile(words.file, `${codes.join('\n')}\n`, 'text/plain')}>
        {words.save}
      </Button>
      <Button variant="default" onClick={() => window.print()}>
        {words.print}
      </Button>
      <Button onClick={onKept}>{words.kept}</Button>
    </div>
  </div>
);
