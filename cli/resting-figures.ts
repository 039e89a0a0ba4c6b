import { readFileSync, statSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { BaselineFigures } from '../engine/index.ts';
import { noteRead } from './files-read.ts';

/**
 * The resting figures of the person, from the file beside a recording that has its name and ends in `.json`, as the
 * fixtures have it: `{"baseline": {…}}`. Absent: there is no such file, or it has none or not all of them.
 */
export function restingFiguresBeside(path: string): BaselineFigures | undefined {
  const { dir, name, ext } = parse(path);
  const file = join(dir, `${name}.json`);
  if (ext === '.json' || statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  noteRead(file);
  return baselineIn(readFileSync(file, 'utf8'));
}

function baselineIn(text: string): BaselineFigures | undefined {
  let about: unknown;
  try {
    about = JSON.parse(text);
  } catch {
    return undefined;
  }
  const baseline = objectOf(objectOf(about)?.['baseline']);
  const known = (name: keyof BaselineFigures) => {
    const value = baseline?.[name];
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
  };
  const [heartRateBpm, heartRateSpreadBpm] = [known('heartRateBpm'), known('heartRateSpreadBpm')];
  const [lnRmssd, lnRmssdSpread, seconds] = [known('lnRmssd'), known('lnRmssdSpread'), known('seconds')];
  if (heartRateBpm === undefined || heartRateSpreadBpm === undefined || seconds === undefined)
    return undefined;
  return {
    ...{ heartRateBpm, heartRateSpreadBpm, seconds },
    ...(lnRmssd !== undefined && lnRmssdSpread !== undefined && { lnRmssd, lnRmssdSpread }),
  };
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
