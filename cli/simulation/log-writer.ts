import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ArmName } from '../../engine/research/index.ts';
import { BadInput } from '../bad-input.ts';
import { writeOutput } from '../line-output.ts';
import type { SimulationHooks } from '../../engine/research/index.ts';

/** Writes an arm's session logs: a folder a person, a file a session. @throws BadInput  it cannot be written there */
export const logWriter =
  (folder: string, arm: ArmName): NonNullable<SimulationHooks['log']> =>
  (log, at) => {
    if (at.arm !== arm || log.length === 0) return;
    const numbered = (letter: string, number: number) => `${letter}${String(number + 1).padStart(4, '0')}`;
    const own = join(folder, numbered('person-', at.person));
    try {
      mkdirSync(own, { recursive: true });
    } catch (cause) {
      throw new BadInput(`${own}: cannot be written here: ${(cause as Error).message}`, { cause });
    }
    const lines = log.map((event) => `${JSON.stringify(event)}\n`).join('');
    writeOutput(join(own, `${numbered('session-', at.session)}.ndjson`), lines);
  };
