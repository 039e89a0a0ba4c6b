import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The path of a program on PATH, or undefined. */
export const findProgram = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);

/**
 * The browser that the end-to-end tests drive: ATTUNE_CHROMIUM, the system's Chromium or Chrome, then Playwright's own.
 * Undefined where there is none. An ATTUNE_CHROMIUM that is no program counts as none: it is never passed over.
 */
export const findChromium = () => {
  const named = process.env.ATTUNE_CHROMIUM;
  if (named) return isProgram(named) ? named : undefined;
  return NAMES.map(findProgram).find(Boolean) ?? playwrightsOwn();
};

const playwrightsOwn = () => {
  try {
    const path = createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
    return isProgram(path) ? path : undefined;
  } catch {
    return undefined; // the script also runs before npm has installed anything
  }
};
