import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Behavior } from '../../../kit/behavior.ts';
import { language } from '../../../kit/language.ts';
import { useBehavior } from '../../../kit/use-behavior.ts';
import type { RouteParams } from '../../../session/feature.ts';
import type { ChoicesStore } from '../choices.ts';
import '../chords.css';
import { EarPanel } from '../ear-panel.tsx';
import { Ticks } from '../pills.tsx';
import { KeyChoice, TempoChoice } from '../play/tune-settings.tsx';
import { wordsUnderChords } from '../play/line-words.ts';
import { soundOf, type Ports, type Sounding } from '../sounding.ts';
import { chordName } from '../theory/chord.ts';
import type { Tune } from '../tunes/tune.ts';
import { tuneOf } from '../tunes/tune-of.ts';
import { chords, sing as words } from '../words.ts';
import { LanePicture } from './lane-picture.tsx';
import { singViewModel, type SingViewModel } from './sing-view-model.ts';

interface SingScreenProps {
  readonly params: RouteParams;
  readonly store: ChoicesStore;
  readonly ports: Ports;
  readonly sounding: Sounding;
  readonly own$: Behavior<readonly Tune[]>;
}

/** One song to sing: the tune moving past, its words, and the voice beside it. */
export function SingScreen({ params, own$, ...rest }: SingScreenProps) {
  const tune = tuneOf(params['id'], useBehavior(own$));
  if (tune) return <OneSong key={tune.id} tune={tune} {...rest} />;
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="notice">{chords.gone}</p>
      <div className="actions">
        <Button variant="default" component={Link} href="/sing">
          {words.all}
        </Button>
      </div>
    </div>
  );
}

type OneSongProps = Pick<SingScreenProps, 'store' | 'ports' | 'sounding'> & { readonly tune: Tune };

function OneSong({ tune, store, ports, sounding }: OneSongProps) {
  const [sing] = useState(() => singViewModel(tune, ports));
  const { kind } = useBehavior(store.choices$);
  const going = useBehavior(sing.going$);
  const failed = useBehavior(sing.failed$);
  useEffect(() => sounding.hold(soundOf([], sing)), [sounding, sing]);
  const isFree = tune.lines.every(({ tones }) => tones.length === 0);
  const rests = going === 'no' || going === 'over';
  return (
    <div className="chords">
      <header className="chords-head">
        <h1 tabIndex={-1}>{tune.title}</h1>
        {tune.by !== '' && <p className="hint">{tune.by}</p>}
      </header>
      <section className="panel sing-stage" aria-label={words.title} data-going={going}>
        <LanePicture sing={sing} tune={tune} />
        <LineNow sing={sing} tune={tune} />
        {isFree && <p className="hint">{words.laneChords}</p>}
        <p className="chords-say" role="status">
          {failed ? chords.failed : sayOf(going)}
        </p>
        <div className="actions">
          {rests ? (
            <Button size="lg" onClick={() => sing.begin(kind)}>
              {going === 'over' ? chords.again : words.begin}
            </Button>
          ) : (
            <Button size="lg" variant="default" onClick={() => sing.stop()}>
              {chords.stop}
            </Button>
          )}
        </div>
        <EarPanel ear={sing.ear} on={words.ear} off={words.earOff} hint={words.earHint} />
      </section>
      <SingSettingsPanel {...{ sing, tune, isFree }} />
      <div className="actions">
        <Button variant="default" component={Link} href={`/chords/${tune.id}`}>
          {chords.toPlay}
        </Button>
        <Button variant="default" component={Link} href="/sing">
          {words.all}
        </Button>
      </div>
    </div>
  );
}

interface SingSettingsProps {
  readonly sing: SingViewModel;
  readonly tune: Tune;
  /** There is no tune but the singer's own. */
  readonly isFree: boolean;
}

/** What sounds along, how high and how fast. */
function SingSettingsPanel({ sing, tune, isFree }: SingSettingsProps) {
  const { tempoBpm, transpose, parts } = useBehavior(sing.settings$);
  return (
    <section className="panel" aria-label={chords.along}>
      <Ticks
        legend={chords.along}
        options={(isFree ? (['chords', 'beat'] as const) : (['tune', 'chords', 'beat'] as const)).map(
          (value) => ({
            value,
            label: chords.parts[value],
            on: parts[value],
          }),
        )}
        onToggle={(value, on) => sing.set({ parts: { ...parts, [value]: on } })}
      />
      <div className="chords-fields">
        <KeyChoice
          {...{ tune, transpose }}
          label={words.key}
          onChoose={(value) => sing.set({ transpose: value })}
        />
        <TempoChoice
          tempoBpm={tempoBpm}
          usualBpm={tune.tempoBpm}
          onChoose={(value) => sing.set({ tempoBpm: value })}
        />
      </div>
    </section>
  );
}

function sayOf(going: SingViewModel['going$']['value']): string {
  switch (going) {
    case 'no':
      return '';
    case 'preparing':
      return chords.preparing;
    case 'count-in':
      return chords.countIn;
    case 'on':
      return words.going;
    case 'over':
      return words.over;
  }
}

/** The line that is sung and the one that comes, in words. */
function LineNow({ sing, tune }: { sing: SingViewModel; tune: Tune }) {
  const at = useBehavior(sing.line$);
  const { transpose } = useBehavior(sing.settings$);
  return (
    <div className="sing-lines">
      {[at, at + 1].map((i) => {
        const line = tune.lines[i];
        return (
          <p
            key={i}
            className="sing-line"
            data-now={i === at}
            data-testid={i === at ? 'line-now' : undefined}
          >
            {line
              ? wordsUnderChords(tune, line, transpose).map(({ change, chord, text }) => (
                  <span key={change} className="chords-under">
                    <span className="chords-over">{chord ? chordName(chord, language) : '\u00a0'}</span>
                    <span>{text || '\u00a0'}</span>
                  </span>
                ))
              : '\u00a0'}
          </p>
        );
      })}
    </div>
  );
}
