import { Button } from '@mantine/core';
import { useState } from 'react';
import { LADDER, type Level, type TriggerTag } from '../../../../engine/index.ts';
import type { OwnTrack, TrackPlace } from './own-track.ts';
import { levelText, own as words, playlists, pulls } from '../words.ts';
import type { MusicViewModel } from '../music-view-model.ts';
import { ChoiceRow } from './choice-row.tsx';

const FAMILIES = ['calming', 'activating'] as const;
const TAGS: readonly TriggerTag[] = ['clean', 'unknown', 'trigger'];
/** The levels that sessions play of a family. */
const levelsOf = (of: TrackPlace['family']): readonly Level[] =>
  LADDER.filter(({ family }) => family === of).map(({ level }) => level);

/** Where a track belongs and whether it pulls towards use, as the person says it. */
export function PlaceForm({ track, music }: { track: OwnTrack; music: MusicViewModel }) {
  const [place, setPlace] = useState<TrackPlace>(track.placed ?? track.proposed);
  const choose = (next: TrackPlace): void => {
    setPlace(next);
    if (track.placed) void music.place(track.id, next);
  };
  return (
    <div className="place-form">
      <ChoiceRow
        legend={words.family}
        value={place.family}
        choices={FAMILIES.map((value) => ({ value, label: playlists[value].title }))}
        onChoose={(family) => choose({ family, level: nearest(place.level, levelsOf(family)) })}
      />
      <ChoiceRow
        legend={words.level}
        value={place.level}
        choices={levelsOf(place.family).map((value) => ({ value, label: levelText(place.family, value) }))}
        onChoose={(level) => choose({ ...place, level })}
      />
      <ChoiceRow
        legend={words.pull}
        value={track.trigger}
        choices={TAGS.map((value) => ({ value, label: pulls[value].label }))}
        onChoose={(trigger) => void music.judge(track, trigger)}
      />
      {!track.placed && (
        <Button onClick={() => void music.place(track.id, { family: place.family, level: place.level })}>
          {words.keep}
        </Button>
      )}
    </div>
  );
}

const nearest = (level: Level, levels: readonly Level[]): Level =>
  levels.reduce((best, one) => (Math.abs(one - level) < Math.abs(best - level) ? one : best));
