import { useCallback } from 'react';
import { heartRates, isSound } from './heart-rates.ts';
import type { SessionPicture } from './session-picture.ts';
import { after } from './words/screens.ts';
import { sessionSentence } from './words/session-sentence.ts';
import { ArousalChart, HeartChart } from './charts.tsx';
import { ModuleStrip } from './module-strip.tsx';
import './session.css';

/** A session at a glance: heart rate, the arousal band, what played; and one sentence. */
export function SessionPictureView({ picture }: { picture: SessionPicture }) {
  const span = useCallback(
    () => ({ fromMs: picture.startMs, toMs: Math.max(picture.endMs, picture.startMs + 30_000) }),
    [picture],
  );
  return (
    <section className="picture" aria-label={after.picture}>
      <p className="lead">{sessionSentence(picture)}</p>
      {heartRates(picture.heart).length > 0 && (
        <figure className="figure">
          <figcaption>{after.heart}</figcaption>
          <HeartChart picture={picture} span={span} />
          {!picture.heart.beats.every(isSound) && <p className="hint">{after.artefacts}</p>}
        </figure>
      )}
      {picture.arousal.some(({ estimate }) => estimate) && (
        <figure className="figure">
          <figcaption>{after.arousal}</figcaption>
          <ArousalChart picture={picture} span={span} />
        </figure>
      )}
      <ModuleStrip picture={picture} toMs={span().toMs} />
    </section>
  );
}
