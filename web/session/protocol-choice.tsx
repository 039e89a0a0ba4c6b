import type { Profile, Protocol } from '../../engine/index.ts';
import { kindLines, kinds } from './words/kinds.ts';
import { PROTOCOL_WORDS } from './words/protocols.ts';
import { TrajectoryPreview } from './trajectory-preview.tsx';

/** What is open to this person of what is locked to most. */
export type Unlocked = NonNullable<Profile['unlocked']>;

interface ProtocolChoiceProps {
  readonly protocols: readonly Protocol[];
  readonly chosen: Protocol;
  readonly unlocked: Unlocked;
  readonly onChoose: (protocol: Protocol) => void;
}

/** The kind of session: the daily one unless another is asked for. What is locked says why. */
export function ProtocolChoice({ protocols, chosen, unlocked, onChoose }: ProtocolChoiceProps) {
  const isLocked = ({ id, rules }: Protocol): boolean =>
    rules.locked && !unlocked.some((one) => one.protocol === id && one.untilMs > Date.now());
  return (
    <section className="kind">
      <Kind protocol={chosen} />
      <details className="kinds">
        <summary>{kinds.other}</summary>
        <fieldset>
          <legend className="kinds-legend">{kinds.legend}</legend>
          {protocols.map((protocol) => (
            <label key={protocol.id} className="kind-choice" data-locked={isLocked(protocol)}>
              <input
                type="radio"
                name="kind"
                checked={protocol === chosen}
                disabled={isLocked(protocol)}
                onChange={() => onChoose(protocol)}
              />
              <Kind protocol={protocol} locked={isLocked(protocol)} />
            </label>
          ))}
        </fieldset>
      </details>
    </section>
  );
}

function Kind({ protocol, locked = false }: { protocol: Protocol; locked?: boolean }) {
  const { id, title, texts } = protocol;
  return (
    <div className="kind-card">
      <div>
        <p className="kind-title">
          {PROTOCOL_WORDS[id]?.title ?? title} <span className="hint figures">{lasts(protocol)}</span>
        </p>
        <p className="hint">{kindLines[id] ?? texts.purpose}</p>
        {locked && <p className="hint kind-locked">{kinds.locked}</p>}
      </div>
      <TrajectoryPreview protocol={protocol} />
    </div>
  );
}

/** "10–15 min". */
function lasts({ phases, limits }: Protocol): string {
  const minutes = (of: 'minS' | 'maxS') =>
    Math.round(
      Math.min(
        limits.totalS,
        phases.reduce((sum, phase) => sum + phase[of], 0),
      ) / 60,
    );
  const [least, most] = [minutes('minS'), minutes('maxS')];
  return least === most ? `${most} min` : `${least}–${most} min`;
}
