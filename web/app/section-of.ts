import { SECTIONS, type Section } from '../kit/sections.ts';
import type { Way } from '../session/feature.ts';

/** The address of a section. */
export const addressOf = (section: Section): string => (section === 'today' ? '/' : `/${section}`);

/** What Today leads to, all the way through a session. */
const OF_TODAY = new Set(['/start', '/before', '/session']);

/** The section whose screen, or one of whose screens, is at this address; absent: it belongs to none. */
export function sectionOf(
  location: string,
  ways: readonly Pick<Way, 'to' | 'section'>[],
): Section | undefined {
  if (OF_TODAY.has(location)) return 'today';
  const own = SECTIONS.find((section) => addressOf(section) === location);
  return own ?? ways.find(({ to }) => location === to || location.startsWith(`${to}/`))?.section;
}
