import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import './strap-back.css';
import { strapBack, strapBackTitle } from './strap-back-words.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { ReturnViewModel } from './return-view-model.ts';

/** After a reload in mid-session: its strap beats again, and one press goes on with it. */
export function StrapBack({ comeback }: { comeback: ReturnViewModel }) {
  const [, go] = useLocation();
  const now = useBehavior(comeback.back$);
  if (!now) return null;
  return (
    <section className="panel strap-back" aria-labelledby="strap-back-title">
      <h2 id="strap-back-title" data-testid="strap-back">
        {strapBackTitle(now)}
      </h2>
      <p className="hint">{strapBack.lead}</p>
      <Button size="lg" onClick={() => void comeback.goOn().then(() => go('/session'))}>
        {strapBack.goOn}
      </Button>
    </section>
  );
}
