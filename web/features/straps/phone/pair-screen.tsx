import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { QrCode } from '../../../kit/qr-code.tsx';
import { useBehavior } from '../../../kit/use-behavior.ts';
import type { SourceViewModel } from '../source-view-model.ts';
import { pairViewModel } from './pair-view-model.ts';
import './phone.css';
import { relayApi } from './relay-api.ts';
import { pair as words } from './words.ts';

interface PairProps {
  readonly source: Pick<SourceViewModel, 'chooseRemembered'>;
  readonly fetch: typeof globalThis.fetch;
}

/** Shows the code that a phone is to bring; once the phone has a strap, that is the source. */
export function PairScreen({ source, fetch }: PairProps) {
  const [, go] = useLocation();
  const [pairing] = useState(() =>
    pairViewModel({
      api: relayApi(fetch),
      take: (sensor) => void source.chooseRemembered(sensor).then((taken) => taken && go('/before')),
    }),
  );
  useEffect(() => {
    pairing.begin();
    return () => pairing.stop();
  }, [pairing]);
  const state = useBehavior(pairing.pairing$);
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p role="status" className={state.at === 'joined' ? 'notice' : 'visually-hidden'}>
        {state.at === 'joined' ? words.joined : state.at === 'asking' ? words.asking : ''}
      </p>
      {state.at === 'code' && <Code pairingCode={state.pairingCode} />}
      {state.at === 'failed' && (
        <div className="notice" role="alert">
          <p>{state.why === 'signed-out' ? words.signedOut : words.trouble}</p>
          {state.why === 'signed-out' ? (
            <Link href="/sign-in">{words.signIn}</Link>
          ) : (
            <Button variant="default" onClick={() => pairing.begin()}>
              {words.again}
            </Button>
          )}
        </div>
      )}
      <div className="actions">
        <Button variant="subtle" component={Link} href="/start">
          {words.other}
        </Button>
      </div>
    </div>
  );
}

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

function Code({ pairingCode }: { readonly pairingCode: string }) {
  const address = new URL('#/sensor', document.baseURI);
  const isOnlyHere = LOOPBACK.test(address.hostname);
  return (
    <div className="panel">
      <div>
        <p>{words.type}</p>
        <p className="pairing-code figures" data-testid="pairing-code">
          <span aria-hidden="true">{`${pairingCode.slice(0, 3)} ${pairingCode.slice(3)}`}</span>
          <span className="visually-hidden">{words.codeIs(pairingCode.split('').join(' '))}</span>
        </p>
      </div>
      {isOnlyHere ? (
        <>
          <p>{words.openPlain}</p>
          <p className="notice">{words.hereOnly}</p>
        </>
      ) : (
        <div className="pairing-way">
          <p>{words.open}</p>
          <p className="pairing-address">{address.href.replace(/^https?:\/\//, '')}</p>
          <QrCode text={`${address.href}/${pairingCode}`} label={words.qr} />
        </div>
      )}
      <p className="hint">{words.once}</p>
    </div>
  );
}
