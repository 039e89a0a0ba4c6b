import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { endedLinks } from './words/ended-links.ts';

/** Where one may go once a session is over. */
export const EndedLinks = ({ sessionId }: { readonly sessionId: string }) => (
  <div className="actions">
    <Button size="lg" component={Link} href="/">
      {endedLinks.today}
    </Button>
    <Button size="lg" variant="default" component={Link} href={`/past/${sessionId}`}>
      {endedLinks.look}
    </Button>
  </div>
);
