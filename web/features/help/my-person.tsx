import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { help } from './words.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { Contact, ContactViewModel } from './contact-view-model.ts';

/** Somebody of one's own to call; kept in this browser only. */
export function MyPerson({ contact }: { contact: ContactViewModel }) {
  const person = useBehavior(contact.contact$);
  const [editing, setEditing] = useState(false);
  return (
    <section className="panel" aria-labelledby="person-title">
      <h2 id="person-title">{help.person}</h2>
      {person && !editing ? (
        <div className="line">
          <p className="line-name">{person.name}</p>
          <div className="actions">
            <Button component="a" className="call" href={`tel:${person.number.replace(/[^+\d]/g, '')}`}>
              {help.callPerson(person.name)}
            </Button>
            <Button variant="subtle" onClick={() => setEditing(true)}>
              {help.personChange}
            </Button>
          </div>
        </div>
      ) : (
        <PersonForm
          person={person}
          onKeep={(kept) => {
            contact.keep(kept);
            setEditing(false);
          }}
        />
      )}
    </section>
  );
}

function PersonForm({ person, onKeep }: { person: Contact | undefined; onKeep: (kept: Contact) => void }) {
  const [name, setName] = useState(person?.name ?? '');
  const [number, setNumber] = useState(person?.number ?? '');
  const keep = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (name.trim() && number.trim()) onKeep({ name: name.trim(), number: number.trim() });
  };
  return (
    <form className="person-form" onSubmit={keep}>
      <p className="hint">{help.personEmpty}</p>
      <div className="fields">
        <TextInput
          label={help.personName}
          size="md"
          required
          withAsterisk={false}
          value={name}
          onChange={(e) => setName(e.target.value)}
        />
        <TextInput
          label={help.personNumber}
          size="md"
          type="tel"
          required
          withAsterisk={false}
          value={number}
          onChange={(e) => setNumber(e.target.value)}
        />
      </div>
      <Button type="submit" variant="default">
        {help.personSave}
      </Button>
    </form>
  );
}
