import { UnstyledButton } from '@mantine/core';
import { words } from './words.ts';

const STEPS = Array.from({ length: 11 }, (_, i) => 10 * i);

/** The craving in one tap, 0–100 in tens: with shaking hands a slider is no answer. */
export const TapScale = ({ onRate }: { readonly onRate: (value: number) => void }) => (
  <div className="tap-scale" role="group" aria-label={words.scale}>
    {STEPS.map((value) => (
      <UnstyledButton key={value} className="tap-scale-step" onClick={() => onRate(value)}>
        {value}
        {value === 0 && <span className="visually-hidden"> {words.none}</span>}
        {value === 100 && <span className="visually-hidden"> {words.strongest}</span>}
      </UnstyledButton>
    ))}
    <span className="tap-scale-ends" aria-hidden="true">
      <span>0 {words.none}</span>
      <span>100 {words.strongest}</span>
    </span>
  </div>
);
