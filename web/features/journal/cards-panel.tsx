import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Clock } from '../../../devices/index.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { Vault } from '../../storage/vault/index.ts';
import { key } from './key-words.ts';

const words = key.cards;

/** Cards for three people, two of whom can open what was written; only if one likes, and to be printed. */
export function CardsPanel({ vault, clock }: { vault: Vault; clock: Clock }) {
  const { sharedAtMs } = useBehavior(vault.care$);
  const [cards, setCards] = useState<readonly (readonly string[])[]>();
  const make = async (): Promise<void> => {
    setCards(await vault.shares());
    await vault.remember({ sharedAtMs: clock() });
  };
  return (
    <section className="panel" aria-labelledby="cards-title">
      <h2 id="cards-title">{words.title}</h2>
      <p>{words.lead}</p>
      {sharedAtMs !== undefined && <p className="hint">{words.made(sharedAtMs)}</p>}
      {cards && (
        <div className="key-cards">
          {cards.map((card, i) => (
            <article key={i} className="key-card" aria-label={words.card(i + 1)}>
              <h3>{words.card(i + 1)}</h3>
              <p>{words.says}</p>
              <ol className="phrase" lang="en" translate="no">
                {card.map((word, at) => (
                  <li key={at}>{word}</li>
                ))}
              </ol>
            </article>
          ))}
        </div>
      )}
      <div className="actions">
        {cards ? (
          <>
            <Button onClick={() => print()}>{words.print}</Button>
            <Button variant="subtle" onClick={() => setCards(undefined)}>
              {words.hide}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => void make()}>
            {words.make}
          </Button>
        )}
      </div>
    </section>
  );
}
