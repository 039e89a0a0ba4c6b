import type { EngineConfig } from '../config/engine-config.ts';
import type { SessionStarted } from '../session/signal.ts';
import type { YokedDose } from './events.ts';
import { DoseController, type DoseMoment, type DoseWish } from './dose-controller.ts';
import { nearestRung } from '../music/ladder.ts';
import type { Phase, Protocol } from './protocols/protocol.ts';

/**
 * Gives another session's doses instead of responding to this one's heart: the sham arm of a study. Everything else
 * applies as usual: one change a minute and one rung at a time, presses, the shield, and whatever ends dosing.
 */
export class YokedController extends DoseController {
  protected override readonly wakes = false;
  private readonly doses: readonly YokedDose[];
  private readonly startMs: number;
  private given: YokedDose | undefined;

  constructor(protocol: Protocol, config: EngineConfig, { yoked = [], atMs }: SessionStarted) {
    super(protocol, config);
    this.doses = yoked;
    this.startMs = atMs;
  }

  /** Phases last their maximum: the heart must not shorten them. */
  override reached(): boolean {
    return false;
  }

  override enter(phase: Phase, moment: DoseMoment): DoseWish {
    const wish = super.enter(phase, moment);
    const quiet = moment.silent && this.doseAt(moment)?.family === 'silence' && wish.module === 'keep';
    return quiet ? { rung: 'silence', by: 'course', module: 'keep', reason: 'yoked' } : wish;
  }

  protected override toPhase(_phase: Phase, moment: DoseMoment): DoseWish | undefined {
    const dose = this.doseAt(moment);
    if (!dose || dose === this.given) return undefined;
    const about = { by: 'course', reason: 'yoked' } as const;
    if (dose.family === 'silence') {
      this.given = dose;
      return moment.silent ? undefined : this.wish({ ...about, rung: 'silence' }, moment, 'planned');
    }
    const to = nearestRung({ family: dose.family, level: dose.level });
    const rung = this.rung + Math.sign(to - this.rung);
    if (rung === to) this.given = dose;
    return this.wish({ ...about, rung, named: dose.module }, moment, 'planned');
  }

  private doseAt({ atMs }: DoseMoment): YokedDose | undefined {
    return this.doses.findLast(({ atS }) => atS <= (atMs - this.startMs) / 1000);
  }
}
