import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { saveFile } from '../../kit/save-file.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import { BackingChoices } from './backing-choices.tsx';
import { SLOTS, type BackingChoice, type Song } from './song.ts';
import { sing as words } from './sing-words.ts';
import type { Doing, StudioViewModel } from './studio-view-model.ts';
import { SlotTakes } from './slot-takes.tsx';
import { wavFile } from './wav-file.ts';

interface SingPanelProps {
  readonly song: Song;
  readonly studio: StudioViewModel;
  readonly onChange: (backing: BackingChoice) => void;
}

/** What a song is sung to, its takes part by part, and all of it together. */
export function SingPanel({ song, studio, onChange }: SingPanelProps) {
  const doing = useBehavior(studio.doing$);
  const problem = useBehavior(studio.problem$);
  const given = useBehavior(studio.given$);
  const deleted = useBehavior(studio.deleted$);
  const [takes$] = useState(() => studio.takes$(song.id));
  const takes = useBehavior(takes$);
  useEffect(() => () => studio.stop(), [studio]);
  const busy = doing.what !== 'nothing';
  return (
    <section className="panel song-sing" aria-labelledby="song-sing">
      <h2 id="song-sing">{words.title}</h2>
      <p className="hint">{words.lead}</p>
      <BackingChoices song={song} studio={studio} onChange={onChange} />
      <p className="hint song-headphones">{words.headphones}</p>
      <Going doing={doing} studio={studio} />
      {problem && (
        <p className="notice" role="alert">
          {words.problems[problem]}
        </p>
      )}
      {given?.processed && <p className="notice">{words.processed}</p>}
      {deleted?.song === song.id && (
        <div className="notice notice-line" role="status">
          <p>{words.deleted}</p>
          <Button variant="default" onClick={() => studio.undo()}>
            {words.undo}
          </Button>
        </div>
      )}
      {SLOTS.map((slot) => (
        <SlotTakes
          key={slot}
          {...{ song, slot, studio, busy }}
          takes={takes.filter((take) => take.slot === slot)}
        />
      ))}
      <div className="actions">
        <Button disabled={busy} onClick={() => studio.play(song, 'song', true)}>
          {words.whole}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => void saveMix(song, studio)}>
          {words.wav}
        </Button>
      </div>
    </section>
  );
}

async function saveMix(song: Song, studio: StudioViewModel): Promise<void> {
  const mix = await studio.mix(song);
  if (mix) saveFile('attune-song.wav', wavFile([mix.left, mix.right], mix.sampleRate), 'audio/wav');
}

/** What goes on, in words, and the way to end it. */
function Going({ doing, studio }: { doing: Doing; studio: StudioViewModel }) {
  return (
    <div className="song-going" data-doing={doing.what}>
      <p role="status">{lineOf(doing)}</p>
      {(doing.what === 'recording' || doing.what === 'count-in' || doing.what === 'listening') && (
        <Level studio={studio} />
      )}
      {doing.what !== 'nothing' && (
        <div className="actions">
          {doing.what === 'recording' && <Button onClick={() => studio.finish()}>{words.finish}</Button>}
          <Button variant="default" onClick={() => studio.stop()}>
            {words.stop}
          </Button>
        </div>
      )}
    </div>
  );
}

function lineOf({ what }: Doing): string {
  switch (what) {
    case 'nothing':
      return '';
    case 'preparing':
      return words.preparing;
    case 'playing':
      return words.playing;
    case 'count-in':
      return words.countIn;
    case 'recording':
      return words.recording;
    case 'listening':
      return words.humming;
  }
}

/** A bar for the eye alone: a number that moves all the time is nothing to be read out. */
function Level({ studio }: { studio: StudioViewModel }) {
  const level = useBehavior(studio.level$);
  return (
    <div className="song-level" aria-hidden="true" title={words.level}>
      <span style={{ transform: `scaleX(${Math.min(1, Math.sqrt(level)).toFixed(3)})` }} />
    </div>
  );
}
