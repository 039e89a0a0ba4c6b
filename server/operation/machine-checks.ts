import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { mind, right, wrong, type Check } from './check.ts';

const LEAST_BYTES = 50e6;
const FEW_BYTES = 1e9;

/** That of `engines` in package.json. */
const LEAST_NODE = [20, 19] as const;

/** Whether the folder is there, or can be made, and may be written to. Nothing is made. */
export const folderCheck = (folder: string): Check => {
  const path = resolve(folder);
  const nearest = nearestThatIs(path);
  if (!statSync(nearest).isDirectory())
    return wrong(
      'folder',
      `The data folder ${path} is a file, or lies in one. Choose another (ATTUNE_DATA_DIR).`,
    );
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
  } catch {
    return wrong(
      'folder',
      `${nearest} may not be written to. Give yourself leave, or choose another (ATTUNE_DATA_DIR).`,
    );
  }
  return right(
    'folder',
    nearest === path ? `${path} is there and may be written to.` : `${path} will be made.`,
  );
};

/** Room on the disk of the folder. */
export const roomCheck = (folder: string): Check => {
  const { bavail, bsize } = statfsSync(nearestThatIs(resolve(folder)));
  const bytes = bavail * bsize;
  const free = `${(bytes / 1e9).toFixed(bytes < 1e10 ? 2 : 0)} GB are free on its disk`;
  if (bytes < LEAST_BYTES) return wrong('room', `${free}: too little to begin with. Make room.`);
  return bytes < FEW_BYTES ? mind('room', `${free}. Make room soon.`) : right('room', `${free}.`);
};

export const nodeCheck = (version: string): Check => {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  const isEnough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  return isEnough
    ? right('node', `Node ${version}.`)
    : wrong(
        'node',
        `Node ${version} is older than Attune needs. Install Node ${LEAST_NODE.join('.')} or newer.`,
      );
};

/** When this was written; no clock that is right is before it. */
const WRITTEN_MS = Date.UTC(2025, 0, 1);
/** File systems and their machines need not agree to the second. */
const SLACK_MS = 120_000;

/**
 * Whether the clock can be right: a clock that was set back would put events before those that are stored, and end
 * sessions and certificates at the wrong time.
 */
export const clockCheck = (folder: string, nowMs: number): Check => {
  const newestMs = newestIn(resolve(folder));
  const now = new Date(nowMs).toISOString();
  if (nowMs < WRITTEN_MS) return wrong('clock', `It says ${now}, which is past. Set it.`);
  if (newestMs !== undefined && newestMs > nowMs + SLACK_MS)
    return wrong(
      'clock',
      `It says ${now}, and a file in the data folder was written at ${new Date(newestMs).toISOString()}: ` +
        'it was set back. Set it.',
    );
  return right('clock', `It says ${now}.`);
};

const newestIn = (folder: string): number | undefined => {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return undefined;
  const times = readdirSync(folder).map(
    (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return times.length > 0 ? Math.max(...times) : undefined;
};

const nearestThatIs = (path: string): string =>
  existsSync(path) || dirname(path) === path ? path : nearestThatIs(dirname(path));
