import { Slider } from '@mantine/core';
import { scale } from './words.ts';

interface CravingScaleProps {
  readonly label: string;
  /** Absent: not rated. Nothing is suggested beforehand. */
  readonly value: number | undefined;
  readonly onRate: (value: number) => void;
}

/** The 0–100 craving scale. The first touch rates; until then it says that nothing is rated. */
export function CravingScale({ label, value, onRate }: CravingScaleProps) {
  return (
    <div className="scale" data-rated={value !== undefined}>
      <div className="scale-head">
        <span className="scale-label">{label}</span>
        <span className="scale-value">{value === undefined ? scale.unset : value}</span>
      </div>
      <Slider
        value={value ?? 0}
        min={0}
        max={100}
        onChange={onRate}
        // Zero is where the thumb stands before it is rated: choosing it changes nothing, but ends a change.
        onChangeEnd={onRate}
        label={null}
        size={10}
        thumbSize={28}
        thumbLabel={label}
        thumbValueText={value === undefined ? scale.unset : `${value} ${scale.of}`}
      />
      <div className="scale-ends" aria-hidden="true">
        <span>0 {scale.none}</span>
        <span>{scale.strongest} 100</span>
      </div>
    </div>
  );
}
