import { createHash } from 'node:crypto';
import Type, { type Static } from 'typebox';
import type { Role } from './access/actor.ts';
import { reachOf } from './access/reach.ts';
import type { Ties } from './access/ties.ts';
import type { ClientExportJob } from './contract/index.ts';
import type { ExportFiles } from './export-files.ts';
import { JobFailure, jobKind, type JobKind, type JobTools } from './jobs/job-kind.ts';
import type { Job, JobQueue } from './jobs/job-queue.ts';
import { scheduled, type Scheduled } from './jobs/schedule.ts';
import { clientExport, ExportEnded, type Asking, type ClientExport } from './sessions/client-export.ts';
import type { ExportJobs, ExportOf } from './sessions/client-export-job-routes.ts';
import type { SessionStore } from './sessions/session-store.ts';
import { zipped, type ZipEntry } from './sessions/zipped.ts';

export interface ExportPorts {
  readonly queue: JobQueue;
  readonly files: ExportFiles;
  readonly store: SessionStore;
  readonly ties: Pick<Ties, 'consent' | 'of'>;
  /** Absent: there is no such account, or it is disabled. */
  readonly roleOf: (account: string) => Promise<Role | undefined>;
  /** Told that one was put. */
  readonly wake?: () => void;
  /** Epoch ms. */
  readonly clock?: () => number;
}

/** How long an export can be fetched, counted from when it was asked for, ms. */
export const EXPORT_KEPT_MS = 86_400_000;

const Input = Type.Object({
  by: Type.String(),
  client: Type.String(),
  /** What the client is called in it. */
  called: Type.String(),
  consentVersion: Type.String(),
  consentGivenAtMs: Type.Number(),
  /** Digest of what there was to be exported when it was asked for. */
  of: Type.String(),
  sessions: Type.Integer(),
  askedAtMs: Type.Number(),
});
type Input = Static<typeof Input>;

const NAME = 'client-export';

/**
 * Makes exports, under the rules that hold while they are made: whoever may not have it any more is made none. When it
 * was asked for tells no two of them apart: who asks twice has one.
 */
export const exportKind = ({ store, ties, files, roleOf }: Omit<ExportPorts, 'queue'>): JobKind =>
  jobKind({
    name: NAME,
    version: 1,
    input: Input,
    addressed: ({ askedAtMs: _asked, ...input }) => input,
    run: async (input, tools) => {
      const asking = await askingFor(input.by, { ties, roleOf });
      const found = await clientExport({ store, ties }, asking, input.called);
      if (found?.client !== input.client) throw ended();
      try {
        const entries = counted(found, input, tools);
        const { sizeBytes, sha256 } = await files.put(
          input.client,
          tools.id,
          zipped(entries, input.askedAtMs),
        );
        return { sizeBytes, sha256, untilMs: input.askedAtMs + EXPORT_KEPT_MS };
      } catch (error) {
        if (error instanceof ExportEnded) throw ended(error);
        throw error;
      }
    },
  });

const ended = (cause?: unknown): JobFailure =>
  new JobFailure('relation or consent has ended', { isFinal: true, cause });

const askingFor = async (
  account: string,
  { ties, roleOf }: Pick<ExportPorts, 'ties' | 'roleOf'>,
): Promise<Asking> => {
  const actorNow = async (): Promise<Asking['actor']> => {
    const role = await roleOf(account);
    return role === undefined ? { kind: 'nobody' } : { kind: 'account', id: account, role };
  };
  const reachNow = async () => reachOf(await actorNow(), 'client.export', ties);
  return { actor: await actorNow(), reach: await reachNow(), seen: new Map(), reachNow };
};

async function* counted(
  found: ClientExport,
  { askedAtMs, sessions }: Input,
  { signal, onShare }: JobTools,
): AsyncGenerator<ZipEntry> {
  let logs = 0;
  const given: string[] = [];
  for await (const entry of found.entries(askedAtMs)) {
    signal.throwIfAborted();
    yield entry;
    if (!entry.name.endsWith('.ndjson')) continue;
    given.push(entry.name.replace('.ndjson', ''));
    onShare((logs += 1) / Math.max(1, sessions));
  }
  // What was deleted since it was written must not be given out: it is made anew.
  const left = new Set<string>();
  for await (const { id } of found.sessions()) left.add(id);
  if (given.some((id) => !left.has(id))) throw new JobFailure('a session was deleted meanwhile');
}

/** Exports as routes know them. */
export const exportJobs = ({ queue, files, wake, clock = Date.now, ...ports }: ExportPorts): ExportJobs => {
  const kind = exportKind({ ...ports, files });
  /** Only who asked, and for whom it was asked. */
  const found = async (id: string, of: ExportOf): Promise<Job | undefined> => {
    const job = await queue.find(NAME, id);
    const input = job?.input as Input | undefined;
    return input && input.by === of.by && input.client === of.client ? job : undefined;
  };
  const isOver = (job: Job): boolean =>
    job.state === 'failed' || (job.input as Input).askedAtMs + EXPORT_KEPT_MS <= clock();
  return {
    begin: async (of, { called, consent, sessions }) => {
      const digest = createHash('sha256');
      let count = 0;
      for await (const { id, eventCount } of sessions()) {
        digest.update(`${id} ${eventCount}\n`);
        count += 1;
      }
      const input: Input = {
        ...of,
        called,
        consentVersion: consent.version,
        consentGivenAtMs: consent.givenAtMs,
        of: digest.digest('base64url'),
        sessions: count,
        askedAtMs: clock(),
      };
      const id = await queue.put(kind, input);
      const job = await found(id, of);
      const isGone = job?.state === 'done' && !files.open(of.client, id);
      if (job && (isOver(job) || isGone)) {
        await queue.remove(NAME, id);
        await queue.put(kind, input);
      }
      wake?.();
      return shown((await found(id, of))!);
    },
    find: async (id, of) => {
      const job = await found(id, of);
      return job && (job.state === 'failed' || !isOver(job)) ? shown(job) : undefined;
    },
    open: async (id, of) => {
      const job = await found(id, of);
      return job?.state === 'done' && !isOver(job) ? files.open(of.client, id) : undefined;
    },
  };
};

const shown = ({ id, state, share, result }: Job): ClientExportJob => {
  const { sizeBytes, untilMs } = (result ?? {}) as { readonly sizeBytes?: number; readonly untilMs?: number };
  return {
    ...{ id, state },
    ...(share !== undefined && { share }),
    ...(sizeBytes !== undefined && { sizeBytes }),
    ...(untilMs !== undefined && { untilMs }),
  };
};

const HOUR_MS = 3_600_000;

/** Removes the files that nobody may fetch any more. */
export const exportExpiry = (files: ExportFiles, clock: () => number = Date.now): Scheduled =>
  scheduled('export-expiry', HOUR_MS, () => {
    files.clearBefore(clock() - EXPORT_KEPT_MS);
    return Promise.resolve();
  });

/** The same store; of whom a session is deleted, their exports are too, which have it in them. */
export const clearingExports = (store: SessionStore, { clear }: Pick<ExportFiles, 'clear'>): SessionStore => {
  const deleting = (from: Pick<SessionStore, 'find' | 'delete'>) => async (id: string) => {
    const client = (await from.find(id))?.client;
    const isDeleted = await from.delete(id);
    if (client !== undefined) await clear(client);
    return isDeleted;
  };
  return {
    ...store,
    delete: deleting(store),
    within: (scope) => {
      const log = store.within(scope);
      return { ...log, delete: deleting(log) };
    },
  };
};
