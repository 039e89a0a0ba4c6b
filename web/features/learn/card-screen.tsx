import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { RouteParams } from '../../session/feature.ts';
import type { LearnCard } from './card.ts';
import { CARDS } from './cards/index.ts';
import { saidOf } from './find-cards.ts';
import { GradeBadge } from './grade-badge.tsx';
import './learn.css';
import { SourceList } from './source-list.tsx';
import { learn as words } from './words.ts';

/** One card to read, and the ways to its neighbours. */
export function CardScreen({ params }: { params: RouteParams }) {
  const at = CARDS.findIndex(({ id }) => id === params['id']);
  const card = CARDS[at];
  return (
    <div className="learn learn-reading">
      {card ? <Card key={card.id} card={card} /> : <Gone />}
      <nav className="learn-neighbours" aria-label={words.neighbours}>
        <Neighbour label={words.earlier} card={CARDS[at - 1]} />
        <Neighbour label={words.later} card={at < 0 ? undefined : CARDS[at + 1]} />
      </nav>
      <div className="actions">
        <Button variant="default" component={Link} href="/learn/cards">
          {words.toCards}
        </Button>
      </div>
    </div>
  );
}

const Gone = () => (
  <>
    <h1 tabIndex={-1}>{words.cards}</h1>
    <p className="notice">{words.gone}</p>
  </>
);

function Card({ card }: { card: LearnCard }) {
  const { title, text } = saidOf(card);
  const heading = useRef<HTMLHeadingElement>(null);
  // The next card is on the same screen: it is read from its heading on, like a new one.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <article className="learn-card">
      <p className="learn-kicker">
        <span>{words.topics[card.topic]}</span>
        <GradeBadge grade={card.grade} />
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {text.map((paragraph) => (
        <p key={paragraph} className="learn-text">
          {paragraph}
        </p>
      ))}
      <footer>
        <p className="hint">{words.meanings[card.grade]}</p>
        {card.sources.length > 0 && (
          <>
            <SourceList ids={card.sources} />
            <p className="hint">{words.outside}</p>
          </>
        )}
      </footer>
    </article>
  );
}

const Neighbour = ({ label, card }: { label: string; card: LearnCard | undefined }) =>
  card ? (
    <Link href={`/learn/cards/${card.id}`} className="learn-neighbour">
      <span className="hint">{label}</span>
      <span className="learn-tile-title">{saidOf(card).title}</span>
    </Link>
  ) : (
    <span />
  );
