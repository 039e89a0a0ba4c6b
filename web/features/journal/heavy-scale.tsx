import { Slider } from '@mantine/core';
import { numberText } from '../../kit/numbers.ts';
import { page as words } from './words.ts';

interface HeavyScaleProps {
  readonly label: string;
  /** Absent: not answered. Nothing is suggested beforehand. */
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
}

/** Light to heavy, 0–100. The first touch answers. */
export const HeavyScale = ({ label, value, onChange }: HeavyScaleProps) => (
  <div className="scale" data-rated={value !== undefined}>
    <div className="scale-head">
      <span className="scale-label">{label}</span>
      <span className="scale-value">{value === undefined ? '–' : numberText(value)}</span>
    </div>
    <Slider
      value={value ?? 0}
      onChange={onChange}
      // Where the thumb stands before it is touched is an answer too: choosing it ends a change.
      onChangeEnd={onChange}
      label={null}
      size={10}
      thumbSize={28}
      thumbLabel={label}
      thumbValueText={value === undefined ? '–' : numberText(value)}
    />
    <div className="scale-ends" aria-hidden="true">
      <span>{words.light}</span>
      <span>{words.heaviest}</span>
    </div>
  </div>
);
