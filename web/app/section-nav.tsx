import { Link } from 'wouter';
import { SECTIONS, type Section } from '../kit/sections.ts';
import { addressOf } from './section-of.ts';
import { sections } from './words.ts';

/** As many as a thumb can choose from, with the way to the others beside them. */
const UNDER_THE_THUMB: readonly Section[] = ['today', 'music', 'write'];

/** The sections that a phone shows at the address of "More". */
export const MORE = SECTIONS.filter((section) => !UNDER_THE_THUMB.includes(section));

/** The sections: at the side on a desk, under the thumb on a phone. */
export const SectionNav = ({ here }: { readonly here: Section | 'more' | undefined }) => (
  <nav className="sections" aria-label={sections.title}>
    {SECTIONS.map((section) => (
      <SectionLink
        key={section}
        icon={section}
        to={addressOf(section)}
        label={sections.titles[section]}
        className={UNDER_THE_THUMB.includes(section) ? '' : 'section-far'}
        isHere={section === here}
      />
    ))}
    <SectionLink
      icon="more"
      to="/more"
      label={sections.more}
      className="section-more"
      isHere={here === 'more' || MORE.some((section) => section === here)}
    />
  </nav>
);

interface SectionLinkProps {
  readonly icon: string;
  readonly to: string;
  readonly label: string;
  readonly className: string;
  readonly isHere: boolean;
}

const SectionLink = ({ icon, to, label, className, isHere }: SectionLinkProps) => (
  <Link href={to} className={`section-link ${className}`} aria-current={isHere ? 'page' : undefined}>
    <svg className="section-icon" aria-hidden="true">
      <use href={`icons.svg#${icon}`} />
    </svg>
    <span>{label}</span>
  </Link>
);
