import { Chip } from '@mantine/core';

interface ChoiceRowProps<T extends string | number> {
  readonly legend: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few, as chips. */
export function ChoiceRow<T extends string | number>({
  legend,
  choices,
  value,
  onChoose,
}: ChoiceRowProps<T>) {
  return (
    <fieldset className="choice-row">
      <legend>{legend}</legend>
      <div className="chips">
        {choices.map((choice) => (
          <Chip
            key={choice.value}
            type="radio"
            variant="outline"
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          >
            {choice.label}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}
