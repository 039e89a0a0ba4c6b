import type { EngineConfig } from '../config/engine-config.ts';
import { marksMissedBeat } from './missed-beat.ts';

/** What a packet brings to the account: when it arrived, what it says, and the intervals in it. */
export interface ArrivedPacket {
  readonly atMs: number;
  readonly hex: string;
  readonly rrMs: readonly number[];
}

export interface RepeatedPackets<T extends ArrivedPacket> {
  /**
   * The packets that are now known to be no repeats, oldest first; a doubtful one waits for those after it.
   * `undefined`: this one is a repeat.
   */
  take(packet: T): readonly T[] | undefined;
  /** No more will come, or not from the same stretch: those that wait are judged as they are. */
  settle(): readonly T[];
}

/** Delays that are remembered: about a minute. */
const REMEMBERED = 64;
/** From this many on the least delay is known. */
const KNOWN = 8;
/** Delays nearer to each other than this are the same, ms. */
const SAME_MS = 30;
/** A new least delay undercuts the old by their range / their number on average; by this many such steps never. */
const RECORDS = 8;
/** Equal packets this close are a repeat without waiting, unless the account speaks for both, ms. */
const SURE_MS = 100;
/** Packets, or time, after which a doubtful one is judged. */
const WAITING = 5;
const WAITING_MS = 6000;
/** How much better the account must come out without a packet than with it. */
const BETTER = 0.6;
/** Share of equal neighbours below which a heart varies from beat to beat. */
const LIVELY = 0.25;
/** There an equal packet that comes sooner than this share of its intervals is no next beat. */
const SOON = 0.75;
/** After so long a silence nothing waits any more, and so great a delay may be a gap, ms. */
const BROKEN_MS = 5000;

/**
 * Finds notifications that were delivered twice. A packet that says the same as the one before may be a repeat, or the
 * next beat of a steady heart whose packets arrive unevenly; how soon it came tells them apart only together with the
 * account of arrivals against intervals. A packet comes late by anything, but never before its beats: the beats of a
 * repeat end before any have ended yet, and where it is taken for real, all after it are too early by as much.
 *
 * While the account is young, a doubtful packet that did not come at once waits for the next five. Packets without
 * intervals pass. Where arrivals are more uneven than a repeat is early, it passes for a late beat.
 */
export function repeatedPackets<T extends ArrivedPacket>({
  duplicateMs,
}: Pick<EngineConfig, 'duplicateMs'>): RepeatedPackets<T> {
  return new Account<T>(duplicateMs);
}

class Account<T extends ArrivedPacket> implements RepeatedPackets<T> {
  private readonly duplicateMs: number;
  /** The latest packet that counts. */
  private counted: ArrivedPacket | undefined;
  private latestMs = -Infinity;
  /** Sum of the intervals that count, ms. */
  private sumMs = 0;
  /** Arrival less that sum, of the latest packets that count. */
  private delaysMs: number[] = [];
  /** For the same packets: whether each says the same as the one before. */
  private equals: boolean[] = [];
  /** Whether this strap has repeated a packet before. */
  private repeats = false;
  /** A doubtful packet and those after it. */
  private waiting: T[] = [];

  constructor(duplicateMs: number) {
    this.duplicateMs = duplicateMs;
  }

  take(packet: T): readonly T[] | undefined {
    if (packet.rrMs.length === 0) return [packet];
    const isBroken = packet.atMs - this.latestMs > BROKEN_MS;
    this.latestMs = packet.atMs;
    if (isBroken) {
      return [...this.settle(), ...this.count(packet)];
    }
    if (this.waiting.length > 0) {
      this.waiting.push(packet);
      const sinceMs = packet.atMs - this.waiting[0]!.atMs;
      return this.waiting.length > WAITING || sinceMs > WAITING_MS ? this.settle() : [];
    }
    if (!this.mayRepeat(packet, this.counted)) return this.count(packet);
    switch (this.judged(packet)) {
      case 'real':
        return this.count(packet);
      case 'repeat':
        this.repeats = true;
        return undefined;
      case 'open':
        this.waiting.push(packet);
        return [];
    }
  }

  settle(): readonly T[] {
    const { waiting } = this;
    this.waiting = [];
    if (waiting.length === 0) return [];
    let best = { choice: 0, range: (this.rangeWithout(waiting, 0) ?? Infinity) * BETTER };
    for (let choice = 1; choice < 1 << waiting.length; choice++) {
      const range = this.rangeWithout(waiting, choice);
      if (range !== undefined && range < best.range) best = { choice, range };
    }
    if (best.choice !== 0) this.repeats = true;
    return waiting.flatMap((packet, i) => (best.choice & (1 << i) ? [] : this.count(packet)));
  }

  private mayRepeat({ atMs, hex, rrMs }: ArrivedPacket, before: ArrivedPacket | undefined): boolean {
    return hex === before?.hex && atMs - before.atMs < Math.max(this.duplicateMs, lengthOf(rrMs));
  }

  private judged({ atMs, rrMs }: T): 'real' | 'repeat' | 'open' {
    const lengthMs = lengthOf(rrMs);
    if (this.repeats && this.isLively() && atMs - this.counted!.atMs < SOON * lengthMs) return 'repeat';
    const delayMs = atMs - this.sumMs - lengthMs;
    const least = Math.min(...this.delaysMs);
    if (delayMs >= least - SAME_MS) return 'real';
    const known = this.delaysMs.length;
    if (known < KNOWN)
      return atMs - this.counted!.atMs <= SURE_MS && delayMs < least - lengthMs / 2 ? 'repeat' : 'open';
    const record = (RECORDS * (Math.max(...this.delaysMs) - least)) / known;
    return delayMs < least - Math.max(SAME_MS, record) ? 'repeat' : 'open';
  }

  private isLively(): boolean {
    return this.equals.filter((equal) => equal).length < LIVELY * this.equals.length;
  }

  /**
   * Range of all delays if some of those that wait are left out, a bit for each; `undefined` where one of these cannot
   * be a repeat.
   */
  private rangeWithout(waiting: readonly T[], choice: number): number | undefined {
    let { sumMs, counted } = this;
    const delaysMs = [...this.delaysMs];
    for (const [i, packet] of waiting.entries()) {
      if (choice & (1 << i)) {
        if (!this.mayRepeat(packet, counted)) return undefined;
        continue;
      }
      counted = packet;
      sumMs += lengthOf(packet.rrMs);
      delaysMs.push(packet.atMs - sumMs);
    }
    return Math.max(...delaysMs) - Math.min(...delaysMs);
  }

  private count(packet: T): readonly T[] {
    this.equals.push(packet.hex === this.counted?.hex);
    if (this.equals.length > REMEMBERED) this.equals.shift();
    this.counted = packet;
    this.sumMs += lengthOf(packet.rrMs);
    const delayMs = packet.atMs - this.sumMs;
    // What comes so late may catch up in a burst; of a strap that repeats itself it is rather a gap.
    if (this.repeats && delayMs - Math.max(...this.delaysMs) > BROKEN_MS) this.delaysMs = [];
    this.delaysMs.push(delayMs);
    if (this.delaysMs.length > REMEMBERED) this.delaysMs.shift();
    return [packet];
  }
}

const lengthOf = (rrMs: readonly number[]): number =>
  rrMs.reduce((sum, rr) => (marksMissedBeat(rr) ? sum : sum + rr), 0);
