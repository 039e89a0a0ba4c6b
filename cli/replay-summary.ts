import type { SessionEvent } from '../engine/index.ts';
import { clock, figure, table } from './table.ts';

/** What a replay came to, for people and as JSON. */
export interface ReplaySummary {
  readonly recording: string;
  readonly durationS: number;
  readonly events: number;
  readonly gaps: number;
  /** Heart rate at rest, 1/min, where it was given to the session; absent: found in its own quiet start, if at all. */
  readonly restingBpm?: number;
  /** Share of the steps with an arousal estimate, 0–1; absent without any step. */
  readonly arousalGiven?: number;
  readonly arousalMean?: number;
  readonly withheld: Readonly<Record<string, number>>;
  readonly decisions: readonly {
    readonly atS: number;
    readonly module: string;
    readonly level: number;
    readonly reason: string;
  }[];
  /** Craving, tier 1, where the log has it: what was told of it, when. */
  readonly cravingForecasts?: readonly {
    readonly atS: number;
    /** 0–1; absent: withheld. */
    readonly probability?: number;
    readonly withheld?: string;
  }[];
  /** For a session log: whether its conclusions came out again, byte for byte. */
  readonly identical?: boolean;
}

/** Gathers the summary while events go by, so that a day's log need not be kept. */
export function summariser(recording: string): { add(event: SessionEvent): void; end(): ReplaySummary } {
  const withheld: Record<string, number> = {};
  const decisions: ReplaySummary['decisions'][number][] = [];
  const cravingForecasts: NonNullable<ReplaySummary['cravingForecasts']>[number][] = [];
  let [events, gaps, given, total, startMs, endMs] = [0, 0, 0, 0, 0, 0];
  let restingBpm: number | undefined;
  return {
    add(event) {
      if (events === 0) startMs = event.atMs;
      events += 1;
      endMs = event.atMs;
      if (event.type === 'gap') gaps += 1;
      if (event.type === 'session-started') restingBpm = event.baseline?.heartRateBpm;
      if (event.type === 'decision') {
        const { module, level, reason } = event;
        decisions.push({ atS: (event.atMs - startMs) / 1000, module, level, reason });
      }
      if (event.type === 'craving-forecast') {
        const said = 'withheld' in event ? { withheld: event.withheld } : { probability: event.probability };
        cravingForecasts.push({ atS: (event.atMs - startMs) / 1000, ...said });
      }
      if (event.type !== 'arousal') return;
      if ('withheld' in event) withheld[event.withheld] = (withheld[event.withheld] ?? 0) + 1;
      else [given, total] = [given + 1, total + event.value];
    },
    end() {
      const steps = given + Object.values(withheld).reduce((sum, count) => sum + count, 0);
      return {
        recording,
        durationS: (endMs - startMs) / 1000,
        events,
        gaps,
        ...(restingBpm !== undefined && { restingBpm }),
        ...(steps > 0 && { arousalGiven: given / steps }),
        ...(given > 0 && { arousalMean: total / given }),
        withheld,
        decisions,
        ...(cravingForecasts.length > 0 && { cravingForecasts }),
      };
    },
  };
}

export function summaryText(summary: ReplaySummary): string {
  const {
    recording,
    durationS,
    events,
    gaps,
    restingBpm,
    arousalGiven,
    arousalMean,
    withheld,
    decisions,
    identical,
  } = summary;
  const reasons = Object.entries(withheld).map(([reason, steps]) => `${reason} ${steps} s`);
  const rows: [string, string][] = [
    ['recording', recording],
    ['duration', clock(durationS * 1000)],
    ['events', String(events)],
    ['gaps', String(gaps)],
    ['at rest', restingBpm === undefined ? 'not known beforehand' : figure(restingBpm, '1/min, given', 1)],
    [
      'arousal estimated',
      arousalGiven === undefined ? 'never' : `${(arousalGiven * 100).toFixed(1)} % of the time`,
    ],
    ['arousal, mean', arousalMean === undefined ? 'withheld' : figure(arousalMean, '(estimate, 0–1)', 2)],
    ['withheld', reasons.length === 0 ? 'never' : reasons.join(', ')],
    ...decisions.map((d, i): [string, string] => [
      i === 0 ? 'decisions' : '',
      `${clock(d.atS * 1000)}  ${d.module} ${d.level}  ${d.reason}`,
    ]),
  ];
  summary.cravingForecasts?.forEach(({ atS, probability, withheld: why }, i) => {
    const said = probability === undefined ? `withheld: ${why}` : figure(probability, '(estimate, 0–1)', 2);
    rows.push([i === 0 ? 'craving, forecast' : '', `${clock(atS * 1000)}  ${said}`]);
  });
  if (identical !== undefined) rows.push(['same as the log', identical ? 'yes, byte for byte' : 'NO']);
  return table(rows);
}
