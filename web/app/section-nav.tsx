import { Link } from 'wouter';
import { SECTIONS, type Section } from '../kit/sections.ts';
import { addressOf } from './section-of.ts';
import { sections } from './words.ts';

/** The sections: at the side on a desk, under the thumb on a phone. */
export const SectionNav = ({ here }: { readonly here: Section | undefined }) => (
  <nav className="sections" aria-label={sections.title}>
    {SECTIONS.map((section) => (
      <Link
        key={section}
        href={addressOf(section)}
        className="section-link"
        aria-current={section === here ? 'page' : undefined}
      >
        <svg className="section-icon" aria-hidden="true">
          <use href={`/icons.svg#${section}`} />
        </svg>
        <span>{sections.titles[section]}</span>
      </Link>
    ))}
  </nav>
);
