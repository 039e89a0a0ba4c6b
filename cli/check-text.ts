import type { Check } from '../server/index.ts';

const MARKS: { readonly [S in Check['state']]: string } = { right: 'right', mind: 'MIND ', wrong: 'WRONG' };

/** One thing that was looked at, for a terminal. */
export const checkLine = ({ name, state, says }: Check): string =>
  `${MARKS[state]}  ${name.padEnd(11)}  ${says}`;
