import { Switch } from '@mantine/core';
import { FAULT_NAMES } from '../../../devices/index.ts';
import { faults as faultWords } from './words.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { SourceViewModel } from './source-view-model.ts';

/** What may go wrong between a heart and the page, each with a switch. */
export function Faults({ source }: { source: SourceViewModel }) {
  const on = useBehavior(source.faults$);
  return (
    <div className="laboratory-faults">
      {FAULT_NAMES.map((name) => (
        <Switch
          key={name}
          label={faultWords[name]}
          checked={on.has(name)}
          onChange={(event) => source.setFault(name, event.currentTarget.checked)}
        />
      ))}
    </div>
  );
}
