import type { TrackAbout } from '../../../../server/contract/index.ts';
import { importFile } from '../own/import-file.ts';
import type { MusicDatabase } from '../music-database.ts';
import type { OwnTrack } from '../own/own-track.ts';
import { idOf } from '../own/probe.ts';
import type { TrackBytes } from '../own/track-bytes.ts';
import type { TrackReader } from '../own/track-reader.ts';
import { aboutOf, aboutText, stepsBetween, type ServerCopy, type Step } from './server-copy.ts';
import type { Refusal, TracksApi } from './tracks-api.ts';

export interface StepPorts {
  readonly database: MusicDatabase;
  /** Of this browser alone. */
  readonly bytes: TrackBytes;
  readonly api: TracksApi;
  readonly reader: () => TrackReader;
  readonly now: () => number;
}

/** A track on its way. */
export interface Carrying {
  readonly kind: 'send' | 'fetch';
  readonly name: string;
  readonly done: number;
  readonly total: number;
}

/** How it goes, for the screen; and what not to try again in this visit. */
export interface Journey {
  readonly onCarrying: (carrying: Carrying) => void;
  /** Tracks that cannot be carried: unreadable here, or refused there. */
  readonly hopeless: Set<string>;
}

export type PassOutcome = 'in-step' | 'away' | 'full';

/** Brings browser and service in step once: deletes there what is to go, and, if the person wants copies, the rest. */
export async function pass(ports: StepPorts, journey: Journey): Promise<PassOutcome> {
  const { database, api } = ports;
  for (const { id } of await database.copies.filter(({ state }) => state === 'forget').toArray()) {
    const removed = await api.remove(id);
    if (!removed.ok && isLater(removed.why)) return removed.why;
    await database.copies.put({ id, state: 'forgotten' });
  }
  if (!(await isOn(database))) return 'in-step';
  const listed = await api.list();
  if (!listed.ok) return listed.why === 'full' ? 'full' : 'away';
  const [tracks, copies] = await Promise.all([database.tracks.toArray(), database.copies.toArray()]);
  const steps = stepsBetween({ tracks, copies, listed: listed.value });
  const carried = steps.filter(isCarried).filter((step) => !journey.hopeless.has(idIn(step)));
  const others = steps.filter((step) => !isCarried(step));
  for (const [done, step] of [...others, ...carried].entries()) {
    if (!(await isOn(database))) return 'in-step';
    if (isCarried(step))
      journey.onCarrying({
        kind: step.kind,
        name: nameIn(step),
        done: done - others.length,
        total: carried.length,
      });
    const trouble = await take(step, ports);
    if (trouble && isLater(trouble)) return trouble;
    if (trouble) journey.hopeless.add(idIn(step));
  }
  return 'in-step';
}

const isOn = async (database: MusicDatabase): Promise<boolean> =>
  (await database.rules.get('rules'))?.onServer === true;

const isLater = (why: Refusal): why is 'away' | 'full' => why === 'away' || why === 'full';

type Carried = Extract<Step, { kind: 'send' | 'fetch' }>;
const isCarried = (step: Step): step is Carried => step.kind === 'send' || step.kind === 'fetch';

const idIn = (step: Step): string =>
  'track' in step ? step.track.id : 'copy' in step ? step.copy.id : step.id;
const nameIn = (step: Carried): string => ('track' in step ? step.track.title : step.about.fileName);

/** @returns why it could not be; absent: done */
async function take(step: Step, ports: StepPorts): Promise<Refusal | undefined> {
  const { database, api, bytes } = ports;
  switch (step.kind) {
    case 'note':
      await note(database, step.copy);
      return undefined;
    case 'take': {
      await database.change(step.id, aboutOf(step.about));
      await note(database, { id: step.id, state: 'there', about: aboutText(step.about) });
      return undefined;
    }
    case 'send': {
      const { id } = step.track;
      const file = await bytes.get(id);
      if (!file) return 'unknown-track';
      // Before it leaves: whatever happens now, taking the track away will take it away there.
      await note(database, { id, state: 'sending' });
      const sent = await api.put(id, file);
      return sent.ok ? describe(step.track, ports) : sent.why;
    }
    case 'describe':
      return describe(step.track, ports);
    case 'fetch':
      return fetchTrack(step.id, step.about, ports);
  }
}

async function describe(track: OwnTrack, { database, api }: StepPorts): Promise<Refusal | undefined> {
  const described = await api.describe(track.id, aboutOf(track));
  if (!described.ok) return described.why;
  await note(database, { id: track.id, state: 'there', about: aboutText(track) });
  return undefined;
}

/** The person's wish to have it deleted, spoken meanwhile, stands. */
const note = (database: MusicDatabase, copy: ServerCopy): Promise<void> =>
  database.transaction('rw', database.copies, async () => {
    if ((await database.copies.get(copy.id))?.state !== 'forget') await database.copies.put(copy);
  });

/** Brings a track that is not in this browser, as if its file had been given, with what the person said of it. */
async function fetchTrack(id: string, about: TrackAbout, ports: StepPorts): Promise<Refusal | undefined> {
  const { database, api } = ports;
  const came = await api.get(id);
  if (!came.ok) return came.why;
  if (!(await isFileOf(id, came.value))) return 'refused';
  // Only sounds were taken there; the ending may be missing.
  const file = new File([came.value], about.fileName, { type: 'audio/unknown' });
  const said = aboutOf(about);
  const reader = ports.reader();
  try {
    const imported = await importFile(file, {
      ...ports,
      reader,
      database: {
        tracks: database.tracks,
        add: (track) => database.add({ ...track, ...said }),
      },
    });
    if (imported.kind === 'refused') return 'refused';
    await note(database, { id, state: 'there', about: aboutText(about) });
    return undefined;
  } finally {
    reader.dispose();
  }
}

const isFileOf = async (id: string, file: Blob): Promise<boolean> =>
  idOf(new Uint8Array(await file.arrayBuffer())) === id;

/** This browser's files; one that it has lost comes back from the service, if the person keeps copies there. */
export const withCopies = ({ bytes, database, api }: Omit<StepPorts, 'reader' | 'now'>): TrackBytes => ({
  put: (id, file) => bytes.put(id, file),
  remove: (id) => bytes.remove(id),
  get: async (id) => {
    const here = await bytes.get(id);
    if (here || !(await isOn(database))) return here;
    const came = await api.get(id);
    if (!came.ok || !(await isFileOf(id, came.value))) return undefined;
    // No room to keep it is no reason not to play it.
    await bytes.put(id, came.value).catch(() => undefined);
    return came.value;
  },
});
