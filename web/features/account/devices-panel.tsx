import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { SignInList } from '../../../server/contract/index.ts';
import { momentText } from '../../kit/numbers.ts';
import type { OwnProps } from './own-props.ts';
import { useProved } from './use-proved.tsx';
import { account } from './words.ts';
import { Wrong } from './wrong.tsx';

const words = account.devices;

/** The browsers that are signed in; each can be signed out from here. */
export function DevicesPanel({ account, me }: OwnProps) {
  const [signIns, setSignIns] = useState<SignInList['signIns']>([]);
  const { busy, wrong, run, asks } = useProved(account);
  useEffect(() => {
    let left = false;
    void account.signIns().then((said) => said.ok && !left && setSignIns(said.value.signIns));
    return () => {
      left = true;
    };
    // Whatever is done to the account, `me` is read anew after it.
  }, [account, me]);
  const end = (id?: string): void => run(() => account.endSignIn(id));
  return (
    <section className="panel" aria-labelledby="devices-title">
      <h2 id="devices-title">{words.title}</h2>
      <ul className="lines">
        {signIns.map(({ id, device, method, begunAtMs, seenAtMs, endsAtMs, isThis }) => {
          const name = device === '' ? words.unknown : device;
          return (
            <li key={id} className="line">
              <div>
                <p className="line-name">{name}</p>
                <p className="hint">{isThis ? words.this : words.seen(momentText(seenAtMs))}</p>
                <p className="hint">
                  {[
                    ...(method === undefined ? [] : [words.by[method]]),
                    words.since(momentText(begunAtMs)),
                    words.ends(momentText(endsAtMs)),
                  ].join(' · ')}
                </p>
              </div>
              {!isThis && (
                <Button
                  variant="default"
                  disabled={busy}
                  aria-label={words.endOf(name)}
                  onClick={() => end(id)}
                >
                  {words.end}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {signIns.length > 1 && (
        <div className="actions">
          <Button variant="subtle" disabled={busy} onClick={() => end()}>
            {words.endOthers}
          </Button>
        </div>
      )}
      {asks}
      <Wrong>{wrong}</Wrong>
    </section>
  );
}
