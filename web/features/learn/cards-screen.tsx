import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { GRADES, TOPICS, type Grade, type LearnCard } from './card.ts';
import { CARDS } from './cards/index.ts';
import { finderOver, saidOf } from './find-cards.ts';
import { GradeBadge } from './grade-badge.tsx';
import './learn.css';
import { foundText, learn as words } from './words.ts';

/** All cards by topic, narrowed by words and by how sure they are. What is read is remembered nowhere. */
export function CardsScreen() {
  const [query, setQuery] = useState('');
  const [grade, setGrade] = useState<Grade>();
  const find = useMemo(() => finderOver(CARDS), []);
  const shown = find({ query, grade });
  return (
    <div className="learn">
      <h1 tabIndex={-1}>{words.cards}</h1>
      <p className="lead">{words.cardsLead}</p>
      <div className="learn-find" role="search">
        <TextInput
          type="search"
          label={words.search}
          size="md"
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <GradeFilter grade={grade} onGrade={setGrade} />
        <p className="hint" role="status">
          {shown.length === 0 ? words.none : foundText(shown.length)}
        </p>
      </div>
      {TOPICS.map((topic) => (
        <CardList
          key={topic}
          title={words.topics[topic]}
          cards={shown.filter((card) => card.topic === topic)}
        />
      ))}
      <Meanings />
      <p className="hint">{words.limits}</p>
    </div>
  );
}

function CardList({ title, cards }: { title: string; cards: readonly LearnCard[] }) {
  if (cards.length === 0) return null;
  return (
    <section className="learn-topic">
      <h2>{title}</h2>
      <ul className="learn-cards">
        {cards.map((card) => (
          <li key={card.id}>
            <Link href={`/learn/cards/${card.id}`} className="learn-tile">
              <span className="learn-tile-title">{saidOf(card).title}</span>
              <GradeBadge grade={card.grade} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface GradeFilterProps {
  readonly grade: Grade | undefined;
  readonly onGrade: (grade: Grade | undefined) => void;
}

const GradeFilter = ({ grade, onGrade }: GradeFilterProps) => (
  <div className="chips" role="group" aria-label={words.filter}>
    {[undefined, ...GRADES].map((one) => (
      <button
        key={one ?? 'all'}
        type="button"
        className="learn-chip"
        aria-pressed={grade === one}
        onClick={() => onGrade(one)}
      >
        {one === undefined ? words.all : <GradeBadge grade={one} />}
      </button>
    ))}
  </div>
);

/** The one place where the grades are explained. */
const Meanings = () => (
  <section className="panel" aria-labelledby="learn-meanings">
    <h2 id="learn-meanings">{words.gradesTitle}</h2>
    <dl className="learn-meanings">
      {GRADES.map((grade) => (
        <div key={grade}>
          <dt>
            <GradeBadge grade={grade} />
          </dt>
          <dd>{words.meanings[grade]}</dd>
        </div>
      ))}
    </dl>
  </section>
);
