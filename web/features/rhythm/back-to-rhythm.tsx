import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { rhythm } from './words.ts';

/** The way back, at the foot of a screen. */
export const BackToRhythm = () => (
  <div className="actions">
    <Button variant="default" component={Link} href="/rhythm">
      {rhythm.back}
    </Button>
  </div>
);
