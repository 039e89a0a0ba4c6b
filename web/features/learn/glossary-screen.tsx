import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Term } from './card.ts';
import { saidOf } from './find-cards.ts';
import { GLOSSARY } from './glossary.ts';
import { GradeBadge } from './grade-badge.tsx';
import './learn.css';
import { SourceList } from './source-list.tsx';
import { learn as words } from './words.ts';

/** What is said of the brain around music and addiction, each with how far it carries. */
export const GlossaryScreen = () => (
  <div className="learn learn-reading">
    <h1 tabIndex={-1}>{words.glossary}</h1>
    <p className="lead">{words.glossaryLead}</p>
    <div className="learn-terms">
      {GLOSSARY.map((term) => (
        <TermItem key={term.id} term={term} />
      ))}
    </div>
    <p className="hint">{words.outside}</p>
    <div className="actions">
      <Button variant="default" component={Link} href="/learn/cards">
        {words.toCards}
      </Button>
    </div>
  </div>
);

function TermItem({ term }: { term: Term }) {
  const { title, text } = saidOf(term);
  return (
    <article className="learn-term">
      <h2>{title}</h2>
      <GradeBadge grade={term.grade} />
      {text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <SourceList ids={term.sources} />
    </article>
  );
}
