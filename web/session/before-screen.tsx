import { Button, Chip } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { CONTEXTS, FEELINGS, POSTURES, type Choice } from './words/choices.ts';
import { before } from './words/screens.ts';
import { nameOf } from './words/sensor.ts';
import { useBehavior } from '../kit/use-behavior.ts';
import type { Behavior } from '../kit/behavior.ts';
import type { SessionsViewModel, HeartSource } from './sessions-view-model.ts';
import './session.css';
import { CravingScale } from '../kit/craving-scale.tsx';
import { RecordingNotice } from './recording-notice.tsx';
import { ProtocolChoice, type Unlocked } from './protocol-choice.tsx';

interface BeforeProps {
  readonly sessions: Pick<SessionsViewModel, 'kinds' | 'begin'>;
  /** Absent: the session goes by the clock. */
  readonly source$: Behavior<HeartSource | undefined>;
  readonly unlocked$: Behavior<Unlocked>;
}

/** Three questions, each one tap, none needed. */
export function BeforeScreen({ sessions, source$, unlocked$ }: BeforeProps) {
  const [, go] = useLocation();
  const [craving, setCraving] = useState<number>();
  const [tags, setTags] = useState<readonly string[]>([]);
  const source = useBehavior(source$);
  const unlocked = useBehavior(unlocked$);
  const kinds = source?.protocol ? [source.protocol, ...sessions.kinds] : sessions.kinds;
  const [protocol, setProtocol] = useState(kinds[0]!);
  const answered = craving !== undefined || tags.length > 0;
  const begin = (): void => {
    sessions.begin({ tags, protocol, ...(craving !== undefined && { craving }) }, source);
    go('/session');
  };
  const toggle = (tag: string): void =>
    setTags(tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag]);
  /** One at a time. */
  const place = (tag: string): void => {
    const others = tags.filter((one) => !POSTURES.some((posture) => posture.tag === one));
    setTags(tags.includes(tag) ? others : [...others, tag]);
  };
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{before.title}</h1>
      <p className="hint">{before.lead}</p>
      <ProtocolChoice protocols={kinds} chosen={protocol} unlocked={unlocked} onChoose={setProtocol} />
      <section className="question">
        <CravingScale label={before.craving} value={craving} onRate={setCraving} />
      </section>
      <Tags label={before.feeling} choices={FEELINGS} chosen={tags} onToggle={toggle} />
      <Tags label={before.posture} choices={POSTURES} chosen={tags} onToggle={place} />
      <Tags label={before.context} choices={CONTEXTS} chosen={tags} onToggle={toggle} />
      <p className="listening">
        {source ? `${before.listening} ${nameOf(source.sensor.name)}` : before.listeningNone}
      </p>
      {source?.notes && <RecordingNotice notes={source.notes} />}
      <div className="actions">
        <Button size="lg" onClick={begin}>
          {answered ? before.begin : before.skip}
        </Button>
        <Button size="lg" variant="subtle" component={Link} href="/">
          {before.back}
        </Button>
      </div>
    </div>
  );
}

interface TagsProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onToggle: (tag: string) => void;
}

function Tags({ label, choices, chosen, onToggle }: TagsProps) {
  return (
    <fieldset className="question">
      <legend>{label}</legend>
      <div className="chips">
        {choices.map((choice) => (
          <Chip
            key={choice.tag}
            size="md"
            variant="outline"
            checked={chosen.includes(choice.tag)}
            onChange={() => onToggle(choice.tag)}
          >
            {choice.label}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}
