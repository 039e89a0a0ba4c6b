import type { Protocol } from '../protocol.ts';
import { CRAVING_SESSION } from './craving-session.ts';
import { RESCUE } from './rescue.ts';

export const PROTOCOLS: readonly Protocol[] = [CRAVING_SESSION, RESCUE];

/** @throws RangeError  no protocol of this name, with the names there are */
export function protocolOf(id: string): Protocol {
  const protocol = PROTOCOLS.find((one) => one.id === id);
  if (protocol) return protocol;
  throw new RangeError(`no protocol "${id}"; there are ${PROTOCOLS.map((one) => one.id).join(', ')}`);
}
