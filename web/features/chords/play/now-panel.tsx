import { Button } from '@mantine/core';
import { language } from '../../../kit/language.ts';
import { numberText } from '../../../kit/numbers.ts';
import { useBehavior } from '../../../kit/use-behavior.ts';
import { ChordDiagram } from '../chord-diagram.tsx';
import type { SoundOnce } from '../sound/sound-once.ts';
import { chordName, chordSaid, transposed, type Chord } from '../theory/chord.ts';
import type { InstrumentKind } from '../theory/fingering.ts';
import { changesOf, type Tune } from '../tunes/tune.ts';
import { chords as words } from '../words.ts';
import { useArrows } from './use-arrows.ts';
import type { PlayViewModel } from './play-view-model.ts';

interface NowPanelProps {
  readonly play: PlayViewModel;
  readonly once: SoundOnce;
  readonly tune: Tune;
  readonly kind: InstrumentKind;
  readonly left: boolean;
  readonly capo: number;
}

/** The chord that is asked for, the one after it, and the way on. */
export function NowPanel({ play, once, tune, kind, left, capo }: NowPanelProps) {
  const at = useBehavior(play.at$);
  const going = useBehavior(play.going$);
  const failed = useBehavior(play.failed$);
  const { mode, transpose } = useBehavior(play.settings$);
  const listens = useBehavior(play.ear.state$).is === 'on';
  const changes = changesOf(tune);
  const shown = (i: number): Chord | undefined => {
    const change = changes[i];
    return change && transposed(change.chord, transpose - capo);
  };
  const [now, next] = [shown(at)!, shown(at + 1)];
  const sounding = transposed(now, capo);
  const waits = going === 'on' && mode === 'waits';
  useArrows(waits, (by) => play.move(by));
  return (
    <section className="panel chords-now" aria-label={words.now} data-going={going} data-at={at}>
      <div className="chords-pair">
        <div className="chords-big">
          <p className="chords-label">{words.now}</p>
          <p className="chords-name" data-testid="chord-now">
            {chordName(now, language)}
          </p>
          <ChordDiagram chord={now} kind={kind} left={left} />
          {capo > 0 && (
            <p className="hint">
              {words.capoAt.replace('#', numberText(capo))},{' '}
              {words.soundsAs.replace('#', chordName(sounding, language))}
            </p>
          )}
        </div>
        <div className="chords-small" data-none={next === undefined}>
          {next && (
            <>
              <p className="chords-label">{words.next}</p>
              <p className="chords-name">{chordName(next, language)}</p>
              <ChordDiagram chord={next} kind={kind} left={left} />
            </>
          )}
        </div>
      </div>
      <p className="chords-say" role="status">
        {failed ? words.failed : sayOf(going, mode, listens)}
      </p>
      {listens && <HeardLine play={play} />}
      <Steps {...{ play, once, kind, sounding }} />
    </section>
  );
}

interface StepsProps extends Pick<NowPanelProps, 'play' | 'once' | 'kind'> {
  readonly sounding: Chord;
}

/** The way on, back and out. */
function Steps({ play, once, kind, sounding }: StepsProps) {
  const at = useBehavior(play.at$);
  const going = useBehavior(play.going$);
  const { mode } = useBehavior(play.settings$);
  const waits = going === 'on' && mode === 'waits';
  return (
    <div className="actions">
      {going === 'no' || going === 'over' ? (
        <Button size="lg" onClick={() => play.begin(kind)}>
          {going === 'over' ? words.again : words.start}
        </Button>
      ) : (
        <>
          {waits && (
            <>
              <Button size="lg" onClick={() => play.move(1)}>
                {words.forward}
              </Button>
              <Button variant="default" disabled={at === 0} onClick={() => play.move(-1)}>
                {words.back}
              </Button>
            </>
          )}
          <Button variant="default" onClick={() => play.stop()}>
            {words.stop}
          </Button>
        </>
      )}
      {!(going === 'on' && mode === 'tempo') && going !== 'count-in' && (
        <Button
          variant="subtle"
          aria-label={`${words.hear}: ${chordSaid(sounding, language)}`}
          onClick={() => once.sound(sounding, kind)}
        >
          {words.hear}
        </Button>
      )}
    </div>
  );
}

function sayOf(going: PlayViewModel['going$']['value'], mode: 'waits' | 'tempo', listens: boolean): string {
  switch (going) {
    case 'no':
      return '';
    case 'preparing':
      return words.preparing;
    case 'count-in':
      return words.countIn;
    case 'on':
      return mode === 'tempo' ? words.going : listens ? words.waitingHeard : words.waiting;
    case 'over':
      return words.over;
  }
}

/** What the microphone makes of it; not read out, as it changes all the time. */
function HeardLine({ play }: { play: PlayViewModel }) {
  const { heard, rings } = useBehavior(play.heard$);
  const line =
    heard.is === 'chord'
      ? words.heard.chord.replace('#', chordName(heard.chord, language))
      : words.heard[heard.is];
  return (
    <p className="chords-heard" data-testid="heard" data-rings={rings}>
      {rings ? `${line} ${words.heard.rings}` : line}
    </p>
  );
}
