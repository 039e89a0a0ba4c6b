import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { after } from '../app/words.ts';

/** The way back, at the foot of a screen. */
export const HomeLink = () => (
  <Button variant="default" component={Link} href="/">
    {after.home}
  </Button>
);
