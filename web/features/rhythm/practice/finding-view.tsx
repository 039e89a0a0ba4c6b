import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useBehavior } from '../../../kit/use-behavior.ts';
import type { Claps } from '../input/claps-view-model.ts';
import { useKeys } from '../input/use-keys.ts';
import type { Finding } from './finding.ts';
import { PARTS } from './plan.ts';
import type { PracticeState, PracticeViewModel } from './practice-view-model.ts';
import { furtherTexts, practice as words, spreadText } from './words.ts';

/** Hands that still play as a part ends do not begin the next one. Milliseconds. */
const SETTLE_MS = 2500;

interface FindingViewProps {
  readonly practice: PracticeViewModel;
  readonly state: Extract<PracticeState, { stage: 'between' }>;
  readonly claps: Claps;
}

/** What a part showed, in words and as a ribbon; and the way on, which eyes need not look for. */
export function FindingView({ practice, state: { part, finding, next }, claps }: FindingViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    heading.current?.focus();
    const timer = setTimeout(() => setSettled(true), SETTLE_MS);
    return () => clearTimeout(timer);
  }, []);
  useKeys((key) => {
    if ((key !== 'f' && key !== 'j') || !settled || !next) return false;
    practice.begin(next);
    return true;
  });
  return (
    <>
      <p className="hint">
        {PARTS.indexOf(part) + 1} / {PARTS.length}
      </p>
      <h1 tabIndex={-1} ref={heading}>
        {words.parts[part].title}
      </h1>
      <Told finding={finding} claps={claps} />
      {next ? (
        <p className="hint">
          <strong>{words.parts[next].title}.</strong> {words.parts[next].how} {words.goOn}
        </p>
      ) : (
        <p className="lead">{words.done}</p>
      )}
      <div className="actions">
        {next && (
          <Button className="next-part" size="lg" onClick={() => practice.begin(next)}>
            {words.next}
          </Button>
        )}
        <Button variant="default" onClick={() => practice.begin(part)}>
          {words.again}
        </Button>
        <Button variant="subtle" onClick={() => practice.leave()}>
          {words.finish}
        </Button>
      </div>
    </>
  );
}

function Told({ finding, claps }: { finding: Finding; claps: Claps }) {
  const listens = useBehavior(claps.on$);
  const loop = useBehavior(claps.loop$);
  return (
    <section className="panel finding" aria-label={words.steady} data-testid="finding">
      <h2>{words.steady}</h2>
      {'ms' in finding.spread && <Ribbon ms={finding.spread.ms} />}
      <p
        className="finding-spread"
        data-spread={'ms' in finding.spread ? finding.spread.ms : undefined}
        data-n={finding.spread.n}
        data-asynchrony={'ms' in finding.asynchrony ? finding.asynchrony.ms : undefined}
      >
        {spreadText(finding)}
      </p>
      {furtherTexts(finding).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {listens && <p className="hint">{words.loops[loop]}</p>}
    </section>
  );
}

/** Widest spread that is drawn, ms; beyond it the ribbon grows no more. */
const WIDEST_MS = 120;

/** A band as wide as the taps vary: narrow is even. The words beneath say the same. */
function Ribbon({ ms }: { ms: number }) {
  const half = 3 + (26 * Math.min(ms, WIDEST_MS)) / WIDEST_MS;
  const wave = (side: number): string =>
    Array.from({ length: 33 }, (_, i) => {
      const x = 10 * i;
      const y = 36 + side * half * (0.82 + 0.18 * Math.sin(i * 0.9 + side));
      return `${x} ${y.toFixed(1)}`;
    }).join(' L');
  return (
    <svg className="ribbon" viewBox="0 0 320 72" aria-hidden="true" preserveAspectRatio="none">
      <path className="ribbon-band" d={`M${wave(-1)} L${wave(1).split(' L').toReversed().join(' L')} Z`} />
      <path className="ribbon-middle" d="M0 36 H320" />
    </svg>
  );
}
