import { firstValueFrom } from 'rxjs';
import type { Profile, TriggerTag, TriggerTags } from '../../../engine/index.ts';
import { importFile, mayBeAudio, type FileTrouble, type Imported } from './own/import-file.ts';
import type { Listening, MusicDatabase, StoredMusic } from './music-database.ts';
import { FIRST_RULES } from './music-rules.ts';
import { isOwn, type OwnTrack, type TrackPlace } from './own/own-track.ts';
import { profileOf } from './profile-of.ts';
import { responsesIn, type Responses } from './responses.ts';
import type { TrackBytes } from './own/track-bytes.ts';
import type { TrackReader } from './own/track-reader.ts';
import type { LeftOutRules } from '../../session/left-out-music.ts';
import type { Outbox } from '../../storage/outbox.ts';
import { lastRead, liveTable, WAITING, type Live } from '../../storage/live-table.ts';
import { reopening } from '../../storage/reopening.ts';
import { behavior, type Behavior, keepLatest } from '../../kit/behavior.ts';

/** Files under way. */
export interface Importing {
  readonly done: number;
  readonly total: number;
  readonly name: string;
}

export interface RefusedFile {
  readonly name: string;
  readonly why: FileTrouble;
}

/** What came of the files that were given last. */
export interface ImportResult {
  readonly added: number;
  readonly known: number;
  readonly refused: readonly RefusedFile[];
  readonly cancelled: boolean;
}

/** Something that was just done and can be taken back. */
export interface Undo {
  readonly what: 'removed' | TriggerTag;
  readonly title: string;
  back(): Promise<void>;
}

export interface MusicViewModel {
  readonly kept$: Behavior<Live<StoredMusic>>;
  readonly importing$: Behavior<Importing | undefined>;
  readonly result$: Behavior<ImportResult | undefined>;
  readonly undo$: Behavior<Undo | undefined>;
  add(files: readonly File[]): void;
  /** What is done is kept, what is not is dropped. */
  cancel(): void;
  dismissResult(): void;
  dismissUndo(): void;
  /** The person's word on where a track belongs. */
  place(id: string, place: TrackPlace): Promise<void>;
  /** Takes every proposal that waits as it is. */
  placeAll(): Promise<void>;
  /** A module or a track, in one tap. */
  judge(piece: { readonly id: string; readonly title: string }, trigger: TriggerTag): Promise<void>;
  setEarlyRecovery(on: boolean): Promise<void>;
  setTriggerTags(tags: Partial<Required<TriggerTags>>): Promise<void>;
  /** Puts a built-in module on the person's list of its family, or takes it off. */
  pick(module: string, on: boolean): Promise<void>;
  /** All that is left out by name or kind, at once. */
  setLeftOut(rules: LeftOutRules): Promise<void>;
  /** Lets a track change places with another of its list. */
  swap(a: string, b: string): Promise<void>;
  remove(track: Pick<OwnTrack, 'id' | 'title'>): Promise<void>;
  addListening(listening: Listening): Promise<void>;
  /** What a session that begins now is told. */
  profile(): Partial<Profile>;
  /** What past sessions say went with each piece; reads their logs. */
  responses(): Promise<Responses>;
}

export interface MusicViewPorts {
  readonly database: MusicDatabase;
  readonly bytes: TrackBytes;
  /** A fresh one for each lot of files. */
  readonly reader: () => TrackReader;
  readonly outbox: Pick<Outbox, 'sessions$' | 'eventsOf'>;
  readonly now: () => number;
}

type KnownMusic = Pick<StoredMusic, 'tracks' | 'rules'>;

/** Careful until the first read. From then on what was ruled out stays so, also while nothing can be read. */
const NOTHING_KNOWN: KnownMusic = { tracks: [], rules: FIRST_RULES };

/** Logs that responses are read from, the newest. */
const LOGS_READ = 40;

/** The person's music: what is kept of it, and everything they can do with it. */
export function musicViewModel(ports: MusicViewPorts): MusicViewModel {
  const { database, bytes, outbox } = ports;
  const kept$ = keepLatest<Live<StoredMusic>>(
    liveTable(() => reopening(database, () => database.kept())),
    WAITING,
  );
  const known$ = keepLatest<KnownMusic>(lastRead(kept$), NOTHING_KNOWN);
  const undo$ = behavior<Undo | undefined>(undefined);
  const files = importQueue(ports);
  const forget = async (): Promise<void> => {
    for (const id of await database.forgetRemoved()) await bytes.remove(id);
  };
  // What was taken away in an earlier visit cannot be had back any more.
  void forget().catch(() => undefined);
  const offer = (undo: Omit<Undo, 'back'>, back: () => Promise<void>): void =>
    undo$.next({
      ...undo,
      back: async () => {
        undo$.next(undefined);
        await back();
      },
    });
  return {
    kept$,
    ...files,
    undo$,
    dismissResult: () => files.result$.next(undefined),
    dismissUndo: () => undo$.next(undefined),
    place: (id, placed) => database.change(id, { placed }),
    placeAll: async () => {
      for (const { id, placed, proposed } of known$.value.tracks)
        if (!placed)
          await database.change(id, { placed: { family: proposed.family, level: proposed.level } });
    },
    judge: async ({ id, title }, trigger) => {
      const before = await judge(database, id, trigger);
      offer({ what: trigger, title }, async () => {
        await judge(database, id, before);
      });
    },
    ...rulesOf(database),
    swap: (a, b) => database.swap(a, b),
    remove: async ({ id, title }) => {
      await database.change(id, { removed: true });
      offer({ what: 'removed', title }, () => database.restore(id));
    },
    addListening: async (listening) => {
      await database.listenings.put(listening);
    },
    profile: () => profileOf(known$.value),
    responses: () => responsesOf(outbox),
  };
}

/** What the person says of music as a whole, and of the pieces that come with Attune. */
const rulesOf = (
  database: MusicDatabase,
): Pick<MusicViewModel, 'setEarlyRecovery' | 'setTriggerTags' | 'pick' | 'setLeftOut'> => ({
  setEarlyRecovery: (earlyRecovery) => database.setRules(() => ({ earlyRecovery })),
  setTriggerTags: (tags) =>
    database.setRules(({ triggerTags }) => ({ triggerTags: { ...triggerTags, ...tags } })),
  pick: (module, on) =>
    database.setRules(({ picked = [] }) => {
      const others = picked.filter((one) => one !== module);
      return { picked: on ? [...others, module] : others };
    }),
  setLeftOut: ({ earlyRecovery, triggerTags, songs = [] }) =>
    database.setRules(() => ({ earlyRecovery, triggerTags, songs })),
});

async function responsesOf(outbox: MusicViewPorts['outbox']): Promise<Responses> {
  const sessions = await firstValueFrom(lastRead(outbox.sessions$));
  const kept = sessions.filter(({ deleted }) => !deleted).slice(0, LOGS_READ);
  return responsesIn(await Promise.all(kept.map(({ id }) => outbox.eventsOf(id))));
}

/** @returns what it was judged before */
async function judge(database: MusicDatabase, id: string, trigger: TriggerTag): Promise<TriggerTag> {
  if (isOwn(id)) {
    const before = (await database.tracks.get(id))?.trigger ?? 'unknown';
    await database.change(id, { trigger });
    return before;
  }
  let before: TriggerTag = 'clean';
  await database.setRules(({ triggers }) => {
    if (triggers.includes(id)) before = 'trigger';
    const others = triggers.filter((one) => one !== id);
    return { triggers: trigger === 'trigger' ? [...others, id] : others };
  });
  return before;
}

/** Files one after another: two decoded at once would fill a phone's memory. */
function importQueue(ports: MusicViewPorts) {
  const importing$ = behavior<Importing | undefined>(undefined);
  const result$ = behavior<ImportResult | undefined>(undefined);
  let waiting: File[] = [];
  let total = 0;
  let stop: (() => void) | undefined;

  const run = async (): Promise<void> => {
    const reader = ports.reader();
    const stopped = new Promise<'stopped'>((resolve) => (stop = () => resolve('stopped')));
    let result: ImportResult = { added: 0, known: 0, refused: [], cancelled: false };
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      importing$.next({ done: total - waiting.length - 1, total, name: file.name });
      // A file that breaks what reads it is a broken file.
      const one = importFile(file, { ...ports, reader }).catch((): Imported => ({
        kind: 'refused',
        why: 'broken',
      }));
      const came = await Promise.race([one, stopped]);
      if (came === 'stopped') {
        result = { ...result, cancelled: true };
        break;
      }
      result = resultAfter(result, file, came);
    }
    reader.dispose();
    [waiting, total, stop] = [[], 0, undefined];
    importing$.next(undefined);
    result$.next(result);
  };

  return {
    importing$,
    result$,
    add: (files: readonly File[]): void => {
      if (files.length === 0) return;
      // Folders hold pictures and lists beside the songs: nobody wants a word on each.
      const songs = files.filter(mayBeAudio);
      const taken = songs.length > 0 ? songs : files;
      waiting.push(...taken);
      total += taken.length;
      if (stop) return;
      result$.next(undefined);
      void run();
    },
    cancel: () => stop?.(),
  };
}

function resultAfter(result: ImportResult, { name }: File, came: Imported): ImportResult {
  switch (came.kind) {
    case 'added':
      return { ...result, added: result.added + 1 };
    case 'known':
      return { ...result, known: result.known + 1 };
    case 'refused':
      return { ...result, refused: [...result.refused, { name, why: came.why }] };
  }
}
