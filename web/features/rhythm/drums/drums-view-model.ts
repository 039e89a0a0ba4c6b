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
export const drumsViewModel = (ports: DrumsPorts): DrumsViewModel => new Drums(ports);

class Drums implements DrumsViewModel {
  readonly takes$: RhythmStore['takes$'];
  readonly stage$ = behavior<'closed' | 'opening' | 'open' | 'failed'>('closed');
  readonly hits$ = behavior<readonly Hit[]>([]);
  readonly heard$ = new Subject<Heard>();
  readonly playing$ = behavior<string | undefined>(undefined);
  readonly before$ = behavior<number | undefined>(undefined);
  readonly after$ = behavior<number | undefined>(undefined);
  readonly undone$ = behavior<KeptTake | 'hits' | undefined>(undefined);
  readonly kept$ = behavior<'no' | 'yes' | 'failed'>('no');
  readonly sounds$ = behavior(false);
  readonly #ports: DrumsPorts;
  readonly #scheduler: SchedulerLike;
  /** Time of the first hit, seconds of the audio clock. */
  #fromS = 0;
  #lastHits: readonly Hit[] = [];
  #ringing = new Subscription();
  #playback = new Subscription();

  constructor(ports: DrumsPorts) {
    this.#ports = ports;
    this.#scheduler = ports.scheduler ?? asyncScheduler;
    this.takes$ = ports.store.takes$;
  }

  open(): void {
    void this.#opened();
  }

  hit(pad: Pad['id'], force: number): void {
    const { stage } = this.#ports;
    if (this.stage$.value !== 'open') return;
    stage.strike(strokeOf({ pad, force }));
    this.heard$.next({ pad, force });
    this.#ring(RING_S);
    const hits = this.hits$.value;
    if (hits.length >= MOST_HITS) return;
    if (hits.length === 0) this.#fromS = stage.now();
    const atS = Math.max(hits.at(-1)?.atS ?? 0, stage.now() - this.#fromS);
    this.#change([...hits, { pad, force, atS }]);
  }

  rateBefore(value: number): void {
    this.before$.next(value);
  }

  rateAfter(value: number): void {
    this.after$.next(value);
  }

  undoPhrase(): void {
    const hits = this.hits$.value;
    const begins = hits.findLastIndex((hit, i) => i === 0 || hit.atS - hits[i - 1]!.atS > REST_S);
    if (begins >= 0) this.#takeBack(hits.slice(0, begins));
  }

  clear(): void {
    if (this.hits$.value.length > 0) this.#takeBack([]);
  }

  async keep(): Promise<void> {
    const { store, newId, now } = this.#ports;
    const [before, after] = [this.before$.value, this.after$.value];
    const said = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
    const take = { id: newId(), atMs: now(), hits: this.hits$.value, ...said };
    if (take.hits.length === 0) return;
    try {
      await store.keepTake(take);
    } catch {
      this.kept$.next('failed');
      return;
    }
    this.#change([]);
    this.undone$.next(undefined);
    for (const feeling$ of [this.before$, this.after$]) feeling$.next(undefined);
    this.kept$.next('yes');
  }

  play(take: KeptTake | 'current'): void {
    const [hits, id] = take === 'current' ? [this.hits$.value, 'current'] : [take.hits, take.id];
    const there = this.stage$.value === 'open' ? Promise.resolve(true) : this.#opened();
    void there.then((open) => {
      if (open) this.#play(hits, id);
    });
  }

  stop(): void {
    this.#endPlayback();
    this.#ringing.unsubscribe();
    this.#ports.stage.hush();
    this.sounds$.next(false);
  }

  async delete(take: KeptTake): Promise<void> {
    await this.#ports.store.deleteTake(take.id);
    this.undone$.next(take);
  }

  async bringBack(): Promise<void> {
    const undone = this.undone$.value;
    this.undone$.next(undefined);
    if (undone === 'hits') this.#change(this.#lastHits);
    else if (undone) await this.#ports.store.keepTake(undone);
  }

  async #opened(): Promise<boolean> {
    this.stage$.next('opening');
    const there = await this.#ports.stage.open(DRUM_INSTRUMENTS).then(
      () => true,
      () => false,
    );
    this.stage$.next(there ? 'open' : 'failed');
    return there;
  }

  #change(hits: readonly Hit[]): void {
    this.hits$.next(hits);
    this.kept$.next('no');
  }

  #takeBack(left: readonly Hit[]): void {
    this.#lastHits = this.hits$.value;
    this.#change(left);
    this.undone$.next('hits');
  }

  #ring(forS: number): void {
    this.#ringing.unsubscribe();
    this.sounds$.next(true);
    this.#ringing = timer(1000 * forS, this.#scheduler).subscribe(() => this.sounds$.next(false));
  }

  #endPlayback(): void {
    this.#playback.unsubscribe();
    this.playing$.next(undefined);
  }

  #play(hits: readonly Hit[], id: string): void {
    const { stage } = this.#ports;
    this.#endPlayback();
    this.playing$.next(id);
    const playback = (this.#playback = new Subscription());
    const atS = stage.now() + 0.1;
    for (const hit of hits) {
      stage.strike(strokeOf(hit), atS + hit.atS);
      const heard = timer(1000 * (hit.atS + 0.1), this.#scheduler);
      playback.add(heard.subscribe(() => this.heard$.next(hit)));
    }
    const lengthS = (hits.at(-1)?.atS ?? 0) + 0.6;
    this.#ring(lengthS + RING_S);
    playback.add(timer(1000 * lengthS, this.#scheduler).subscribe(() => this.#endPlayback()));
  }
}
