import { generated } from '../../../../../scripts/music/generated-tracks.ts';
import { pass } from '../../../../../web/features/music/copies/keep-in-step.ts';
import type { TracksApi } from '../../../../../web/features/music/copies/tracks-api.ts';
import { analyse } from '../../../../../web/features/music/own/analysis/analyse.ts';
import { importFile } from '../../../../../web/features/music/own/import-file.ts';
import { MusicDatabase } from '../../../../../web/features/music/music-database.ts';
import { probe } from '../../../../../web/features/music/own/probe.ts';
import { tableBytes } from '../../../../../web/features/music/own/track-bytes.ts';
import type { TrackReader } from '../../../../../web/features/music/own/track-reader.ts';

const RATE = 8000;
const { samples } = generated({ pattern: 'tune', bpm: 66, seconds: 21, sampleRate: RATE, seed: 1 });
const analysis = analyse({ channels: [samples], sampleRate: RATE });

/** The app's reader without its worker; decoding is the browser's, and every file here is the same music. */
const reader = (): TrackReader => ({
  probe,
  decode: () => Promise.resolve({ channels: [samples], sampleRate: RATE }),
  analyse: () => Promise.resolve(analysis),
  dispose: () => undefined,
});

let count = 0;

export type MusicBrowser = Awaited<ReturnType<typeof musicBrowser>>;

/** A browser that has never been here, with a store of its own. */
export async function musicBrowser(api: TracksApi) {
  const database = new MusicDatabase(`kept-music-${count++}`);
  await database.open();
  const ports = { database, bytes: tableBytes(database.bytes), api, reader, now: () => 1000 };
  const journey = {
    hopeless: new Set<string>(),
    refusals: new Map<string, number>(),
    onCarrying: () => undefined,
  };
  return {
    ...ports,
    ports,
    step: async () => {
      const outcome = await pass(ports, journey);
      return outcome === 'in-step' ? outcome : outcome.why;
    },
    bring: async (content: string): Promise<string> => {
      const file = new File([content], `${content}.mp3`, { type: 'audio/mpeg' });
      const came = await importFile(file, { ...ports, reader: reader() });
      if (came.kind === 'refused') throw new Error(came.why);
      return came.id;
    },
    takeAwayForGood: async (id: string) => {
      await database.change(id, { removed: true });
      await database.forgetRemoved();
    },
  };
}
