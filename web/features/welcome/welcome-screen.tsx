import { Button } from '@mantine/core';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ErrorBoundary } from '../../kit/error-boundary.tsx';
import { lazily } from '../../kit/lazily.tsx';
import type { Feature, RouteParams, WelcomeStep } from '../../session/feature.ts';
import { STEPS, type WelcomeViewModel } from './welcome-view-model.ts';
import './welcome.css';
import { welcome as words } from './words.ts';

interface WelcomeProps {
  readonly welcome: WelcomeViewModel;
  readonly cards: readonly NonNullable<Feature['welcome']>[];
  readonly params: RouteParams;
}

/** One card at an address of its own, so that the browser's way back is the way back. */
export function WelcomeScreen({ welcome, cards, params }: WelcomeProps) {
  const at = Math.max(
    0,
    STEPS.findIndex((step) => step === params['step']),
  );
  const step = STEPS[at]!;
  const next = STEPS[at + 1];
  const [, go] = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [step]);
  const leave = (): void => {
    welcome.dismiss();
    go('/');
  };
  const goOn = (): void => (next ? go(`/welcome/${next}`) : leave());
  return (
    <div className="narrow welcome">
      <ol className="welcome-dots" aria-hidden="true">
        {STEPS.map((one, i) => (
          <li key={one} data-at={i === at} />
        ))}
      </ol>
      <h1 ref={heading} tabIndex={-1}>
        <span className="visually-hidden">{words.step(at + 1, STEPS.length)}: </span>
        {words.steps[step].title}
      </h1>
      <p className="lead">{words.steps[step].lead}</p>
      {step === 'about' && <About />}
      <Cards key={step} step={step} cards={cards} />
      <div className="actions">
        <Button size="lg" onClick={goOn}>
          {next ? words.next : words.done}
        </Button>
        {at > 0 && (
          <Button size="lg" variant="default" component={Link} href={`/welcome/${STEPS[at - 1]!}`}>
            {words.back}
          </Button>
        )}
        {next && (
          <Button size="lg" variant="subtle" onClick={leave}>
            {words.later}
          </Button>
        )}
      </div>
    </div>
  );
}

const About = () => (
  <>
    <section className="welcome-about">
      <h2>{words.isTitle}</h2>
      <ul className="points">
        {words.is.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <h2>{words.isNotTitle}</h2>
      <ul className="points">
        {words.isNot.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
    <h2>{words.consentTitle}</h2>
    <p className="hint">{words.kept}</p>
  </>
);

/** What features put on this card. */
function Cards({ step, cards }: { readonly step: WelcomeStep; readonly cards: WelcomeProps['cards'] }) {
  const [parts] = useState(() => cards.flatMap((brought) => brought[step] ?? []).map(lazily));
  return parts.map((Brought, i) => (
    <ErrorBoundary key={i} instead={null}>
      <Suspense fallback={null}>
        <Brought />
      </Suspense>
    </ErrorBoundary>
  ));
}
