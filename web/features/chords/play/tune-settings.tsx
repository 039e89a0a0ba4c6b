import { useId } from 'react';
import { language } from '../../../kit/language.ts';
import { numberText } from '../../../kit/numbers.ts';
import { chordName, transposed } from '../theory/chord.ts';
import { easiestCapo, MOST_CAPO } from '../theory/easiest-capo.ts';
import type { InstrumentKind } from '../theory/fingering.ts';
import { changesOf, chordsOf, type Tune } from '../tunes/tune.ts';
import { chords as words } from '../words.ts';

interface KeyChoiceProps {
  readonly tune: Tune;
  readonly transpose: number;
  readonly label: string;
  readonly onChoose: (transpose: number) => void;
}

const STEPS = Array.from({ length: 12 }, (_, i) => i - 6);

/** The key by the chord that the song comes home to. */
export function KeyChoice({ tune, transpose, label, onChoose }: KeyChoiceProps) {
  const home = changesOf(tune).at(-1)!.chord;
  return (
    <label className="field chords-field">
      <span>{label}</span>
      <select
        value={transpose}
        onChange={({ currentTarget: { value } }) => onChoose(Number(value))}
        data-testid="key"
      >
        {STEPS.map((steps) => (
          <option key={steps} value={steps}>
            {chordName(transposed(home, steps), language)}
            {steps === 0
              ? ` · ${words.written}`
              : ` · ${steps > 0 ? '+' : '−'}${numberText(Math.abs(steps))}`}
          </option>
        ))}
      </select>
    </label>
  );
}

interface CapoChoiceProps {
  readonly tune: Tune;
  readonly transpose: number;
  readonly kind: InstrumentKind;
  readonly capo: number;
  readonly onChoose: (capo: number) => void;
}

/** A capo, with the shapes that it leaves. */
export function CapoChoice({ tune, transpose, kind, capo, onChoose }: CapoChoiceProps) {
  const sounding = chordsOf(tune).map((chord) => transposed(chord, transpose));
  const easiest = easiestCapo(sounding, kind);
  return (
    <label className="field chords-field">
      <span>{words.capo}</span>
      <select value={capo} onChange={({ currentTarget: { value } }) => onChoose(Number(value))}>
        {Array.from({ length: MOST_CAPO + 1 }, (_, fret) => (
          <option key={fret} value={fret}>
            {[
              fret === 0 ? words.noCapo : words.fret.replace('#', numberText(fret)),
              sounding.map((chord) => chordName(transposed(chord, -fret), language)).join(' '),
              ...(fret === easiest ? [words.easiest] : []),
            ].join(' · ')}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TempoChoiceProps {
  readonly tempoBpm: number;
  readonly usualBpm: number;
  readonly onChoose: (tempoBpm: number) => void;
}

/** Half as fast as usual up to a little faster. */
export function TempoChoice({ tempoBpm, usualBpm, onChoose }: TempoChoiceProps) {
  const id = useId();
  return (
    <div className="field chords-field">
      <label htmlFor={id}>
        {words.tempo}: {words.perMinute.replace('#', numberText(tempoBpm))}
      </label>
      <input
        id={id}
        type="range"
        min={Math.round(0.5 * usualBpm)}
        max={Math.round(1.3 * usualBpm)}
        value={tempoBpm}
        onChange={({ currentTarget: { valueAsNumber } }) => onChoose(valueAsNumber)}
      />
    </div>
  );
}
