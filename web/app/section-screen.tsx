import type { Section } from '../kit/sections.ts';
import type { Way } from '../session/feature.ts';
import { WayList } from './way-list.tsx';
import { sections } from './words.ts';

interface SectionScreenProps {
  readonly section: Section;
  readonly ways: readonly Way[];
}

/** A section without a screen of its own: what can be done in it. */
export const SectionScreen = ({ section, ways }: SectionScreenProps) => (
  <div className="section-screen">
    <h1 tabIndex={-1}>{sections.titles[section]}</h1>
    <p className="lead">{sections.leads[section]}</p>
    <WayList ways={ways.filter((way) => way.section === section)} />
  </div>
);
