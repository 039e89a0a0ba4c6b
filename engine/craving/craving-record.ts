import { fault, ok, type Result } from '../types/result.ts';
import type { CravingLabel } from './craving-label.ts';

/**
 * Everything that tier 1 stores about a person, as JSON: the labels. Model, gate and figures are made from them, so
 * exporting this exports everything and deleting labels deletes what they taught.
 */
export interface CravingRecord {
  readonly version: 1;
  readonly labels: readonly CravingLabel[];
}

export type CravingRecordFault =
  { readonly code: 'not-a-craving-record' } | { readonly code: 'bad-label'; readonly index: number };

/** Validates a record from outside. Unknown fields are left out. */
export function cravingRecord(json: unknown): Result<CravingRecord, CravingRecordFault> {
  if (!isObject(json) || json['version'] !== 1 || !Array.isArray(json['labels']))
    return fault({ code: 'not-a-craving-record' });
  const labels: CravingLabel[] = [];
  for (const [index, item] of (json['labels'] as readonly unknown[]).entries()) {
    const label = labelOf(item);
    if (label === undefined) return fault({ code: 'bad-label', index });
    labels.push(label);
  }
  return ok({ version: 1, labels });
}

const isObject = (it: unknown): it is Readonly<Record<string, unknown>> =>
  typeof it === 'object' && it !== null && !Array.isArray(it);

const within = (it: unknown, low: number, high: number): it is number =>
  typeof it === 'number' && it >= low && it <= high;

/**
 * 8.64e15 ms is as far as a date goes (ECMA-262, 21.4.1.1); no time zone is further
 * than 14 h from UTC; 18 h is a safe limit.
 */
const LATEST_MS = 8.64e15;
const FURTHEST_OFFSET_MIN = 18 * 60;

function labelOf(it: unknown): CravingLabel | undefined {
  if (!isObject(it)) return undefined;
  const { atMs, utcOffsetMin, tags, said, by, arousal, heartRateZ, lnRmssdZ, propensity } = it;
  if (!within(atMs, -LATEST_MS, LATEST_MS)) return undefined;
  if (!within(utcOffsetMin, -FURTHEST_OFFSET_MIN, FURTHEST_OFFSET_MIN)) return undefined;
  if (!Array.isArray(tags) || !tags.every((tag): tag is string => typeof tag === 'string')) return undefined;
  if (said !== 'craving' && said !== 'no-craving' && !within(said, 0, 100)) return undefined;
  if (by !== 'rating' && by !== 'prompt' && by !== 'mark') return undefined;
  if (arousal !== undefined && !within(arousal, 0, 1)) return undefined;
  if (heartRateZ !== undefined && !Number.isFinite(heartRateZ)) return undefined;
  if (lnRmssdZ !== undefined && !Number.isFinite(lnRmssdZ)) return undefined;
  if (propensity !== undefined && !(within(propensity, 0, 1) && propensity > 0)) return undefined;
  return {
    ...{ atMs, utcOffsetMin, tags, said, by },
    ...(arousal !== undefined && { arousal }),
    ...(heartRateZ !== undefined && { heartRateZ: heartRateZ as number }),
    ...(lnRmssdZ !== undefined && { lnRmssdZ: lnRmssdZ as number }),
    ...(propensity !== undefined && { propensity }),
  };
}
