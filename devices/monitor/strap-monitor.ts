import {
  beatSource,
  bytesFromHex,
  chestBreathing,
  decodeHex,
  decodePolarFrame,
  engineConfig,
  isPlausibleRr,
  placedBeats,
  type BeatSource,
  type SensorState,
} from '../../engine/index.ts';
import type { SensorEvent } from '../heart-rate-sensor.ts';
import { strapProfileOf } from './strap-profiles.ts';

/** What a strap has shown of itself. */
export interface Capabilities {
  readonly beats: BeatSource;
  /** Whether it reports skin contact; `undefined`: not reported yet. */
  readonly contact: boolean | undefined;
}

/** A strap at this moment, as its badge shows it. */
export interface StrapStatus {
  readonly name: string;
  /** The note of its profile, where this kind of strap has a known peculiarity. */
  readonly note?: string;
  readonly state: SensorState;
  readonly capabilities: Capabilities;
  /** Absent: unknown now. */
  readonly bpm?: number;
  /** The strap reports no skin contact. */
  readonly off: boolean;
  /**
   * 0–1: share of the last half minute that beats cover; absent for a device without RR intervals, and before ten
   * seconds.
   */
  readonly quality?: number;
  /** Percent. */
  readonly battery?: number;
  /** How well the clock of a strap on another device is known, ±ms; absent: it is on this one, or not known yet. */
  readonly clockMs?: number;
  /** Breaths a minute, from chest movement; absent: unknown. */
  readonly breaths?: number;
}

const QUALITY_MS = 30_000;
const QUALITY_FROM_MS = 10_000;
/** Number of beats that the displayed rate averages. */
const BEATS = 8;
/** The sampling rate that Attune requests. */
const MOVEMENT_HZ = 25;
const MOVEMENT_SAMPLES = 40 * MOVEMENT_HZ;

type Vector = readonly [x: number, y: number, z: number];

/**
 * Follows a strap's events and returns its status after each. The engine decides which intervals are beats, when
 * they occurred, which are plausible and whether the strap sends RR at all, exactly as in a session.
 */
export function strapMonitor(name: string): (event: SensorEvent) => StrapStatus {
  const sourceOf = beatSource();
  const follow = recentBeats();
  let chest: readonly Vector[] = [];
  let now = strapUnknown(name);

  const afterPacket = (event: Extract<SensorEvent, { type: 'packet' }>): StrapStatus => {
    const decoded = decodeHex(event.hex);
    const { bpm, quality } = follow(event);
    if (!decoded.ok) return now;
    const { heartRate, contact } = decoded.value;
    const off = contact === false;
    const beats = sourceOf(decoded.value);
    const capabilities = { beats, contact: now.capabilities.contact === true || contact !== undefined };
    const rate = off ? undefined : (bpm ?? (heartRate > 0 ? heartRate : undefined));
    const covered = beats === 'heart-rate-only' ? undefined : quality;
    return { ...withoutFigures(now), capabilities, off, ...known({ bpm: rate, quality: covered }) };
  };
  const afterFrame = (hex: string): StrapStatus => {
    const bytes = bytesFromHex(hex);
    const frame = bytes.ok ? decodePolarFrame(bytes.value) : bytes;
    if (!frame.ok || frame.value.kind !== 'acceleration') return now;
    chest = [...chest, ...frame.value.milliG].slice(-MOVEMENT_SAMPLES);
    const { breaths: _, ...rest } = now;
    const breaths = chestBreathing(chest, MOVEMENT_HZ);
    return { ...rest, ...(breaths !== undefined && { breaths: Math.round(breaths) }) };
  };
  const afterState = (event: Extract<SensorEvent, { type: 'sensor' }>): StrapStatus => {
    follow(event);
    return { ...(event.state === 'streaming' ? now : withoutFigures(now)), state: event.state };
  };
  const after = (event: SensorEvent): StrapStatus => {
    switch (event.type) {
      case 'packet':
        return afterPacket(event);
      case 'frame':
        return afterFrame(event.hex);
      case 'sensor':
        return afterState(event);
      case 'clock-offset':
        return { ...now, clockMs: event.uncertaintyMs };
      case 'intervals': {
        const capabilities: Capabilities = { beats: 'rr', contact: undefined };
        return { ...withoutFigures(now), capabilities, ...known(follow(event)) };
      }
    }
  };
  return (event) => (now = after(event));
}

interface Figures {
  readonly bpm: number | undefined;
  readonly quality: number | undefined;
}

/** Mean rate of the latest beats, and the share of the last half minute that plausible beats cover. */
function recentBeats(): (event: SensorEvent) => Figures {
  const beatsOf = placedBeats(engineConfig());
  let beats: { readonly atMs: number; readonly rrMs: number }[] = [];
  let sinceMs: number | undefined;
  return (event) => {
    if (event.type !== 'sensor') sinceMs ??= event.atMs;
    beats = [...beats, ...beatsOf(event)].filter(({ atMs }) => atMs > event.atMs - QUALITY_MS);
    const latest = beats.slice(-BEATS);
    const overMs = Math.min(QUALITY_MS, event.atMs - (sinceMs ?? event.atMs));
    const coveredMs = lengthOf(beats.filter(({ rrMs }) => isPlausibleRr(rrMs)));
    return {
      bpm: latest.length === 0 ? undefined : Math.round((60_000 * latest.length) / lengthOf(latest)),
      quality: overMs < QUALITY_FROM_MS ? undefined : Math.min(1, coveredMs / overMs),
    };
  };
}

const lengthOf = (beats: readonly { readonly rrMs: number }[]): number =>
  beats.reduce((sum, { rrMs }) => sum + rrMs, 0);

/** The status of a strap before its first event. */
export function strapUnknown(name: string): StrapStatus {
  const note = strapProfileOf(name)?.note;
  const capabilities: Capabilities = { beats: 'waiting', contact: undefined };
  return { name, state: 'idle', capabilities, off: false, ...(note !== undefined && { note }) };
}

/** Drops figures that are out of date. */
const withoutFigures = ({ bpm: _, quality: __, ...rest }: StrapStatus): StrapStatus => rest;

const known = ({ bpm, quality }: Figures) => ({
  ...(bpm !== undefined && { bpm }),
  ...(quality !== undefined && { quality }),
});
