import type { EngineConfig } from '../config/engine-config.ts';
import type { HrvMeasured } from '../hrv/events.ts';
import type { SessionStarted } from '../session/signal.ts';
import type { Signal } from '../session/signal.ts';
import { doseMeter, type DoseMeter } from './dose-meter.ts';
import { heartRateCeiling } from './heart-rate-ceiling.ts';
import type { Protocol } from './protocols/protocol.ts';
import { quarantineWatch } from './quarantine-watch.ts';
import type { ShieldFacts } from './shield.ts';

/** What dosing knows of the session so far. */
export class SessionFacts {
  /** The arousal estimate; absent: withheld. */
  arousal: number | undefined;
  /** The person's last craving rating; absent: none yet. */
  craving: number | undefined;
  readonly meter: DoseMeter;
  private readonly start: SessionStarted;
  private readonly config: EngineConfig;
  private readonly urgent: boolean;
  private readonly ceilingBpm: number;
  private readonly quarantine;
  private heart: { readonly bpm: number; readonly atMs: number } | undefined;
  private contact = true;
  private distressed = false;

  constructor(start: SessionStarted, protocol: Protocol, config: EngineConfig) {
    this.start = start;
    this.config = config;
    this.urgent = protocol.rules.urgent;
    this.ceilingBpm = heartRateCeiling(start.profile, protocol.limits, config);
    this.meter = doseMeter(start.profile, config);
    this.quarantine = quarantineWatch(config);
  }

  /** Records every signal, dosing's own included. */
  take(signal: Signal): void {
    this.quarantine.take(signal);
    const { type } = signal;
    if (type === 'arousal') this.arousal = 'value' in signal ? signal.value : undefined;
    if (type === 'rating') this.craving = signal.value;
    if (type === 'hrv') this.measured(signal);
    if (type === 'skin-contact') this.contact = signal.contact;
    if (type === 'sensor') this.contact = signal.state === 'streaming';
    if (type === 'halt') this.distressed ||= signal.cause === 'distress';
  }

  /** Heart rate now, 1/min; absent without contact, or where the last is older than `staleS`: it is never guessed. */
  heartRateBpm(atMs: number): number | undefined {
    const { heart } = this;
    const fresh = heart !== undefined && atMs - heart.atMs <= this.config.staleS * 1000;
    return this.contact && fresh ? heart.bpm : undefined;
  }

  /** Whether it is known, and whether it is near or above its ceiling. */
  heartAt(atMs: number): 'unknown' | 'easy' | 'high' {
    const bpm = this.heartRateBpm(atMs);
    if (bpm === undefined) return 'unknown';
    return bpm >= this.ceilingBpm - this.config.ceilingMarginBpm ? 'high' : 'easy';
  }

  forShield(atMs: number): ShieldFacts {
    const heart = this.heartAt(atMs);
    return {
      profile: this.start.profile,
      quarantined: this.quarantine.quarantined,
      soundSpent: this.meter.soundSpent,
      minutesSpent: !this.urgent && this.meter.minutesSpent,
      heartHigh: heart === 'high',
      heartUnknown: heart === 'unknown',
      distressed: this.distressed,
    };
  }

  /** The limit that is reached, if any: from now on there is no music. */
  spent(): 'sound-limit' | 'daily-limit' | undefined {
    if (this.meter.soundSpent) return 'sound-limit';
    return !this.urgent && this.meter.minutesSpent ? 'daily-limit' : undefined;
  }

  private measured({ atMs, meanHrBpm }: HrvMeasured): void {
    this.heart = meanHrBpm === undefined ? undefined : { bpm: meanHrBpm, atMs };
  }
}
