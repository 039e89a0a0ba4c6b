import { Button } from '@mantine/core';
import { language, spoken } from '../../kit/language.ts';
import { dayText } from '../../kit/numbers.ts';
import { directory as words } from './directory-words.ts';
import { placesFor, type DirectoryEntry, type DirectoryPlace } from './directory.ts';
import './together.css';

const countryName = (country: string): string =>
  new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;

/** Where others are to be found: the person's own country first. */
export function DirectoryScreen() {
  const [here, ...others] = placesFor(navigator.language);
  return (
    <div className="narrow together">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {here && <Place place={here} />}
      <p className="notice">{words.none}</p>
      <details className="details">
        <summary>{words.elsewhere}</summary>
        <div className="details-body">
          {others.map((place) => (
            <Place key={place.country} place={place} />
          ))}
        </div>
      </details>
      <p className="hint">{words.care}</p>
    </div>
  );
}

const Place = ({ place: { country, entries, checkedOn } }: { place: DirectoryPlace }) => (
  <section className="panel" aria-label={countryName(country)}>
    <h2>{countryName(country)}</h2>
    <ul className="lines">
      {entries.map((entry) => (
        <EntryLine key={entry.name} entry={entry} />
      ))}
    </ul>
    <p className="hint">{words.checked(dayText(Date.parse(`${checkedOn}T12:00`)))}</p>
  </section>
);

const EntryLine = ({ entry: { kind, name, what, number, web, seen } }: { entry: DirectoryEntry }) => (
  <li className="line">
    <div>
      <p className="hint">{words.kinds[kind]}</p>
      <p className="line-name">{name}</p>
      <p>{spoken(what)}</p>
      <p className="hint">
        {web && (
          <>
            <a className="directory-web" href={`https://${web}`} rel="noreferrer noopener" target="_blank">
              {web}
            </a>
            {' · '}
          </>
        )}
        {words.seen(seen)}
      </p>
    </div>
    {number && (
      <Button
        component="a"
        variant="default"
        className="directory-call"
        href={`tel:${number.replace(/[^+\d]/g, '')}`}
        aria-label={`${words.call} ${name}, ${number}`}
      >
        {number}
      </Button>
    )}
  </li>
);
