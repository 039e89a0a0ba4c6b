import { Switch } from '@mantine/core';
import { FAULT_NAMES } from '../../../devices/index.ts';
import { faults as faultWords, laboratory as words } from './words.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { SourceViewModel } from './source-view-model.ts';

/** What may go wrong between a heart and the page, each with a switch. */
export function Laboratory({ source }: { source: SourceViewModel }) {
  const on = useBehavior(source.faults$);
  return (
    <details className="laboratory">
      <summary>
        {words.title}
        {on.size > 0 && ` (${on.size})`}
      </summary>
      <p className="hint">{words.lead}</p>
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
    </details>
  );
}
