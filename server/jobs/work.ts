import { setTimeout as passing } from 'node:timers/promises';
import { Check } from 'typebox/value';
import { addressOf, JobFailure, reasonOf, type JobKind } from './job-kind.ts';
import { KEEP_MS, type JobQueue, type TakenJob } from './job-queue.ts';

export interface WorkOptions {
  readonly kinds: readonly JobKind[];
  /** How many at a time; absent: one. */
  readonly atOnce?: number;
  /** How long it waits before it looks again whether there is anything to do, ms. */
  readonly idleMs?: number;
  /** How often it says that it is there, ms. */
  readonly keepMs?: number;
  /** Told of each job that did not succeed, without anything of a person. */
  readonly notify?: (message: string) => void;
}

export interface Work {
  /** Looks at once instead of a little later: something was put. */
  readonly wake: () => void;
  /**
   * Takes nothing more, waits so long for what is under way, then hands that back as if it had not been taken. Never
   * rejects.
   */
  readonly stop: (patienceMs: number) => Promise<void>;
}

const IDLE_MS = 1000;

/** Does the jobs of a queue, of these kinds, until it is stopped. What goes wrong with the queue is tried again. */
export const work = (queue: JobQueue, options: WorkOptions): Work => {
  const { kinds, atOnce = 1, idleMs = IDLE_MS, keepMs = KEEP_MS, notify = () => undefined } = options;
  const ending = new AbortController();
  const stopped = new AbortController();
  const goesOn = () => !ending.signal.aborted;
  const sleepers = new Set<AbortController>();
  const idle = async (): Promise<void> => {
    const sleeper = new AbortController();
    sleepers.add(sleeper);
    await passing(idleMs, undefined, { signal: sleeper.signal, ref: false }).catch(() => undefined);
    sleepers.delete(sleeper);
  };
  const wake = () => sleepers.forEach((it) => it.abort());

  const slot = async (): Promise<void> => {
    while (goesOn()) {
      try {
        const taken = await queue.take(kinds);
        if (!taken) await idle();
        else if (!goesOn()) await queue.handBack(taken);
        else await runTaken(queue, taken, { kinds, keepMs, notify, stopped: stopped.signal });
      } catch {
        // The queue cannot be reached: what was taken is handed to somebody else by and by.
        await idle();
      }
    }
  };
  const slots = Promise.all(Array.from({ length: atOnce }, slot));
  return {
    wake,
    stop: async (patienceMs) => {
      ending.abort();
      wake();
      const overdue = setTimeout(() => stopped.abort(new JobFailure('the worker ends')), patienceMs);
      await slots;
      clearTimeout(overdue);
    },
  };
};

interface Running {
  readonly kinds: readonly JobKind[];
  readonly keepMs: number;
  readonly notify: (message: string) => void;
  /** Aborted when there is no more patience. */
  readonly stopped: AbortSignal;
}

/** Does one job, says meanwhile that it is being done, and what came of it. Rejects where the queue does. */
const runTaken = async (
  queue: JobQueue,
  taken: TakenJob,
  { kinds, keepMs, notify, stopped }: Running,
): Promise<void> => {
  const job = new AbortController();
  const held = { isLost: false };
  let share: number | undefined;
  const onShare = (now: number) => {
    share = Math.min(1, Math.max(0, now));
  };
  const keep = async () => {
    // Where it cannot be asked, whether it is lost will be seen when it can.
    held.isLost ||= !(await queue.keep(taken, share).catch(() => true));
    if (held.isLost) job.abort(new JobFailure('it was handed to another worker'));
  };
  const keeping = setInterval(() => void keep(), keepMs);
  const ending = abortedBy(stopped, () => job.abort(stopped.reason));
  const kind = kinds.find(({ name }) => name === taken.kind);
  try {
    const running = outcomeOf(kind, taken, { id: taken.id, signal: job.signal, onShare });
    const ended = await Promise.race([running, ending.outcome]);
    if (ended.kind === 'aborted') await queue.handBack(taken);
    else if (held.isLost) return;
    else if (ended.kind === 'done') await queue.done(taken, ended.result);
    else {
      await queue.failed(taken, ended.reason, ended.isFinal);
      notify(`A job ${taken.kind} did not succeed (${ended.reason}). attune jobs has it: ${taken.id}`);
    }
  } finally {
    clearInterval(keeping);
    ending.forget();
  }
};

type Outcome =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly reason: string; readonly isFinal: boolean }
  | { readonly kind: 'aborted' };

const outcomeOf = async (
  kind: JobKind | undefined,
  { id, input }: TakenJob,
  tools: Parameters<JobKind['run']>[1],
): Promise<Outcome> => {
  try {
    if (!kind || !Check(kind.input, input))
      throw new JobFailure('its input is not of this version', { isFinal: true });
    // While versions change, a worker of the other one may come by.
    if (addressOf(kind, input) !== id)
      throw new JobFailure('it was put by another version, or with other settings');
    return { kind: 'done', result: (await kind.run(input, tools)) ?? null };
  } catch (error) {
    const isFinal = error instanceof JobFailure && error.isFinal;
    return { kind: 'failed', reason: reasonOf(error), isFinal };
  }
};

/** Nothing of one job stays with a signal that outlives it. */
const abortedBy = (
  signal: AbortSignal,
  told: () => void,
): { readonly outcome: Promise<Outcome>; readonly forget: () => void } => {
  let end: () => void = () => undefined;
  const outcome = new Promise<Outcome>((resolve) => {
    end = () => {
      told();
      resolve({ kind: 'aborted' });
    };
  });
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  return { outcome, forget: () => signal.removeEventListener('abort', end) };
};
