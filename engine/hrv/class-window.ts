import { NO_CLASSES, type BeatClass, type ClassCounts } from '../artefacts/index.ts';

/** How many beats of each class a trailing window holds. */
export interface ClassWindow {
  push(atMs: number, its: BeatClass): void;
  /** Counts over (atMs − window, atMs]; drops older beats for good. Valid until the next call. */
  at(atMs: number): ClassCounts;
}

/** Beats dropped before the queue is compacted. */
const COMPACT_AT = 1024;

export function classWindow(windowMs: number): ClassWindow {
  const queue: { readonly atMs: number; readonly its: BeatClass }[] = [];
  const counts: Record<BeatClass, number> = { ...NO_CLASSES };
  let head = 0;
  return {
    push(atMs, its) {
      queue.push({ atMs, its });
      counts[its] += 1;
    },
    at(atMs) {
      for (let one = queue[head]; one && one.atMs <= atMs - windowMs; one = queue[++head])
        counts[one.its] -= 1;
      if (head > COMPACT_AT) {
        queue.splice(0, head);
        head = 0;
      }
      return counts;
    },
  };
}
