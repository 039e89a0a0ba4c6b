import { useBehavior } from '../../kit/use-behavior.ts';
import type { ChoicesStore } from './choices.ts';
import { Pills } from './pills.tsx';
import { INSTRUMENT_KINDS, type InstrumentKind } from './theory/fingering.ts';
import { chords as words } from './words.ts';

interface InstrumentChoiceProps {
  readonly store: ChoicesStore;
  readonly kinds?: readonly InstrumentKind[];
}

/** Which instrument, and for which hand. */
export function InstrumentChoice({ store, kinds = INSTRUMENT_KINDS }: InstrumentChoiceProps) {
  const { kind, left } = useBehavior(store.choices$);
  return (
    <div className="chords-instrument">
      <Pills
        name="chords-kind"
        legend={words.instrument}
        options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={kind}
        onChoose={(value) => store.choose({ kind: value })}
      />
      <label className="chords-pill">
        <input
          type="checkbox"
          checked={left}
          onChange={({ currentTarget: { checked } }) => store.choose({ left: checked })}
        />
        <span>{kind === 'keyboard' ? words.leftKeys : words.left}</span>
      </label>
    </div>
  );
}
