import type { Section } from '../kit/sections.ts';
import { Brought } from './brought.tsx';
import type { App } from './composed.ts';
import { WayList } from './way-list.tsx';
import { sections } from './words.ts';

interface SectionScreenProps {
  readonly section: Section;
  readonly app: Pick<App, 'ways' | 'panels'>;
}

/** A section: what can be done in it, then what features show of it. */
export const SectionScreen = ({ section, app }: SectionScreenProps) => (
  <div className="section-screen">
    <h1 tabIndex={-1}>{sections.titles[section]}</h1>
    <p className="lead">{sections.leads[section]}</p>
    <WayList ways={app.ways.filter((way) => way.section === section)} />
    <Brought parts={app.panels[section] ?? []} />
  </div>
);
