import { asyncScheduler, Subject, Subscription, timer, type Observable, type SchedulerLike } from 'rxjs';
import { behavior, type Behavior } from '../../../kit/behavior.ts';
import type { KeptTake } from '../rhythm-database.ts';
import type { RhythmStore } from '../rhythm-store.ts';
import type { Stage } from '../sound/stage.ts';
import { DRUM_INSTRUMENTS, strokeOf, type Hit, type Pad } from './pads.ts';

/** A drum as it is heard: what a pad shows. */
export interface Heard {
  readonly pad: Pad['id'];
  readonly force: number;
}

export interface DrumsViewModel {
  readonly takes$: RhythmStore['takes$'];
  /** `closed`: silent until it is opened; a browser gives sound only after a press. */
  readonly stage$: Behavior<'closed' | 'opening' | 'open' | 'failed'>;
  readonly hits$: Behavior<readonly Hit[]>;
  readonly heard$: Observable<Heard>;
  /** The take that is played; `current` is what was drummed last. */
  readonly playing$: Behavior<string | undefined>;
  readonly before$: Behavior<number | undefined>;
  readonly after$: Behavior<number | undefined>;
  /** What was taken away last, and can come back. */
  readonly undone$: Behavior<KeptTake | 'hits' | undefined>;
  /** Whether it was kept, or why it was not. */
  readonly kept$: Behavior<'no' | 'yes' | 'failed'>;
  readonly sounds$: Behavior<boolean>;
  open(): void;
  hit(pad: Pad['id'], force: number): void;
  rateBefore(value: number): void;
  rateAfter(value: number): void;
  /** Takes away what was drummed since the last rest. */
  undoPhrase(): void;
  /** Begins anew. */
  clear(): void;
  keep(): Promise<void>;
  play(take: KeptTake | 'current'): void;
  stop(): void;
  delete(take: KeptTake): Promise<void>;
  bringBack(): Promise<void>;
}

export interface DrumsPorts {
  readonly stage: Stage;
  readonly store: RhythmStore;
  readonly newId: () => string;
  readonly now: () => number;
  readonly scheduler?: SchedulerLike;
}

/** A rest of so long ends a phrase, s. Something rings on for so long, s. */
const [REST_S, RING_S] = [1.5, 2];
/** No take is longer; what comes later is heard and not written down. */
const MOST_HITS = 5000;

/** Free drumming: what is hit is heard at once, and can be kept. Nothing is judged. */
export function drumsViewModel(ports: DrumsPorts): DrumsViewModel {
  const { stage, store, newId, now, scheduler = asyncScheduler } = ports;
  const stage$ = behavior<'closed' | 'opening' | 'open' | 'failed'>('closed');
  const hits$ = behavior<readonly Hit[]>([]);
  const heard$ = new Subject<Heard>();
  const playing$ = behavior<string | undefined>(undefined);
  const [before$, after$] = [
    behavior<number | undefined>(undefined),
    behavior<number | undefined>(undefined),
  ];
  const undone$ = behavior<KeptTake | 'hits' | undefined>(undefined);
  const kept$ = behavior<'no' | 'yes' | 'failed'>('no');
  const sounds$ = behavior(false);
  let fromS = 0;
  let lastHits: readonly Hit[] = [];
  let ringing = new Subscription();
  let playback = new Subscription();

  const ring = (forS: number): void => {
    ringing.unsubscribe();
    sounds$.next(true);
    ringing = timer(1000 * forS, scheduler).subscribe(() => sounds$.next(false));
  };
  const quiet = (): void => {
    playback.unsubscribe();
    playing$.next(undefined);
  };
  const change = (hits: readonly Hit[]): void => {
    hits$.next(hits);
    kept$.next('no');
  };
  const playHits = (hits: readonly Hit[], id: string): void => {
    quiet();
    playing$.next(id);
    playback = new Subscription();
    const atS = stage.now() + 0.1;
    for (const hit of hits) {
      stage.strike(strokeOf(hit), atS + hit.atS);
      playback.add(timer(1000 * (hit.atS + 0.1), scheduler).subscribe(() => heard$.next(hit)));
    }
    const lengthS = (hits.at(-1)?.atS ?? 0) + 0.6;
    ring(lengthS + RING_S);
    playback.add(timer(1000 * lengthS, scheduler).subscribe(quiet));
  };
  const opened = async (): Promise<boolean> => {
    stage$.next('opening');
    const there = await stage.open(DRUM_INSTRUMENTS).then(
      () => true,
      () => false,
    );
    stage$.next(there ? 'open' : 'failed');
    return there;
  };
  return {
    ...{ takes$: store.takes$, stage$, hits$, heard$, playing$, before$, after$, undone$, kept$, sounds$ },
    open: () => void opened(),
    hit: (pad, force) => {
      if (stage$.value !== 'open') return;
      stage.strike(strokeOf({ pad, force }));
      heard$.next({ pad, force });
      ring(RING_S);
      const hits = hits$.value;
      if (hits.length >= MOST_HITS) return;
      if (hits.length === 0) fromS = stage.now();
      change([...hits, { pad, force, atS: Math.max(hits.at(-1)?.atS ?? 0, stage.now() - fromS) }]);
    },
    rateBefore: (value) => before$.next(value),
    rateAfter: (value) => after$.next(value),
    undoPhrase: () => {
      const hits = hits$.value;
      const begins = hits.findLastIndex((hit, i) => i === 0 || hit.atS - hits[i - 1]!.atS > REST_S);
      if (begins < 0) return;
      lastHits = hits;
      change(hits.slice(0, begins));
      undone$.next('hits');
    },
    clear: () => {
      lastHits = hits$.value;
      if (lastHits.length === 0) return;
      change([]);
      undone$.next('hits');
    },
    keep: async () => {
      const [before, after] = [before$.value, after$.value];
      const said = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
      const take = { id: newId(), atMs: now(), hits: hits$.value, ...said };
      if (take.hits.length === 0) return;
      await store.keepTake(take).then(
        () => {
          hits$.next([]);
          undone$.next(undefined);
          [before$, after$].forEach((feeling$) => feeling$.next(undefined));
          kept$.next('yes');
        },
        () => kept$.next('failed'),
      );
    },
    play: (take) => {
      const [hits, id] = take === 'current' ? [hits$.value, 'current'] : [take.hits, take.id];
      void (stage$.value === 'open' ? Promise.resolve(true) : opened()).then(
        (there) => there && playHits(hits, id),
      );
    },
    stop: () => {
      quiet();
      ringing.unsubscribe();
      stage.hush();
      sounds$.next(false);
    },
    delete: async (take) => {
      await store.deleteTake(take.id);
      undone$.next(take);
    },
    bringBack: async () => {
      const undone = undone$.value;
      undone$.next(undefined);
      if (undone === 'hits') change(lastHits);
      else if (undone) await store.keepTake(undone);
    },
  };
}
