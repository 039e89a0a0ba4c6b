import { importFile } from '../own/import-file.ts';
import type { MusicDatabase } from '../music-database.ts';
import type { OwnTrack } from '../own/own-track.ts';
import { idOf } from '../own/probe.ts';
import type { TrackBytes } from '../own/track-bytes.ts';
import type { TrackReader } from '../own/track-reader.ts';
import type { Troubled } from '../../../storage/http-client.ts';
import { aboutOf, aboutText, stepsBetween, type ServerCopy, type Step } from './server-copy.ts';
import type { Refused, TracksApi } from './tracks-api.ts';

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
  /** How often a track was refused: what arrives spoiled is refused too, so it is tried more than once. */
  readonly refusals: Map<string, number>;
}

const MOST_REFUSALS = 3;

/** `in-step`, or what it waits for. */
export type PassOutcome = 'in-step' | Troubled;

/** Brings browser and service in step once: deletes there what is to go, and, if the person wants copies, the rest. */
export async function pass(ports: StepPorts, journey: Journey): Promise<PassOutcome> {
  const { database } = ports;
  let waits = await deleteThere(ports);
  // Who lets no deletion through may let the rest through.
  if (waits && waits.why !== 'interposed') return waits;
  if (!(await isOn(database))) return waits ?? 'in-step';
  const listed = await ports.api.list();
  if (!listed.ok) return waitFor(listed.trouble);
  await forgetWhatWasLost(database, listed.value);
  const [tracks, copies] = await Promise.all([database.tracks.toArray(), database.copies.toArray()]);
  const steps = stepsBetween({ tracks, copies, listed: listed.value.tracks });
  const carried = steps.filter(isCarried).filter((step) => !journey.hopeless.has(idIn(step)));
  const others = steps.filter((step) => !isCarried(step));
  const said: Said = new Map();
  for (const [done, step] of [...others, ...carried].entries()) {
    if (!(await isOn(database))) break;
    if (isCarried(step))
      journey.onCarrying({
        kind: step.kind,
        name: nameIn(step),
        done: done - others.length,
        total: carried.length,
      });
    const trouble = await take(step, ports, said);
    if (trouble && isLater(trouble)) return trouble;
    if (trouble && isTriedAgain(trouble, idIn(step), journey)) waits = { why: 'interposed' };
  }
  return (await confirm(said, ports)) ?? waits ?? 'in-step';
}

/**
 * A service whose store was opened anew since and that has none of the copies lost them: nothing of them is known any
 * more, so that they are sent again. Where it has some, the others were taken off it.
 */
const forgetWhatWasLost = (
  database: MusicDatabase,
  { tracks, store }: { readonly tracks: readonly { readonly id: string }[]; readonly store?: string },
): Promise<void> =>
  database.transaction('rw', [database.copies, database.seen], async () => {
    const before = (await database.seen.get('store'))?.store;
    if (store === undefined || store === before) return;
    await database.seen.put({ key: 'store', store });
    if (before === undefined) return;
    const there = await database.copies.filter(({ state }) => state === 'there').primaryKeys();
    const has = new Set(tracks.map(({ id }) => id));
    if (!there.some((id) => has.has(id))) await database.copies.bulkDelete(there);
  });

/** @returns what it waits for; absent: all is deleted */
async function deleteThere({ database, api }: StepPorts): Promise<Troubled | undefined> {
  for (const { id } of await database.copies.filter(({ state }) => state === 'forget').toArray()) {
    const removed = await api.remove(id);
    if (!removed.ok) return waitFor(removed.trouble);
    await database.copies.put({ id, state: 'forgotten' });
  }
  return undefined;
}

/** What was said of tracks in this pass and is not confirmed yet, by id. */
type Said = Map<string, string>;

/** Notes what the service has by its own list: its reply to what was said was empty, as anybody's can be. */
async function confirm(said: Said, { database, api }: StepPorts): Promise<Troubled | undefined> {
  if (said.size === 0) return undefined;
  const listed = await api.list();
  if (!listed.ok) return waitFor(listed.trouble);
  for (const { id, about } of listed.value.tracks) {
    if (!about || said.get(id) !== aboutText(about)) continue;
    await note(database, { id, state: 'there', about: aboutText(about) });
    said.delete(id);
  }
  return said.size === 0 ? undefined : { why: 'interposed' };
}

function isTriedAgain({ why }: Refused, id: string, { refusals, hopeless }: Journey): boolean {
  const times = (refusals.get(id) ?? 0) + 1;
  refusals.set(id, times);
  if (why === 'refused' && times < MOST_REFUSALS) return true;
  hopeless.add(id);
  return false;
}

const isOn = async (database: MusicDatabase): Promise<boolean> =>
  (await database.rules.get('rules'))?.onServer === true;

const isLater = (trouble: Refused | Troubled): trouble is Troubled =>
  trouble.why !== 'refused' && trouble.why !== 'too-large' && trouble.why !== 'unknown-track';

/** A refusal of what can only be spoiled on its way is somebody else's. */
const waitFor = (trouble: Refused | Troubled): Troubled =>
  isLater(trouble) ? trouble : { why: 'interposed' };

type Carried = Extract<Step, { kind: 'send' | 'fetch' }>;
const isCarried = (step: Step): step is Carried => step.kind === 'send' || step.kind === 'fetch';

const idIn = (step: Step): string =>
  'track' in step ? step.track.id : 'copy' in step ? step.copy.id : step.id;
const nameIn = (step: Carried): string => ('track' in step ? step.track.title : step.about.fileName);

/** @returns why it could not be; absent: done */
async function take(step: Step, ports: StepPorts, said: Said): Promise<Refused | Troubled | undefined> {
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
      if (!file) return { why: 'unknown-track' };
      // Before it leaves: whatever happens now, taking the track away will take it away there.
      await note(database, { id, state: 'sending' });
      const sent = await api.put(id, file);
      return sent.ok ? describe(step.track, ports, said) : sent.trouble;
    }
    case 'describe':
      return describe(step.track, ports, said);
    case 'fetch':
      return fetchTrack(step, ports);
  }
}

async function describe(
  track: OwnTrack,
  { api }: StepPorts,
  said: Said,
): Promise<Refused | Troubled | undefined> {
  const described = await api.describe(track.id, aboutOf(track));
  if (!described.ok) return described.trouble;
  said.set(track.id, aboutText(track));
  return undefined;
}

/** The person's wish to have it deleted, spoken meanwhile, stands. */
const note = (database: MusicDatabase, copy: ServerCopy): Promise<void> =>
  database.transaction('rw', database.copies, async () => {
    if ((await database.copies.get(copy.id))?.state !== 'forget') await database.copies.put(copy);
  });

/** Brings a track that is not in this browser, as if its file had been given, with what the person said of it. */
async function fetchTrack(
  { id, about }: Extract<Step, { kind: 'fetch' }>,
  ports: StepPorts,
): Promise<Refused | Troubled | undefined> {
  const { database, api } = ports;
  const came = await api.get(id);
  if (!came.ok) return came.trouble;
  if (!(await isFileOf(id, came.value))) return { why: 'refused' };
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
    if (imported.kind === 'refused') return { why: 'unknown-track' };
    await note(database, { id, state: 'there', about: aboutText(about) });
    return undefined;
  } finally {
    reader.dispose();
  }
}

const isFileOf = async (id: string, file: Blob): Promise<boolean> =>
  idOf(new Uint8Array(await file.arrayBuffer())) === id;

/** So long a track that is not on the service is not asked for again: a list that plays over and over would. */
const ABSENT_MS = 60_000;

/** This browser's files; one that it has lost comes back from the service, if the person keeps copies there. */
export function withCopies({ bytes, database, api, now }: Omit<StepPorts, 'reader'>): TrackBytes {
  const coming = new Map<string, Promise<Blob | undefined>>();
  /** When the service said that it has no such track, ms. */
  const absentAtMs = new Map<string, number>();
  const isAbsent = (id: string): boolean => {
    const sinceMs = now() - (absentAtMs.get(id) ?? -Infinity);
    // Also where the clock was put back meanwhile.
    return sinceMs >= 0 && sinceMs < ABSENT_MS;
  };
  const bringBack = async (id: string): Promise<Blob | undefined> => {
    const came = await api.get(id);
    if (!came.ok && came.trouble.why === 'unknown-track') absentAtMs.set(id, now());
    if (!came.ok || !(await isFileOf(id, came.value))) return undefined;
    // No room to keep it is no reason not to play it.
    await bytes.put(id, came.value).catch(() => undefined);
    return came.value;
  };
  return {
    put: (id, file) => bytes.put(id, file),
    remove: (id) => bytes.remove(id),
    get: async (id) => {
      const here = await bytes.get(id);
      if (here || !(await isOn(database)) || isAbsent(id)) return here;
      const file = coming.get(id) ?? bringBack(id).finally(() => coming.delete(id));
      coming.set(id, file);
      return file;
    },
  };
}
