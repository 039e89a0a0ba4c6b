import type { ReactNode } from 'react';

interface PillsProps<T extends string> {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: T; readonly label: ReactNode }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few, all in sight. */
export function Pills<T extends string>({ name, legend, options, value, onChoose }: PillsProps<T>) {
  return (
    <fieldset className="chords-pills">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="chords-pill">
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface TicksProps<T extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: T; readonly label: string; readonly on: boolean }[];
  readonly onToggle: (value: T, on: boolean) => void;
}

/** Any of a few. */
export const Ticks = <T extends string>({ legend, options, onToggle }: TicksProps<T>) => (
  <fieldset className="chords-pills">
    <legend>{legend}</legend>
    {options.map(({ value, label, on }) => (
      <label key={value} className="chords-pill">
        <input
          type="checkbox"
          checked={on}
          onChange={({ currentTarget: { checked } }) => onToggle(value, checked)}
        />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
);
