import type { SensorEvent } from '../heart-rate-sensor.ts';
import { capabilityReader, type Capabilities } from './strap-capabilities.ts';
import { strapProfileOf } from './strap-profiles.ts';
import {
  bytesFromHex,
  chestBreathing,
  decodeHex,
  decodePolarFrame,
  type SensorState,
} from '../../engine/index.ts';

/** A strap at this moment, as its badge shows it. */
export interface StrapNow {
  readonly name: string;
  /** Its profile's own words, where it has a peculiarity. */
  readonly note?: string;
  readonly state: SensorState;
  readonly capabilities: Capabilities;
  /** Absent: unknown now. */
  readonly bpm?: number;
  /** The strap says that it does not touch skin. */
  readonly off: boolean;
  /** 0–1: share of the last half minute that beats cover; absent for a device without intervals, and before ten seconds. */
  readonly quality?: number;
  /** Percent. */
  readonly battery?: number;
  /** Breaths a minute by the chest's movement; absent: not known. */
  readonly breaths?: number;
}

const QUALITY_MS = 30_000;
const QUALITY_FROM_MS = 10_000;
/** Beats that the shown rate is the mean of. */
const BEATS = 8;
/** At the 25 a second that Attune asks for. */
const MOVEMENT_HZ = 25;
const MOVEMENT_SAMPLES = 40 * MOVEMENT_HZ;
/** Intervals that a heart may make, ms. */
const PLAUSIBLE_MS = [300, 2000] as const;

type Vector = readonly [x: number, y: number, z: number];

/** Follows a strap's events; gives what it is now after each of them. */
export function strapFollower(name: string): (event: SensorEvent) => StrapNow {
  const read = capabilityReader();
  let beats: { readonly atMs: number; readonly rrMs: number }[] = [];
  let chest: Vector[] = [];
  let sinceMs: number | undefined;
  let now = strapUnknown(name);

  const addBeats = (atMs: number, rrMs: readonly number[]): number | undefined => {
    sinceMs ??= atMs;
    beats.push(...rrMs.map((rr) => ({ atMs, rrMs: rr })));
    beats = beats.filter((beat) => beat.atMs > atMs - QUALITY_MS);
    const latest = beats.slice(-BEATS);
    const sumMs = latest.reduce((sum, beat) => sum + beat.rrMs, 0);
    return latest.length === 0 ? undefined : Math.round((60_000 * latest.length) / sumMs);
  };
  const qualityAt = (atMs: number): number | undefined => {
    const overMs = Math.min(QUALITY_MS, atMs - (sinceMs ?? atMs));
    if (overMs < QUALITY_FROM_MS || now.capabilities.beats === 'heart-rate-only') return undefined;
    const good = beats.filter(({ rrMs }) => rrMs >= PLAUSIBLE_MS[0] && rrMs <= PLAUSIBLE_MS[1]);
    return Math.min(1, good.reduce((sum, { rrMs }) => sum + rrMs, 0) / overMs);
  };
  const afterPacket = (atMs: number, hex: string): StrapNow => {
    const decoded = decodeHex(hex);
    if (!decoded.ok) return now;
    const { rrMs, heartRate, contact } = decoded.value;
    const off = contact === false;
    const mean = addBeats(atMs, off ? [] : rrMs);
    const bpm = off ? undefined : (mean ?? (heartRate > 0 ? heartRate : undefined));
    return { ...without(now), capabilities: read(hex), off, ...known({ bpm, quality: qualityAt(atMs) }) };
  };
  const afterFrame = (hex: string): StrapNow => {
    const bytes = bytesFromHex(hex);
    const frame = bytes.ok ? decodePolarFrame(bytes.value) : bytes;
    if (!frame.ok || frame.value.kind !== 'acceleration') return now;
    chest = [...chest, ...frame.value.milliG].slice(-MOVEMENT_SAMPLES);
    const { breaths: _, ...rest } = now;
    const breaths = chestBreathing(chest, MOVEMENT_HZ);
    return { ...rest, ...(breaths !== undefined && { breaths: Math.round(breaths) }) };
  };
  return (event) => {
    if (event.type === 'packet') now = afterPacket(event.atMs, event.hex);
    else if (event.type === 'frame') now = afterFrame(event.hex);
    else if (event.type === 'sensor')
      now =
        event.state === 'streaming'
          ? { ...now, state: event.state }
          : { ...without(now), state: event.state };
    else {
      const bpm = addBeats(event.atMs, event.rrMs);
      const capabilities: Capabilities = { beats: 'rr', contact: undefined };
      now = { ...without(now), capabilities, ...known({ bpm, quality: qualityAt(event.atMs) }) };
    }
    return now;
  };
}

export function strapUnknown(name: string): StrapNow {
  const note = strapProfileOf(name)?.note;
  const capabilities: Capabilities = { beats: 'waiting', contact: undefined };
  return { name, state: 'idle', capabilities, off: false, ...(note !== undefined && { note }) };
}

/** Numbers of before say nothing of now. */
const without = ({ bpm: _, quality: __, ...rest }: StrapNow): StrapNow => rest;

const known = (figures: { readonly bpm: number | undefined; readonly quality: number | undefined }) => ({
  ...(figures.bpm !== undefined && { bpm: figures.bpm }),
  ...(figures.quality !== undefined && { quality: figures.quality }),
});
