import { render } from '../../test/support/audio-offline.ts';
import { readRecordings } from '../../test/support/audio-recordings.ts';
import type { Level } from '../../engine/index.ts';
import { createTonePlayer } from '../../web/audio/index.ts';
import { instrumentsOf, tempoBpm, type Score } from '../../web/audio/modules/index.ts';
import { RecordingBank } from '../../web/audio/recordings.ts';
import { OfflineContext } from '../../web/audio/tone.ts';

/** Seconds in which the fader goes up, which are left out. */
const WAKE_S = 0.5;

interface Rendering {
  readonly level: Level;
  readonly seed: number;
  readonly seconds: number;
  readonly sampleRate: number;
}

/** A score through the whole player, without its first moment. @returns left and right */
export async function renderScore(
  score: Score,
  { level, seed, seconds, sampleRate }: Rendering,
): Promise<readonly Float32Array[]> {
  const bank = new RecordingBank(new OfflineContext(1, 0.1, sampleRate), readRecordings);
  await bank.load(instrumentsOf(score));
  const scores = new Map([[score.id, score]]);
  const to = { module: score.id, family: score.family, level };
  const sides = await render({ seconds: seconds + WAKE_S, sampleRate }, (context) => {
    const player = createTonePlayer({ seed, context, scores, read: readRecordings });
    const wake = { kind: 'wake', to, durationS: WAKE_S, begin: 'now', curve: 'equal-power' } as const;
    return [[0, () => player.carryOut(wake)]];
  });
  return sides.map((side) => side.subarray(Math.round(WAKE_S * sampleRate)));
}

/**
 * A piece in short: so many of its phrases that they fill `seconds`, taken evenly from the first `minutes`. Whatever
 * sections it has in ten minutes, each has its share.
 */
export function digestOf(
  score: Score,
  {
    level,
    seconds,
    minutes = 10,
  }: { readonly level: Level; readonly seconds: number; readonly minutes?: number },
): Score {
  const phraseS = (60 * score.beatsPerPhrase) / tempoBpm(score.family, level);
  const stride = Math.max(1, (60 * minutes) / phraseS / Math.ceil(seconds / phraseS));
  const placed = (index: number): number => Math.floor((index + 0.5) * stride);
  return {
    ...score,
    phrase: (place) => score.phrase({ ...place, index: placed(place.index) }),
    ...(score.chordAt && {
      chordAt: (place) => score.chordAt!({ ...place, index: placed(place.index) }),
    }),
  };
}
