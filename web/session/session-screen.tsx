import { Button, Slider } from '@mantine/core';
import { useCallback } from 'react';
import { withheldReasons } from './words/reasons.ts';
import { session as words } from './words/screens.ts';
import { sensorErrors } from './words/sensor.ts';
import { goalLine, minutes, sessionLine } from './words/session-line.ts';
import { useBehavior } from '../kit/use-behavior.ts';
import type { SessionViewModel } from './session-view-model.ts';
import type { SessionsViewModel } from './sessions-view-model.ts';
import { HeartChart } from './charts.tsx';
import { CravingMark } from './craving-mark.tsx';
import { NowPlaying } from './now-playing.tsx';
import { Offers } from './offers.tsx';
import { SessionDetails } from './session-details.tsx';
import { Slot } from './slot.tsx';
import type { FilledSlots } from './slots.ts';

const TRACE_MS = 90_000;

/** What the screen needs of the sound beside the session. */
export type SessionSound = Pick<SessionsViewModel, 'volume$' | 'setVolume' | 'blocked$' | 'unblock'>;

interface SessionScreenProps {
  readonly session: SessionViewModel;
  readonly sound: SessionSound;
  readonly slots: FilledSlots;
}

/** The session: a breathing form, one line of state, what plays and why, and the few things one can do. */
export function SessionScreen({ session, sound, slots }: SessionScreenProps) {
  const state = useBehavior(session.state$);
  return (
    <div className="session">
      <section className="session-breath" aria-label={words.breathing}>
        <Slot parts={slots.centre} session={session} />
        <StateLine session={session} />
      </section>
      <section className="session-now" aria-label={words.now}>
        <Trouble sound={sound} session={session} />
        <Stillness session={session} />
        <NowPlaying decision={state.decision} ownTitles={state.ownTitles} />
        <Offers session={session} />
        <div className="steer">
          <Button variant="default" onClick={() => session.calmer()}>
            {words.calmer}
          </Button>
          <Button variant="default" onClick={() => session.livelier()}>
            {words.livelier}
          </Button>
          <Button variant="default" onClick={() => session.skip()}>
            {words.another}
          </Button>
          <Button variant="default" onClick={() => session.tooMuch()}>
            {words.tooMuch}
          </Button>
        </div>
        <CravingMark session={session} />
        <Slot parts={slots.cards} session={session} />
        {state.sensor && <LiveTrace session={session} />}
        {state.sensor && <Slot parts={slots.sensor} session={session} />}
        <Volume sound={sound} />
        <SessionDetails session={session} parts={slots.details} />
      </section>
    </div>
  );
}

function StateLine({ session }: { session: SessionViewModel }) {
  const state = useBehavior(session.state$);
  const heart = useBehavior(session.heart$);
  const remainingS = useBehavior(session.remainingS$);
  return (
    <div className="state">
      <h1 className="state-line" tabIndex={-1} data-testid="state-line">
        {sessionLine(state, heart)}
      </h1>
      <p className="hint">{goalLine(state)}</p>
      <p className="remaining figures" data-testid="remaining">
        {words.left(minutes(remainingS))}
      </p>
    </div>
  );
}

/** Where only the person can say whether they move. */
function Stillness({ session }: { session: SessionViewModel }) {
  const { arousal } = useBehavior(session.state$);
  if (!arousal || !('withheld' in arousal) || arousal.withheld !== 'perhaps-moving') return null;
  return (
    <div className="notice">
      <p>{withheldReasons['perhaps-moving']}</p>
      <Button variant="default" onClick={() => session.tag(['sitting'])}>
        {words.still}
      </Button>
    </div>
  );
}

function LiveTrace({ session }: { session: SessionViewModel }) {
  const span = useCallback(() => {
    const toMs = Math.max(session.picture.endMs, session.picture.startMs + TRACE_MS);
    return { fromMs: toMs - TRACE_MS, toMs };
  }, [session]);
  return (
    <figure className="figure">
      <figcaption>{words.heartCaption}</figcaption>
      <HeartChart
        picture={session.picture}
        drawn$={session.drawn$}
        span={span}
        height={120}
        text={words.heartText}
      />
    </figure>
  );
}

function Volume({ sound }: { sound: SessionSound }) {
  const volume = useBehavior(sound.volume$);
  return (
    <div className="volume">
      <span className="volume-label">{words.volume}</span>
      <Slider
        value={Math.round(volume * 100)}
        onChange={(percent) => sound.setVolume(percent / 100)}
        label={null}
        size={10}
        thumbSize={28}
        thumbLabel={words.volume}
        thumbValueText={`${Math.round(volume * 100)} %`}
      />
    </div>
  );
}

function Trouble({ sound, session }: { sound: SessionSound; session: SessionViewModel }) {
  const fault = useBehavior(session.sensorFault$);
  const blocked = useBehavior(sound.blocked$);
  const said = fault && sensorErrors[fault.code];
  return (
    <>
      {blocked && (
        <div className="notice" role="alert">
          <p>{blocked === 'interrupted' ? words.soundInterrupted : words.soundBlocked}</p>
          <Button onClick={() => sound.unblock()}>
            {blocked === 'interrupted' ? words.soundAgain : words.sound}
          </Button>
        </div>
      )}
      {said && (
        <div className="notice" role="alert">
          <p>
            <strong>{said.title}</strong> {said.advice}
          </p>
          <Button variant="default" onClick={() => session.connectAgain()}>
            {words.connectAgain}
          </Button>
        </div>
      )}
    </>
  );
}
