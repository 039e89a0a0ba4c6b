import { encodeHeartRateMeasurement } from '../../engine/index.ts';
import type { Dropout, ObservedBeat } from './observed-beats.ts';

export interface StrapPacket {
  /** When it is sent, s from the heart's start. */
  readonly atS: number;
  /** 0x2A37. */
  readonly payload: Uint8Array;
}

/** RR intervals that fit into a notification at the smallest MTU, 23 bytes. */
const MAX_RR = 9;
/** Intervals that the strap averages its heart rate over. */
const RATE_INTERVALS = 4;

/**
 * The packets that a strap sends for these beats: one notification a second with the RR intervals that
 * ended since the last. RR are differences of beat times in 1/1024 s, so that rounding does not add up.
 * During a dropout it reports "no contact".
 */
export function* strapPackets(
  beats: Iterable<ObservedBeat>,
  dropouts: readonly Dropout[] = [],
): Generator<StrapPacket> {
  const source = beats[Symbol.iterator]();
  let upcoming = source.next();
  let waiting: number[] = [];
  let recent: readonly number[] = [];
  for (let atS = 1; upcoming.done !== true || waiting.length > 0; atS++) {
    for (; upcoming.done !== true && upcoming.value.atS <= atS; upcoming = source.next()) {
      waiting.push(rawRr(upcoming.value));
    }
    const rrRaw = waiting.slice(0, MAX_RR);
    waiting = waiting.slice(MAX_RR);
    recent = [...recent, ...rrRaw].slice(-RATE_INTERVALS);
    const payload = encodeHeartRateMeasurement({
      heartRateBpm: rateOf(recent),
      contact: !dropouts.some(({ fromS, toS }) => atS > fromS && atS <= toS),
      rrRaw,
    });
    yield { atS, payload };
  }
}

const rawRr = ({ atS, rrMs }: ObservedBeat): number =>
  Math.min(0xffff, Math.round(atS * 1024) - Math.round((atS - rrMs / 1000) * 1024));

const rateOf = (rrRaw: readonly number[]): number =>
  rrRaw.length === 0 ? 0 : Math.round((60 * 1024 * rrRaw.length) / rrRaw.reduce((sum, rr) => sum + rr, 0));
