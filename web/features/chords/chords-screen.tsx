import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { language } from '../../kit/language.ts';
import { countText } from '../../kit/numbers.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { Behavior } from '../../kit/behavior.ts';
import { ChordDiagram } from './chord-diagram.tsx';
import type { ChoicesStore } from './choices.ts';
import './chords.css';
import { InstrumentChoice } from './instrument-choice.tsx';
import { chordName, chordNamed, chordSaid, QUALITIES, type Chord } from './theory/chord.ts';
import type { InstrumentKind } from './theory/fingering.ts';
import { soundOnce } from './sound/sound-once.ts';
import type { Ports, Sounding } from './sounding.ts';
import { chordsOf, type Tune } from './tunes/tune.ts';
import { TUNES } from './tunes/tunes.ts';
import { chords as words } from './words.ts';

interface ChordsScreenProps {
  readonly store: ChoicesStore;
  readonly ports: Ports;
  readonly sounding: Sounding;
  readonly own$: Behavior<readonly Tune[]>;
}

/** Two chords that a hand takes with least trouble. */
const TO_BEGIN: Readonly<Record<InstrumentKind, readonly [string, string]>> = {
  guitar: ['Em', 'Am'],
  ukulele: ['C', 'Am'],
  keyboard: ['C', 'Am'],
};

/** An instrument, two chords to begin with, and songs. */
export function ChordsScreen({ store, ports, sounding, own$ }: ChordsScreenProps) {
  const choices = useBehavior(store.choices$);
  const own = useBehavior(own$);
  const [once] = useState(() => soundOnce(ports));
  useEffect(() => sounding.hold(once), [sounding, once]);
  const show = (chord: Chord) => (
    <ChordCard
      key={chordName(chord, 'en')}
      chord={chord}
      {...choices}
      onHear={() => once.sound(chord, choices.kind)}
    />
  );
  return (
    <div className="chords">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <section className="panel" aria-label={words.instrument}>
        <InstrumentChoice store={store} />
        {choices.kind !== 'keyboard' && (
          <div className="actions">
            <Button variant="default" component={Link} href="/chords/tuner">
              {words.toTuner}
            </Button>
          </div>
        )}
      </section>
      <div className="chords-sides">
        <section className="panel" aria-labelledby="chords-begin">
          <h2 id="chords-begin">{words.begin}</h2>
          <p className="hint">{words.beginHint}</p>
          <div className="chords-cards">{TO_BEGIN[choices.kind].map((name) => show(chordNamed(name)!))}</div>
        </section>
        <section className="panel" aria-labelledby="chords-songs">
          <h2 id="chords-songs">{words.songs}</h2>
          <p className="hint">{words.songsHint}</p>
          <TuneList tunes={TUNES} />
          {own.length > 0 && (
            <>
              <h3>{words.own}</h3>
              <TuneList tunes={own} />
            </>
          )}
        </section>
      </div>
      <AllChords show={show} />
      <div className="actions">
        <Button variant="default" component={Link} href="/rhythm">
          {words.toRhythm}
        </Button>
      </div>
    </div>
  );
}

/** Every chord, and whose the songs are. */
const AllChords = ({ show }: { show: (chord: Chord) => ReactNode }) => (
  <section className="panel">
    <details className="details">
      <summary>{words.all}</summary>
      <div className="details-body">
        {QUALITIES.map((quality) => (
          <div key={quality} className="chords-cards">
            {Array.from({ length: 12 }, (_, root) => show({ root, quality }))}
          </div>
        ))}
      </div>
    </details>
    <details className="details">
      <summary>{words.notes}</summary>
      <div className="details-body">
        <p>{words.notesText}</p>
      </div>
    </details>
  </section>
);

const TuneList = ({ tunes }: { tunes: readonly Tune[] }) => (
  <div className="sources">
    {tunes.map((tune) => {
      const used = chordsOf(tune);
      return (
        <Link key={tune.id} className="source" href={`/chords/${tune.id}`}>
          <span className="source-label">{tune.title}</span>
          <span className="source-hint">
            {countText(used.length, words.chordCount)}:{' '}
            {used.map((chord) => chordName(chord, language)).join(' ')}
          </span>
        </Link>
      );
    })}
  </div>
);

interface ChordCardProps {
  readonly chord: Chord;
  readonly kind: InstrumentKind;
  readonly left: boolean;
  readonly onHear: () => void;
}

const ChordCard = ({ chord, kind, left, onHear }: ChordCardProps) => (
  <div className="chords-card">
    <p className="chords-name" aria-hidden="true">
      {chordName(chord, language)}
    </p>
    <ChordDiagram chord={chord} kind={kind} left={left} />
    <Button variant="subtle" aria-label={`${words.hear}: ${chordSaid(chord, language)}`} onClick={onHear}>
      {words.hear}
    </Button>
  </div>
);
