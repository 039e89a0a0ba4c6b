import { Button, Slider } from '@mantine/core';
import { useCallback } from 'react';
import { withheldReasons } from './words/reasons.ts';
import { session as words } from './words/screens.ts';
import { sensorErrors } from './words/sensor.ts';
import { goalLine, minutes, sessionLine } from './words/session-line.ts';
import { useBehavior } from '../kit/use-behavior.ts';
import type { SessionViewModel } from './session-view-model.ts';
import type { App } from '../app/app-parts.ts';
import { BreathForm } from '../features/breath/breath-form.tsx';
import { HeartChart } from './charts.tsx';
import { CravingMark } from './craving-mark.tsx';
import { NowPlaying } from './now-playing.tsx';
import { Offers } from './offers.tsx';
import { PromptCard } from '../features/craving/prompt-card.tsx';
import { LiveStrap } from '../features/straps/live-strap.tsx';
import { SessionDetails } from './session-details.tsx';

const TRACE_MS = 90_000;

/** The session: a breathing form, one line of state, what plays and why, and the few things one can do. */
export function SessionScreen({ app, session }: { app: App; session: SessionViewModel }) {
  const state = useBehavior(session.state$);
  return (
    <div className="session">
      <section className="session-breath" aria-label={words.breathing}>
        <BreathForm app={app} session={session} />
        <StateLine session={session} />
      </section>
      <section className="session-now" aria-label={words.now}>
        <Trouble app={app} session={session} />
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
        <PromptCard session={session} />
        {state.sensor && <LiveTrace session={session} />}
        {state.sensor && <LiveStrap source={app.source} />}
        <Volume app={app} />
        <SessionDetails session={session} />
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
      <p className="remaining" data-testid="remaining">
        <span className="figures">{minutes(remainingS)}</span> {words.left}
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

function Volume({ app }: { app: App }) {
  const volume = useBehavior(app.sessions.volume$);
  return (
    <div className="volume">
      <span className="volume-label">{words.volume}</span>
      <Slider
        value={Math.round(volume * 100)}
        onChange={(percent) => app.sessions.setVolume(percent / 100)}
        label={null}
        size={10}
        thumbSize={28}
        thumbLabel={words.volume}
        thumbValueText={`${Math.round(volume * 100)} %`}
      />
    </div>
  );
}

function Trouble({ app, session }: { app: App; session: SessionViewModel }) {
  const fault = useBehavior(session.sensorFault$);
  const blocked = useBehavior(app.sessions.blocked$);
  const said = fault && sensorErrors[fault.code];
  return (
    <>
      {blocked && (
        <div className="notice" role="alert">
          <p>{blocked === 'interrupted' ? words.soundInterrupted : words.soundBlocked}</p>
          <Button onClick={() => app.sessions.unblock()}>
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
