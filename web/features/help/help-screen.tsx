import { Button } from '@mantine/core';
import { placesFor, type CrisisPlace } from './crisis-lines.ts';
import './help.css';
import { help } from './words.ts';
import type { ContactViewModel } from './contact-view-model.ts';
import { dayText } from '../../kit/numbers.ts';
import { PlainPage } from '../../kit/plain-page.tsx';
import { Grounding } from '../../kit/grounding.tsx';
import { MyPerson } from './my-person.tsx';

/** The crisis card: numbers that can be pressed, a person, the senses. Works without network and without an account. */
export function HelpScreen({ contact }: { contact: ContactViewModel }) {
  const [here, ...others] = placesFor(navigator.language);
  return (
    <div className="narrow help">
      <h1 tabIndex={-1}>{help.title}</h1>
      <p className="lead">{help.lead}</p>
      {here && <Place place={here} />}
      <MyPerson contact={contact} />
      <Grounding />
      <p className="notice">{help.withdrawal}</p>
      <details className="details">
        <summary>{help.elsewhere}</summary>
        <div className="details-body">
          {others.map((place) => (
            <Place key={place.place} place={place} />
          ))}
        </div>
      </details>
      <PlainPage />
      <p className="hint">{help.modest}</p>
      <p className="hint">
        <a href="third-party-notices.txt">{help.licences}</a>
      </p>
    </div>
  );
}

function Place({ place }: { place: CrisisPlace }) {
  return (
    <section className="panel" aria-label={place.place}>
      <h2>{place.place}</h2>
      <ul className="lines">
        {place.lines.map((line) => (
          <li key={line.number} className="line">
            <div>
              <p className="line-name">{line.name}</p>
              <p className="hint">{line.what}</p>
            </div>
            <Button
              component="a"
              href={`tel:${line.number.replace(/[^+\d]/g, '')}`}
              className={line.emergency ? 'call call-emergency' : 'call'}
              variant={line.emergency ? 'filled' : 'default'}
              aria-label={help.callLine(line.name, line.number)}
            >
              {line.number}
            </Button>
          </li>
        ))}
      </ul>
      <p className="hint">{help.checked(dayText(Date.parse(`${place.checkedOn}T00:00`)))}</p>
    </section>
  );
}
