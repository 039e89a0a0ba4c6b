import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Behavior } from '../../../kit/behavior.ts';
import { useBehavior } from '../../../kit/use-behavior.ts';
import type { RouteParams } from '../../../session/feature.ts';
import type { ChoicesStore } from '../choices.ts';
import '../chords.css';
import { EarPanel } from '../ear-panel.tsx';
import { InstrumentChoice } from '../instrument-choice.tsx';
import { Pills, Ticks } from '../pills.tsx';
import { soundOnce } from '../sound/sound-once.ts';
import { soundOf, type Ports, type Sounding } from '../sounding.ts';
import type { Tune } from '../tunes/tune.ts';
import { tuneOf } from '../tunes/tune-of.ts';
import { chords as words } from '../words.ts';
import { NowPanel } from './now-panel.tsx';
import { playViewModel, type PlayViewModel } from './play-view-model.ts';
import { CapoChoice, KeyChoice, TempoChoice } from './tune-settings.tsx';
import { TuneWords } from './tune-words.tsx';

interface PlayScreenProps {
  readonly params: RouteParams;
  readonly store: ChoicesStore;
  readonly ports: Ports;
  readonly sounding: Sounding;
  readonly own$: Behavior<readonly Tune[]>;
}

/** One song: its chords, its words, and the way through it. */
export function PlayScreen({ params, own$, ...rest }: PlayScreenProps) {
  const tune = tuneOf(params['id'], useBehavior(own$));
  if (!tune)
    return (
      <div className="narrow">
        <h1 tabIndex={-1}>{words.title}</h1>
        <p className="notice">{words.gone}</p>
        <Back />
      </div>
    );
  return <OneTune key={tune.id} tune={tune} {...rest} />;
}

const Back = () => (
  <div className="actions">
    <Button variant="default" component={Link} href="/chords">
      {words.toChords}
    </Button>
  </div>
);

type OneTuneProps = Pick<PlayScreenProps, 'store' | 'ports' | 'sounding'> & { readonly tune: Tune };

function OneTune({ tune, store, ports, sounding }: OneTuneProps) {
  const [play] = useState(() => playViewModel(tune, ports));
  const [once] = useState(() => soundOnce(ports));
  const { kind, left } = useBehavior(store.choices$);
  const [chosenCapo, setCapo] = useState(0);
  const capo = kind === 'keyboard' ? 0 : chosenCapo;
  useEffect(() => sounding.hold(soundOf([once], play)), [sounding, once, play]);
  return (
    <div className="chords">
      <header className="chords-head">
        <h1 tabIndex={-1}>{tune.title}</h1>
        <p className="hint">{tune.by}</p>
      </header>
      <div className="chords-stage">
        <NowPanel {...{ play, once, tune, kind, left, capo }} />
        <TuneWords {...{ play, tune, capo }} />
      </div>
      <PlaySettings {...{ tune, play, store, capo, setCapo }} />
      <div className="actions">
        <Button variant="default" component={Link} href={`/sing/${tune.id}`}>
          {words.toSing}
        </Button>
        <Button variant="default" component={Link} href="/chords">
          {words.toChords}
        </Button>
      </div>
    </div>
  );
}

interface PlaySettingsProps extends Pick<OneTuneProps, 'tune' | 'store'> {
  readonly play: PlayViewModel;
  readonly capo: number;
  readonly setCapo: (capo: number) => void;
}

/** How it goes, in which key, on what, and whether it is heard. */
function PlaySettings({ tune, play, store, capo, setCapo }: PlaySettingsProps) {
  const { kind } = useBehavior(store.choices$);
  const { mode, transpose, tempoBpm, parts } = useBehavior(play.settings$);
  return (
    <section className="panel" aria-label={words.mode}>
      <Pills
        name="chords-mode"
        legend={words.mode}
        options={(['waits', 'tempo'] as const).map((value) => ({ value, label: words.modes[value] }))}
        value={mode}
        onChoose={(value) => play.set({ mode: value })}
      />
      {mode === 'tempo' && (
        <>
          <TempoChoice
            tempoBpm={tempoBpm}
            usualBpm={tune.tempoBpm}
            onChoose={(value) => play.set({ tempoBpm: value })}
          />
          <Ticks
            legend={words.along}
            options={(['chords', 'beat'] as const).map((value) => ({
              value,
              label: words.parts[value],
              on: parts[value],
            }))}
            onToggle={(value, on) => play.set({ parts: { ...parts, [value]: on } })}
          />
        </>
      )}
      <div className="chords-fields">
        <KeyChoice
          {...{ tune, transpose }}
          label={words.key}
          onChoose={(value) => play.set({ transpose: value })}
        />
        {kind !== 'keyboard' && <CapoChoice {...{ tune, transpose, kind, capo }} onChoose={setCapo} />}
      </div>
      <InstrumentChoice store={store} />
      <EarPanel
        ear={play.ear}
        on={words.ear}
        off={words.earOff}
        hint={mode === 'tempo' && parts.chords ? `${words.earHint} ${words.earAlone}` : words.earHint}
      />
    </section>
  );
}
