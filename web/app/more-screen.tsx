import { behavior } from '../kit/behavior.ts';
import { MORE } from './section-nav.tsx';
import { addressOf } from './section-of.ts';
import { WayList } from './way-list.tsx';
import { sections } from './words.ts';

const ways = MORE.map((section) => ({
  section,
  to: addressOf(section),
  label: sections.titles[section],
  hint$: behavior(sections.leads[section]),
}));

/** The sections that do not fit under a thumb. */
export const MoreScreen = () => (
  <div className="section-screen">
    <h1 tabIndex={-1}>{sections.more}</h1>
    <WayList ways={ways} />
  </div>
);
