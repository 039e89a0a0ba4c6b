import { Button, TextInput } from '@mantine/core';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { useLocation } from 'wouter';
import { distinctUntilChanged, map } from 'rxjs';
import { keepAwake } from '../../../session/keep-awake.ts';
import { sensorErrors } from '../../../session/words/sensor.ts';
import { PlainPage } from '../../../kit/plain-page.tsx';
import { wakeLock } from '../../../kit/secure-only.ts';
import { useBehavior } from '../../../kit/use-behavior.ts';
import { browserSources } from '../browser-sources.ts';
import { StrapBadge } from '../strap-badge.tsx';
import { keptPairing } from './kept-pairing.ts';
import './phone.css';
import { phoneViewModel, type PhoneState, type PhoneViewModel } from './phone-view-model.ts';
import { relayApi } from './relay-api.ts';
import { phone as words } from './words.ts';

interface PhoneProps {
  readonly fetch: typeof globalThis.fetch;
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** This device as the sensor of a session on another screen: the code, the strap, and then how it goes. */
export function PhoneScreen({ fetch, params }: PhoneProps) {
  const [, go] = useLocation();
  const [phone] = useState(() =>
    phoneViewModel({
      ...{ api: relayApi(fetch), requestStrap: () => browserSources.requestStrap(), kept: keptPairing() },
    }),
  );
  const { code } = params;
  useEffect(() => {
    keepAwake(
      phone.state$.pipe(
        map(({ at }) => at === 'sending'),
        distinctUntilChanged(),
      ),
      { page: document, wakeLock: wakeLock() },
    );
    return () => phone.leave();
  }, [phone]);
  useEffect(() => {
    if (code === undefined || phone.state$.value.at !== 'code') return;
    // The code came by the picture, and is good once: a reload finds the pairing that it gave.
    void phone.join(code).then(() => {
      if (phone.state$.value.at === 'strap') go('/sensor', { replace: true });
    });
  }, [code, go, phone]);
  const state = useBehavior(phone.state$);
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <PlainPage />
      {state.at === 'gone' && (
        <p className="notice" role="status">
          {words.gone}
        </p>
      )}
      {(state.at === 'code' || state.at === 'gone') && <CodeForm phone={phone} state={state} />}
      {state.at === 'strap' && <StrapStep phone={phone} fault={state.fault} />}
      {state.at === 'sending' && <Sending phone={phone} />}
    </div>
  );
}

function CodeForm({ phone, state }: { readonly phone: PhoneViewModel; readonly state: PhoneState }) {
  const [typed, setTyped] = useState('');
  const digits = typed.replace(/\D/g, '');
  const busy = state.at === 'code' && state.busy;
  const fault = state.at === 'code' ? state.fault : undefined;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (digits.length === 6) void phone.join(digits);
  };
  return (
    <form className="panel phone-form" onSubmit={submit}>
      <TextInput
        label={words.code}
        description={words.codeHint}
        size="lg"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        required
        withAsterisk={false}
        value={typed}
        error={fault && words.faults[fault]}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" size="lg" disabled={busy || digits.length !== 6} aria-busy={busy}>
        {words.join}
      </Button>
    </form>
  );
}

interface StrapStepProps {
  readonly phone: PhoneViewModel;
  readonly fault: Extract<PhoneState, { at: 'strap' }>['fault'];
}

function StrapStep({ phone, fault }: StrapStepProps) {
  const said = fault && sensorErrors[fault];
  return (
    <section className="panel" aria-labelledby="phone-strap">
      <h2 id="phone-strap">{words.strapTitle}</h2>
      <p className="hint">{words.strapHint}</p>
      <Button size="lg" onClick={() => void phone.chooseStrap()}>
        {words.strap}
      </Button>
      {said && (
        <p className="notice" role="alert">
          <strong>{said.title}</strong> {said.advice}
        </p>
      )}
    </section>
  );
}

function Sending({ phone }: { readonly phone: PhoneViewModel }) {
  const strap = useBehavior(phone.strap$);
  const { line, waiting } = useBehavior(phone.sending$);
  const bpm = strap?.off === true ? undefined : strap?.bpm;
  return (
    <>
      <section className="panel" aria-label={strap?.name}>
        <p role="status" data-testid="sending">
          {line === 'cut' ? words.cut : words.sending}
        </p>
        {line === 'cut' && <p className="hint figures">{words.waiting(waiting)}</p>}
        <p>
          <span className="phone-rate figures" data-testid="phone-bpm">
            {bpm ?? '–'}
          </span>{' '}
          <span className="hint">{bpm === undefined ? words.unknown : words.bpm}</span>
        </p>
        <p className="hint">{strap?.name}</p>
        {strap && <StrapBadge now={strap} />}
      </section>
      <p>{wakeLock() ? words.keepOpen : words.keepLit}</p>
      <details className="phone-dark">
        <summary>{words.dark}</summary>
        <p className="hint">{words.darkHint}</p>
      </details>
      <div className="actions">
        <Button size="lg" variant="default" onClick={() => phone.stop()}>
          {words.stop}
        </Button>
      </div>
    </>
  );
}
