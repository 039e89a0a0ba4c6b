import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { language } from '../../../kit/language.ts';
import { numberText } from '../../../kit/numbers.ts';
import { useBehavior } from '../../../kit/use-behavior.ts';
import type { ChoicesStore } from '../choices.ts';
import '../chords.css';
import { EarPanel } from '../ear-panel.tsx';
import { Pills } from '../pills.tsx';
import type { Ports, Sounding } from '../sounding.ts';
import { toneName } from '../theory/chord.ts';
import { OPEN_STRINGS } from '../theory/fingering.ts';
import { chords, tuner as words } from '../words.ts';
import { isInTune, type StringHeard } from './string-heard.ts';
import { tunerViewModel } from './tuner-view-model.ts';

interface TunerScreenProps {
  readonly store: ChoicesStore;
  readonly ports: Ports;
  readonly sounding: Sounding;
}

/** A needle, and the strings one by one. */
export function TunerScreen({ store, ports, sounding }: TunerScreenProps) {
  const [tuner] = useState(() => tunerViewModel(ports));
  const { kind } = useBehavior(store.choices$);
  const fretted = kind === 'keyboard' ? 'guitar' : kind;
  const heard = useBehavior(tuner.string$);
  const listens = useBehavior(tuner.ear.state$).is === 'on';
  useEffect(() => tuner.tune(fretted), [tuner, fretted]);
  useEffect(() => sounding.hold(tuner), [sounding, tuner]);
  const strings = OPEN_STRINGS[fretted];
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <section className="panel tuner" aria-label={words.title}>
        {kind === 'keyboard' && <p className="hint">{words.keyboard}</p>}
        <Pills
          name="tuner-kind"
          legend={chords.instrument}
          options={(['guitar', 'ukulele'] as const).map((value) => ({ value, label: chords.kinds[value] }))}
          value={fretted}
          onChoose={(value) => store.choose({ kind: value })}
        />
        <Dial heard={heard} name={heard && toneName(strings[heard.string]!, language)} />
        <p className="tuner-say" role="status" data-testid="tuner-say">
          {sayOf(heard, listens)}
        </p>
        <div className="tuner-strings" role="group" aria-label={words.strings}>
          {strings.map((midi, string) => (
            <button
              key={midi}
              type="button"
              className="tuner-string"
              data-now={heard?.string === string}
              data-tuned={heard?.string === string && isInTune(heard)}
              aria-label={`${words.play} ${chords.strings[fretted][string]!}`}
              onClick={() => tuner.sound(string)}
            >
              {toneName(midi, language)}
            </button>
          ))}
        </div>
        <EarPanel ear={tuner.ear} on={words.begin} off={words.stop} hint={words.earHint} />
      </section>
      <div className="actions">
        <Button variant="default" component={Link} href="/chords">
          {chords.toChords}
        </Button>
      </div>
    </div>
  );
}

function sayOf(heard: StringHeard | undefined, listens: boolean): string {
  if (!listens) return words.off;
  if (!heard) return words.waiting;
  if (isInTune(heard)) return words.inTune;
  return heard.cents < 0 ? words.higher : words.lower;
}

/** Degrees of the needle at 50 cents. */
const REACH = 48;

/** A quarter of a circle; its figure is for the eye alone, what it means is said below. */
function Dial({ heard, name }: { heard: StringHeard | undefined; name: string | undefined }) {
  const degrees = heard ? (Math.max(-50, Math.min(50, heard.cents)) / 50) * REACH : 0;
  const tuned = heard !== undefined && isInTune(heard);
  const [x, y, r] = [150, 158, 130];
  const on = (cents: number, radius: number): string => {
    const angle = ((cents / 50) * REACH * Math.PI) / 180;
    return `${(x + radius * Math.sin(angle)).toFixed(1)} ${(y - radius * Math.cos(angle)).toFixed(1)}`;
  };
  return (
    <div className="tuner-dial" data-tuned={tuned} data-cents={heard ? Math.round(heard.cents) : ''}>
      <svg viewBox="0 0 300 170" role="img" aria-label={words.dial}>
        <path className="tuner-arc" d={`M${on(-50, r)}A${r} ${r} 0 0 1 ${on(50, r)}`} />
        <path className="tuner-good" d={`M${on(-5, r)}A${r} ${r} 0 0 1 ${on(5, r)}`} />
        {[-50, -40, -30, -20, -10, 0, 10, 20, 30, 40, 50].map((cents) => (
          <path
            key={cents}
            className="tuner-tick"
            d={`M${on(cents, r - 8)}L${on(cents, cents % 50 === 0 ? r - 24 : r - 15)}`}
          />
        ))}
        {/* As CSS, so that it glides where motion is wanted. */}
        <path
          className="tuner-needle"
          data-on={heard !== undefined}
          d={`M${x} ${y}V${y - r + 12}`}
          style={{ transform: `rotate(${degrees.toFixed(1)}deg)`, transformOrigin: `${x}px ${y}px` }}
        />
        <circle className="tuner-hub" data-on={heard !== undefined} cx={x} cy={y} r="7" />
      </svg>
      <p className="tuner-name" aria-hidden="true">
        {name ?? '–'}
      </p>
      <p className="tuner-cents" aria-hidden="true">
        {heard
          ? words.cents(`${heard.cents > 0 ? '+' : ''}${numberText(heard.cents).replace('-', '−')}`)
          : '\u00a0'}
      </p>
    </div>
  );
}
