import { Textarea } from '@mantine/core';
import { useState } from 'react';

interface OwnWordsProps {
  readonly label: string;
  /** The label is seen, too. */
  readonly shown?: boolean;
  readonly description?: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly onKeep: (text: string) => void;
}

/** A line that is kept when one leaves it, or presses Enter. No browser remembers it. */
export function OwnWords({ label, shown = false, description, value, placeholder, onKeep }: OwnWordsProps) {
  const [text, setText] = useState(value);
  const keep = (): void => {
    if (text.trim() !== value) onKeep(text);
  };
  return (
    <Textarea
      className="plan-words"
      size="md"
      autosize
      minRows={1}
      autoComplete="off"
      {...(shown ? { label } : { 'aria-label': label })}
      {...(placeholder !== undefined && { placeholder })}
      {...(description !== undefined && { description })}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        keep();
      }}
    />
  );
}
