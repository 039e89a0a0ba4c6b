import { Switch } from '@mantine/core';
import type { Behavior } from './behavior.ts';
import { useBehavior } from './use-behavior.ts';

interface ConsentSwitchProps {
  readonly label: string;
  /** What it means, and what it does not. */
  readonly hint: string;
  readonly on$: Behavior<boolean>;
  readonly allow: (on: boolean) => void;
}

/** Consent to one purpose: off until the person turns it on, and off again at any time. */
export const ConsentSwitch = ({ label, hint, on$, allow }: ConsentSwitchProps) => (
  <Switch
    size="lg"
    label={label}
    description={hint}
    checked={useBehavior(on$)}
    onChange={(event) => allow(event.currentTarget.checked)}
  />
);
