import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { always } from './words.ts';

/** The way back, at the foot of a screen. */
export const HomeLink = () => (
  <Button variant="default" component={Link} href="/">
    {always.today}
  </Button>
);
