import { readFileSync } from 'node:fs';
import {
  engineConfig,
  evenPolicy,
  readState,
  rulePolicy,
  thompsonPolicy,
  type DosingPolicy,
} from '../engine/index.ts';
import { BadInput } from './bad-input.ts';
import { openFault } from './recording-file.ts';

/** What `--policy` takes. */
export const POLICY_HELP = 'pi0, even (all pieces alike), or the JSON file of a learned policy';

const FAULTS = {
  'not-json': 'this is not JSON',
  'not-a-state': 'this is no learned policy',
  'other-version': 'another version of Attune learned this policy',
  'changed-by-hand': 'its numbers and its hash do not belong together',
} as const;

/** @throws BadInput  no such policy, and no file that holds one */
export function namedPolicy(text: string): DosingPolicy {
  const config = engineConfig();
  if (text === 'pi0') return rulePolicy(config);
  if (text === 'even') return evenPolicy;
  const read = readState(contentOf(text));
  if (!read.ok) throw new BadInput(`${text}: ${FAULTS[read.fault.code]}`);
  return thompsonPolicy(config, { state: read.value, consent: true });
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new BadInput(`${path}: ${openFault(cause)}; a policy is ${POLICY_HELP}`, { cause });
  }
}
