import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ADVISED_PASSWORD, SHORTEST_PASSWORD } from '../../../server/contract/index.ts';
import { countText } from '../../kit/numbers.ts';
import { password as words } from './words.ts';

/** As the contract has it, whose library would come along with the values. */
export const SHORTEST: typeof SHORTEST_PASSWORD = 8;
const ADVISED: typeof ADVISED_PASSWORD = 15;

interface PasswordFieldProps {
  readonly value: string;
  readonly onChange: (password: string) => void;
}

/** A new password. Its length is all that is judged here, since nothing else can be said of it honestly. */
export function PasswordField({ value, onChange }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className="account-password">
      <TextInput
        type={shown ? 'text' : 'password'}
        label={words.new}
        description={lengthText(lengthOf(value))}
        size="md"
        autoComplete="new-password"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <label className="account-show">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {words.show}
      </label>
    </div>
  );
}

/** In characters, as the service counts them. */
export const lengthOf = (password: string): number => Array.from(password).length;

const lengthText = (length: number): string => {
  if (length === 0) return words.none;
  if (length < SHORTEST) return countText(SHORTEST - length, words.short);
  return length < ADVISED ? words.enough : words.long;
};
