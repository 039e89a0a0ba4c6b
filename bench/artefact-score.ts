import {
  correct,
  intoSegments,
  liveClassifier,
  lt2019,
  type BeatClass,
  type LiveStep,
  type NnInterval,
  type RrInterval,
} from '../engine/artefacts/index.ts';

/** What became of one recording with injected artefacts. RMSSD in ms. */
export interface RowScore {
  readonly cleanMs: number;
  /** Of all NN intervals, and of pairs that were both seen whole. */
  readonly attuneMs: number;
  readonly originalPairsMs: number;
  readonly publishedMs: number;
  readonly tools: { readonly neurokit: number; readonly malik: number; readonly median20: number };
  readonly injected: number;
  readonly found: number;
  readonly falseFlags: number;
  readonly minutes: number;
  readonly withheld: boolean;
  readonly beats: number;
  /** Intervals to which the live classifier gave the same class in the end. */
  readonly agreeing: number;
}

type Row = Readonly<Record<string, string>>;

export function score(reference: Row, rows: readonly Row[]): RowScore {
  const rr = intoSegments(
    rows.map((row) => ({ atMs: Number(row['t_s']) * 1000, rrMs: Number(row['rr_ms']) })),
  );
  const { beats, nn, verdict } = correct(rr);
  const live = liveClasses(rr);
  const isInjected = rows.map((row) => row['artefact'] !== '' && row['artefact'] !== 'after_dropout');
  const isFlagged = beats.map((beat) => beat.class !== 'normal');
  const count = (test: (i: number) => boolean) => rows.filter((_, i) => test(i)).length;
  return {
    cleanMs: Number(reference['RMSSD_clean']),
    attuneMs: rmssd(nn, () => true),
    originalPairsMs: rmssd(nn, (a, b) => a.original && b.original),
    publishedMs: publishedRmssd(rr),
    tools: {
      neurokit: Number(reference['nk_iter_RMSSD']),
      malik: Number(reference['malik_RMSSD']),
      median20: Number(reference['med20_RMSSD']),
    },
    injected: count((i) => isInjected[i]!),
    found: count((i) => isInjected[i]! && isFlagged[i]!),
    falseFlags: count((i) => !isInjected[i]! && isFlagged[i]!),
    minutes: rr.reduce((sum, one) => sum + one.rrMs, 0) / 60_000,
    withheld: typeof verdict === 'object',
    beats: rr.length,
    agreeing: count((i) => live[i] === beats[i]!.class),
  };
}

/** Root mean square of successive differences within segments, of the pairs that `counts` lets in. */
function rmssd(nn: readonly NnInterval[], counts: (a: NnInterval, b: NnInterval) => boolean): number {
  let sum = 0;
  let pairs = 0;
  for (let i = 1; i < nn.length; i++) {
    const [a, b] = [nn[i - 1]!, nn[i]!];
    if (a.segment !== b.segment || !counts(a, b)) continue;
    sum += (b.nnMs - a.nnMs) ** 2;
    pairs += 1;
  }
  return Math.sqrt(sum / pairs);
}

function publishedRmssd(rr: readonly RrInterval[]): number {
  const segments: RrInterval[][] = [];
  for (const one of rr) (segments[one.segment] ??= []).push(one);
  return rmssd(
    segments.flatMap((some, segment) =>
      lt2019(some.map((one) => one.rrMs)).nnMs.map((nnMs) => ({
        atMs: 0,
        nnMs,
        original: true,
        segment,
        index: 0,
      })),
    ),
    () => true,
  );
}

function liveClasses(rr: readonly RrInterval[]): BeatClass[] {
  const live = liveClassifier();
  const classes: BeatClass[] = [];
  const take = ({ revisions }: LiveStep) => {
    for (const one of revisions) if (one.final) classes[one.index] = one.class;
  };
  for (const one of rr) take(live.push(one));
  take(live.finish());
  return classes;
}
