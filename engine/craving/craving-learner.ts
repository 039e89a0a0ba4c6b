import { cravingEstimate, judgeCraving, type CravingJudgement } from './craving-estimate.ts';
import type { CravingLabel, CravingMoment } from './craving-label.ts';
import { cravingForecast } from './craving-model.ts';
import { promptDecision, type AskedPrompt } from './craving-prompt.ts';
import { cravingSettings } from './craving-settings.ts';
import { chance, type Chance } from '../maths/random.ts';
import { round } from '../maths/round.ts';
import type { CravingForecastTold, CravingPrompted } from './events.ts';
import type { CravingLearning, Marked, PromptAnswered, Rated } from './events.ts';
import type { SessionStarted } from '../session/signal.ts';
import type { Signal } from '../session/signal.ts';
import { cravingLabelOf } from './craving-answers.ts';
import { CravingBody } from './craving-body.ts';

type Emit = (signal: Signal) => void;
type ReportedForecast = DistributiveOmit<CravingForecastTold, 'type' | 'author' | 'atMs'>;
type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;

const QUARTER_MS = 15 * 60_000;
/** Least time between two forecast events. */
const REPORT_EVERY_MS = 60_000;
/** The first question is answered before the strap has delivered figures: such a label waits this long for them. */
const FIRST_FIGURES_MS = 90_000;
/** Separates the random draws for prompts from those for dosing, which use the session's seed itself. */
const PROMPT_STREAM = 0x63726176;

/**
 * Craving, tier 1, over one session: turns the person's statements into labels, emits the forecast
 * or why there is none, and prompts now and then. A new judgement costs two small fits a label; it
 * is made at the first step after a label.
 */
export class CravingLearner {
  private readonly learning: CravingLearning;
  private readonly settings = cravingSettings();
  private readonly body = new CravingBody();
  private readonly next: Chance;
  private readonly figuresByMs: number;
  private readonly tags = new Set<string>();
  private readonly labels: CravingLabel[];
  private readonly asked: AskedPrompt[];
  /** Labels that wait for the body's first figures, oldest first. */
  private waiting: CravingLabel[] = [];
  private judged: CravingJudgement | undefined;
  private open: CravingPrompted | undefined;
  private lastAnswerAtMs: number;
  private stopped = false;
  private quarter: number;
  private reported: { readonly atMs: number; readonly text: string } | undefined;

  constructor({ atMs, seed, source }: SessionStarted, learning: CravingLearning) {
    this.learning = learning;
    this.next = chance(seed ^ PROMPT_STREAM);
    this.figuresByMs = source.kind === 'none' ? -Infinity : atMs + FIRST_FIGURES_MS;
    this.labels = [...learning.record.labels];
    this.asked = [...(learning.prompts?.asked ?? [])];
    this.lastAnswerAtMs = this.labels.reduce((last, label) => Math.max(last, label.atMs), -Infinity);
    this.quarter = Math.floor(atMs / QUARTER_MS);
  }

  take(signal: Signal, emit: Emit): void {
    this.body.notice(signal);
    if (signal.type === 'tag') for (const tag of signal.tags) this.tags.add(tag);
    if (signal.type === 'press')
      this.stopped = signal.button === 'stop' || (this.stopped && signal.button !== 'resume');
    if (signal.type === 'rating' || signal.type === 'mark' || signal.type === 'prompt-answer')
      this.answer(signal, emit);
    if (signal.type === 'step') this.step(signal.atMs, emit);
    // The session ends: waiting labels are emitted as they are.
    if (signal.type === 'session-ended') this.tellWaiting(signal.atMs, emit);
  }

  private answer(event: Rated | Marked | PromptAnswered, emit: Emit): void {
    const before = [...this.labels, ...this.waiting];
    const label = cravingLabelOf(event, this.moment(event.atMs), { open: this.open, before });
    if (event.type !== 'prompt-answer' || event.said !== 'dismissed') this.lastAnswerAtMs = event.atMs;
    if (event.type === 'prompt-answer') this.open = undefined;
    if (!label) return;
    this.waiting.push(label);
    if (event.atMs >= this.figuresByMs || isWhole(label)) this.tellWaiting(event.atMs, emit);
  }

  private step(atMs: number, emit: Emit): void {
    if (this.waiting.length > 0 && (atMs >= this.figuresByMs || isWhole(this.moment(atMs))))
      this.tellWaiting(atMs, emit);
    const quarter = Math.floor(atMs / QUARTER_MS);
    if (quarter !== this.quarter) this.ask(atMs, emit);
    this.quarter = quarter;
    this.tell(atMs, emit);
  }

  private tellWaiting(atMs: number, emit: Emit): void {
    for (const waited of this.waiting) {
      const label = { ...waited, ...this.body.figures(atMs) };
      this.labels.push(label);
      this.judged = undefined;
      emit({ type: 'craving-label', author: 'engine', atMs, label });
    }
    this.waiting = [];
  }

  private ask(atMs: number, emit: Emit): void {
    const { prompts, utcOffsetMin } = this.learning;
    if (!prompts || this.stopped) return;
    const moment = this.moment(atMs);
    const { model } = this.judgement;
    const { mean, sd } = model.frame.body.arousal;
    const decision = promptDecision(
      { quiet: prompts.quiet, asked: this.asked, lastAnswerAtMs: this.lastAnswerAtMs },
      {
        ...{ atMs, utcOffsetMin, forecast: cravingForecast(model, moment) },
        activated: moment.arousal !== undefined && moment.arousal > mean + sd,
      },
      this.next,
    );
    if (!decision.ask) return;
    const { question, reason } = decision;
    this.asked.push({ atMs, utcOffsetMin, reason });
    const propensity = round(decision.propensity, 6);
    this.open = { type: 'craving-prompt', author: 'engine', atMs, question, reason, propensity };
    emit(this.open);
  }

  private tell(atMs: number, emit: Emit): void {
    if (this.reported && atMs - this.reported.atMs < REPORT_EVERY_MS) return;
    const forecast = reportedForecast(this.judgement, this.moment(atMs));
    const text = JSON.stringify(forecast);
    if (text === this.reported?.text) return;
    this.reported = { atMs, text };
    emit({ type: 'craving-forecast', author: 'engine', atMs, ...forecast });
  }

  private get judgement(): CravingJudgement {
    return (this.judged ??= judgeCraving(this.labels, this.settings));
  }

  private moment(atMs: number): CravingMoment {
    const { utcOffsetMin } = this.learning;
    return { atMs, utcOffsetMin, ...this.body.figures(atMs), tags: [...this.tags] };
  }
}

const isWhole = ({ arousal, heartRateZ, lnRmssdZ }: CravingMoment): boolean =>
  arousal !== undefined && heartRateZ !== undefined && lnRmssdZ !== undefined;

/**
 * The estimate as the log has it: to a hundredth, far below its own uncertainty,
 * so that it changes only when it matters.
 */
function reportedForecast(judgement: CravingJudgement, moment: CravingMoment): ReportedForecast {
  const estimate = cravingEstimate(judgement, moment);
  const found = judgement.evidence;
  const evidence = found && {
    labels: found.labels,
    positives: found.positives,
    brier: round(found.brier, 3),
    baseRateBrier: round(found.baseRateBrier, 3),
    falseAlarmsPerDay: round(found.alarms.falseAlarmsPerDay, 1),
  };
  if (estimate.kind === 'withheld' || !evidence) {
    const { reason, missing } =
      estimate.kind === 'withheld' ? estimate : { reason: 'no-body-signal' as const };
    return { withheld: reason, ...(missing !== undefined && { missing }), ...(evidence && { evidence }) };
  }
  const { probability, interval80, interval95 } = estimate;
  const hundredths = ([low, high]: readonly [number, number]) => [round(low, 2), round(high, 2)] as const;
  return {
    probability: round(probability, 2),
    interval80: hundredths(interval80),
    interval95: hundredths(interval95),
    evidence,
  };
}
