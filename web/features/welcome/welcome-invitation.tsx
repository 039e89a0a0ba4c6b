import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { WelcomeViewModel } from './welcome-view-model.ts';
import { welcome as words } from './words.ts';

/** On Today, until the person has answered it once. */
export function Invitation({ welcome }: { readonly welcome: WelcomeViewModel }) {
  if (!useBehavior(welcome.isNew$)) return null;
  return (
    <section className="panel" aria-labelledby="welcome-title">
      <h2 id="welcome-title">{words.invite}</h2>
      <p className="hint">{words.inviteLine}</p>
      <div className="actions">
        <Button variant="default" component={Link} href="/welcome">
          {words.look}
        </Button>
        <Button variant="subtle" onClick={() => welcome.dismiss()}>
          {words.notNow}
        </Button>
      </div>
    </section>
  );
}
