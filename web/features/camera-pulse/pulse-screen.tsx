import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { PULSE_SECONDS, type PulseReading } from '../../../engine/index.ts';
import { DeleteWithCare } from '../../kit/delete-with-care.tsx';
import { HomeLink } from '../../kit/home-link.tsx';
import { momentText, numberText } from '../../kit/numbers.ts';
import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import './camera-pulse.css';
import type { CameraFault } from './camera.ts';
import type { KeptPulse } from './pulse-database.ts';
import type { PulseViewModel } from './pulse-view-model.ts';
import { WavePicture } from './wave-picture.tsx';
import { words } from './words.ts';

interface PulseScreenProps {
  readonly pulse: PulseViewModel;
}

/** The camera is on only while this is shown and was asked for. */
export function PulseScreen({ pulse }: PulseScreenProps) {
  const state = useBehavior(pulse.state$);
  const kept = useBehavior(pulse.kept$);
  const live = useBehavior(pulse.pulses$);
  useEffect(() => () => pulse.close(), [pulse]);
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {state.at === 'reading' ? (
        <Reading pulse={pulse} reading={state.reading} />
      ) : (
        <Door
          pulse={pulse}
          opening={state.at === 'opening'}
          fault={state.at === 'fault' ? state.code : undefined}
        />
      )}
      <div role="status">{kept && <Kept kept={kept} />}</div>
      {live.state === 'unavailable' && <Unread state={live.state} />}
      {live.state === 'read' && live.value.length > 0 && <History pulses={live.value} pulse={pulse} />}
      <p className="limits">{words.limits}</p>
      <div className="actions">
        <HomeLink />
      </div>
    </div>
  );
}

interface DoorProps extends PulseScreenProps {
  readonly opening: boolean;
  readonly fault: CameraFault | undefined;
}

function Door({ pulse, opening, fault }: DoorProps) {
  return (
    <section className="panel" aria-label={words.open}>
      <ol className="pulse-how">
        {words.how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p className="hint">
        {words.privacy} {words.warm}
      </p>
      {fault && (
        <p className="notice" role="alert">
          {words.faults[fault]}
        </p>
      )}
      <div className="actions">
        <Button size="lg" disabled={opening} onClick={() => pulse.open()}>
          {opening ? words.opening : fault ? words.again : words.open}
        </Button>
      </div>
    </section>
  );
}

function Reading({ pulse, reading }: PulseScreenProps & { readonly reading: PulseReading }) {
  const told = reading.kind === 'pulse';
  const goodS = Math.floor(reading.goodS);
  return (
    <section className="panel pulse-live" aria-label={words.wave}>
      <p className="pulse-rate figures" data-testid="pulse">
        <span className="pulse-number">{told ? numberText(reading.bpm) : words.none}</span> {words.unit}
        {told && <span className="hint">, {words.giveOrTake(Math.ceil(reading.sdBpm))}</span>}
      </p>
      <WavePicture wave={reading.wave} />
      <meter
        className="pulse-good"
        min={0}
        max={PULSE_SECONDS}
        value={goodS}
        aria-label={words.good(goodS, PULSE_SECONDS)}
      />
      <p className="hint figures">{words.good(goodS, PULSE_SECONDS)}</p>
      <p data-testid="why" role="status">
        {told ? words.steady : words.reasons[reading.reason]}
      </p>
      <p className="hint">{words.rmssd}</p>
      <div className="actions">
        <Button size="lg" disabled={!told} onClick={() => pulse.keep()}>
          {words.keep}
        </Button>
        <Button size="lg" variant="default" onClick={() => pulse.close()}>
          {words.close}
        </Button>
      </div>
    </section>
  );
}

function Kept({ kept }: { kept: KeptPulse }) {
  return (
    <div className="notice">
      <p>
        {words.kept(kept.bpm)} {words.keptHint}
      </p>
      <Button variant="default" component={Link} href="/before">
        {words.begin}
      </Button>
    </div>
  );
}

/** The newest first. */
function History({ pulses, pulse }: PulseScreenProps & { readonly pulses: readonly KeptPulse[] }) {
  return (
    <section className="panel" aria-label={words.history}>
      <h2>{words.history}</h2>
      <ul className="pulse-history">
        {[...pulses]
          .reverse()
          .slice(0, 20)
          .map(({ id, atMs, bpm, sdBpm }) => (
            <li key={id}>
              <span>{momentText(atMs)}</span> <span className="figures">{words.entry(bpm, sdBpm)}</span>
            </li>
          ))}
      </ul>
      <p className="hint">{words.count(pulses.length)}</p>
      <DeleteWithCare words={words} onDelete={() => void pulse.removeAll()} />
    </section>
  );
}
