import Type from 'typebox';
import { jobKind, type JobKind, type JobTools } from './job-kind.ts';

const Slot = Type.Object({ slot: Type.Integer() });

/** Work that is to be done once in each stretch of time, by whichever process comes first. */
export interface Scheduled {
  readonly kind: JobKind;
  readonly everyMs: number;
}

/** @param run  given when its stretch began, epoch ms */
export const scheduled = (
  name: string,
  everyMs: number,
  run: (fromMs: number, tools: JobTools) => Promise<unknown>,
): Scheduled => ({
  everyMs,
  // The stretch is in the address: of all processes that put it, one job comes.
  kind: jobKind({
    ...{ name, version: 1, config: { everyMs }, input: Slot },
    run: ({ slot }, tools) => run(slot * everyMs, tools),
  }),
});

export interface SchedulePorts {
  readonly all: readonly Scheduled[];
  /** Has the job of one stretch done. What rejects is tried again at the next look. */
  readonly begin: (kind: JobKind, input: { readonly slot: number }) => Promise<unknown>;
  /** Epoch ms. */
  readonly clock?: () => number;
  readonly lookMs?: number;
}

const LOOK_MS = 60_000;

/** Begins what is due, now and once a minute, until it is stopped; then resolves when nothing is under way. */
export const keepSchedule = ({
  all,
  begin,
  clock = Date.now,
  lookMs = LOOK_MS,
}: SchedulePorts): { readonly stop: () => Promise<void> } => {
  const begun = new Map<string, number>();
  let underWay: Promise<unknown> | undefined;
  const look = async (): Promise<void> => {
    for (const { kind, everyMs } of all) {
      const slot = Math.floor(clock() / everyMs);
      // Not only later: a clock may be set back.
      if (begun.get(kind.name) === slot) continue;
      try {
        await begin(kind, { slot });
        begun.set(kind.name, slot);
      } catch {
        // Whoever could not do it has said so.
      }
    }
  };
  const lookUnlessBusy = () => {
    underWay ??= look().finally(() => (underWay = undefined));
  };
  lookUnlessBusy();
  const timer = setInterval(lookUnlessBusy, lookMs).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
};

/** Does a job at once and here, without a queue: for a service that has nobody to share it with. */
export const runHere =
  (signal: AbortSignal) =>
  (kind: JobKind, input: unknown): Promise<unknown> =>
    kind.run(input, { id: '', signal, onShare: () => signal.throwIfAborted() });
