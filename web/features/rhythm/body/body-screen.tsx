import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useBehavior } from '../../../kit/use-behavior.ts';
import { BackToRhythm } from '../back-to-rhythm.tsx';
import { BodyDrawing } from './body-drawing.tsx';
import type { BodyViewModel } from './body-view-model.ts';
import { body as words, CARDS, type BodyCard, type Place } from './cards.ts';
import '../rhythm.css';

const PLACES: readonly Place[] = ['clap', 'chest', 'lap', 'stamp'];

/** Four ways to sound, and bars to play with them. */
export function BodyScreen({ body }: { body: BodyViewModel }) {
  useEffect(() => () => body.stop(), [body]);
  return (
    <div className="narrow rhythm">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <ul className="body-places">
        {PLACES.map((place) => (
          <li key={place} data-place={place}>
            <BodyDrawing place={place} />
            <h2>{words.places[place]}</h2>
            <p className="hint">{words.how[place]}</p>
          </li>
        ))}
      </ul>
      <p className="hint">{words.care}</p>
      {CARDS.map((card) => (
        <Card key={card.id} card={card} body={body} />
      ))}
      <BackToRhythm />
    </div>
  );
}

function Card({ card, body }: { card: BodyCard; body: BodyViewModel }) {
  const heard = useBehavior(body.heard$) === card.id;
  const step = useBehavior(body.step$);
  const { title, line, steps } = card;
  const text = steps.map((place) => (place ? words.places[place] : words.rest)).join(', ');
  return (
    <section className="panel body-card" aria-label={title}>
      <div className="line">
        <div>
          <h2>{title}</h2>
          <p className="hint">{line}</p>
        </div>
        <Button
          variant={heard ? 'filled' : 'default'}
          aria-label={`${heard ? words.hush : words.hear}: ${title}`}
          onClick={() => (heard ? body.stop() : body.hear(card))}
        >
          {heard ? words.hush : words.hear}
        </Button>
      </div>
      <div className="body-steps" role="img" aria-label={`${words.bar}: ${text}`}>
        {steps.map((place, i) => (
          // The same eight places in each bar: their number is their name.
          <span key={i} data-place={place ?? 'rest'} data-now={heard && step === i}>
            {place && <BodyDrawing place={place} />}
          </span>
        ))}
      </div>
    </section>
  );
}
