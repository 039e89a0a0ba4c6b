import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reference recordings that are not part of the project; absent on most machines. */
export const REFERENCE = '../shared/data';

export const hasReference = existsSync(join(REFERENCE, 'artefacts/truth_and_reference.csv'));
export const readText = (path: string): string => readFileSync(join(REFERENCE, path), 'utf8');
