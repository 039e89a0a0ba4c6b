import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { numberText } from '../../kit/numbers.ts';
import type { Slot, Song } from './song.ts';
import { sing as words } from './sing-words.ts';
import type { StudioViewModel } from './studio-view-model.ts';
import { PunchIn } from './punch-in-panel.tsx';
import { outlineOf, type Take } from './take.ts';
import { songs } from './words.ts';

interface SlotTakesProps {
  readonly song: Song;
  readonly slot: Slot;
  readonly studio: StudioViewModel;
  readonly takes: readonly Take[];
  readonly busy: boolean;
}

/** A part's backing to practise with, and its takes. */
export function SlotTakes({ song, slot, studio, takes, busy }: SlotTakesProps) {
  const name = songs.slots[song.kind][slot];
  return (
    <section className="song-part" aria-label={`${words.title}: ${name}`}>
      <div className="song-part-head">
        <h3>{name}</h3>
        <div className="actions">
          <Button variant="default" disabled={busy} onClick={() => studio.play(song, slot, false)}>
            {words.practise}
          </Button>
          <Button variant="default" disabled={busy} onClick={() => studio.record(song, slot)}>
            {words.record}
          </Button>
        </div>
      </div>
      {takes.map((take, i) => (
        <TakeRow
          key={take.id}
          number={i + 1}
          hasBefore={takes.some(({ id }) => id === take.before)}
          {...{ song, take, studio, busy }}
        />
      ))}
    </section>
  );
}

interface TakeRowProps extends Pick<SlotTakesProps, 'song' | 'studio' | 'busy'> {
  readonly take: Take;
  readonly number: number;
  /** The take that it was before is still there. */
  readonly hasBefore: boolean;
}

/** A nudge by hand, s. */
const NUDGE_S = 0.01;

function TakeRow({ song, take, studio, busy, number, hasBefore }: TakeRowProps) {
  const name = `${words.take} ${numberText(number)}`;
  return (
    <div className="song-take" data-chosen={take.chosen} role="group" aria-label={name}>
      <div className="song-take-head">
        <span className="line-name">{name}</span>
        <span className="hint">{words.seconds.replace('#', numberText(take.frames / take.sampleRate))}</span>
        {take.chosen ? (
          <span className="song-tag">{words.chosen}</span>
        ) : (
          <Button variant="subtle" onClick={() => studio.choose(take)}>
            {words.choose}
          </Button>
        )}
      </div>
      <Waveform take={take} studio={studio} />
      <p className="hint">{words.hows[take.how]}</p>
      {take.before !== undefined && hasBefore && (
        <div className="actions">
          <p className="hint">{words.punch.note}</p>
          <Button variant="subtle" disabled={busy} onClick={() => studio.takeBack(take)}>
            {words.punch.back}
          </Button>
        </div>
      )}
      <div className="actions">
        {take.chosen && (
          <Button variant="default" disabled={busy} onClick={() => studio.play(song, take.slot, true)}>
            {words.hear}
          </Button>
        )}
        <Button variant="subtle" aria-label={words.earlierLabel} onClick={() => studio.move(take, -NUDGE_S)}>
          {words.earlier}
        </Button>
        <Button variant="subtle" aria-label={words.laterLabel} onClick={() => studio.move(take, NUDGE_S)}>
          {words.later}
        </Button>
        <Button variant="subtle" onClick={() => studio.delete(take)}>
          {words.delete}
        </Button>
      </div>
      <PunchIn {...{ song, take, studio, busy }} />
    </div>
  );
}

const BARS = 120;

function Waveform({ take, studio }: { take: Take; studio: StudioViewModel }) {
  const [outline, setOutline] = useState<readonly number[]>([]);
  const { id } = take;
  useEffect(() => {
    let over = false;
    void studio.samples(take).then((samples) => !over && setOutline(outlineOf(samples, BARS)));
    return () => void (over = true);
    // The sound of a take never changes, whatever else is said of it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, studio]);
  const path = outline
    .map((loud, i) => `M${i + 0.5} ${20 - 19 * Math.sqrt(loud)}V${20 + 19 * Math.sqrt(loud)}`)
    .join('');
  return (
    <svg
      className="song-wave"
      viewBox={`0 0 ${BARS} 40`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words.waveform}
    >
      <path d={`M0 20H${BARS}`} className="song-wave-line" />
      <path d={path} className="song-wave-sound" />
    </svg>
  );
}
