import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { Meeting } from './company.ts';
import { isDay } from './week.ts';
import { together as words } from './words.ts';

export type Draft = Omit<Meeting, 'id'>;

interface MeetingFormProps {
  readonly draft: Draft;
  /** @throws it could not be kept */
  readonly onKeep: (draft: Draft) => Promise<void>;
  readonly onCancel: () => void;
}

/** Who, where, what and when; only the day is needed. */
export function MeetingForm({ draft, onKeep, onCancel }: MeetingFormProps) {
  const [now, setNow] = useState(draft);
  const [failed, setFailed] = useState(false);
  const keep = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isDay(now.day)) onKeep(now).catch(() => setFailed(true));
  };
  const field = (name: 'day' | 'time' | 'who' | 'where' | 'what', type = 'text') => (
    <TextInput
      label={words[name]}
      type={type}
      size="md"
      autoComplete="off"
      maxLength={type === 'text' ? 120 : undefined}
      required={name === 'day'}
      withAsterisk={false}
      data-autofocus={name === 'who' || undefined}
      value={now[name]}
      onChange={(event) => setNow({ ...now, [name]: event.target.value })}
    />
  );
  return (
    <form className="panel meeting-form" onSubmit={keep} aria-label={words.add}>
      {field('who')}
      {field('where')}
      {field('what')}
      <div className="meeting-when">
        {field('day', 'date')}
        {field('time', 'time')}
      </div>
      <div className="actions">
        <Button type="submit">{words.keep}</Button>
        <Button variant="subtle" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
      <p role="alert">{failed && words.notKept}</p>
    </form>
  );
}
