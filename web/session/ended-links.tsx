import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { endedLinks } from './words/ended-links.ts';

interface EndedLinksProps {
  readonly sessionId: string;
  /** Something else on the screen comes first. */
  readonly areSecond?: boolean;
}

/** Where one may go once a session is over. */
export const EndedLinks = ({ sessionId, areSecond = false }: EndedLinksProps) => (
  <div className="actions">
    <Button size="lg" variant={areSecond ? 'default' : 'filled'} component={Link} href="/">
      {endedLinks.today}
    </Button>
    <Button size="lg" variant="default" component={Link} href={`/past/${sessionId}`}>
      {endedLinks.look}
    </Button>
  </div>
);
