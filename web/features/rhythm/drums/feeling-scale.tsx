import { Slider } from '@mantine/core';
import { numberText } from '../../../kit/numbers.ts';
import { drums as words } from './words.ts';

interface FeelingScaleProps {
  readonly label: string;
  /** Absent: not said. Nothing is suggested beforehand. */
  readonly value: number | undefined;
  readonly onRate: (value: number) => void;
}

/** How strong a feeling is, whichever it is: 0–100, or nothing. */
export const FeelingScale = ({ label, value, onRate }: FeelingScaleProps) => (
  <div className="scale" data-rated={value !== undefined}>
    <div className="scale-head">
      <span className="scale-label">{label}</span>
      <span className="scale-value">{value === undefined ? words.unset : numberText(value)}</span>
    </div>
    <Slider
      value={value ?? 0}
      min={0}
      max={100}
      onChange={onRate}
      onChangeEnd={onRate}
      label={null}
      size={10}
      thumbSize={28}
      thumbLabel={label}
      thumbValueText={value === undefined ? words.unset : numberText(value)}
    />
    <div className="scale-ends" aria-hidden="true">
      <span>{words.none}</span>
      <span>{words.strongest}</span>
    </div>
  </div>
);
