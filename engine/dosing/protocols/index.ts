import { hashOf } from '../../config/engine-config.ts';
import type { SessionStarted } from '../../session/signal.ts';
import type { Protocol } from './protocol.ts';
import { protocolFaults } from './protocol-check.ts';
import activation from './activation.json' with { type: 'json' };
import afterHardSession from './after-hard-session.json' with { type: 'json' };
import cravingSession from './craving-session.json' with { type: 'json' };
import demonstration from './demonstration.json' with { type: 'json' };
import exposure from './exposure.json' with { type: 'json' };
import groupSession from './group-session.json' with { type: 'json' };
import guidedRelaxation from './guided-relaxation.json' with { type: 'json' };
import pacedBreathing from './paced-breathing.json' with { type: 'json' };
import mindfulListening from './mindful-listening.json' with { type: 'json' };
import rescue from './rescue.json' with { type: 'json' };
import resonanceAssessment from './resonance-assessment.json' with { type: 'json' };
import rhythmSession from './rhythm-session.json' with { type: 'json' };
import urgeSurfing from './urge-surfing.json' with { type: 'json' };
import urgeSurfing1 from './earlier/urge-surfing-1.json' with { type: 'json' };
import windingDown from './winding-down.json' with { type: 'json' };

/** The protocols that ship with Attune; an invalid document ends the program at once. */
export const PROTOCOLS: readonly Protocol[] = [
  cravingSession,
  rescue,
  activation,
  afterHardSession,
  resonanceAssessment,
  rhythmSession,
  groupSession,
  guidedRelaxation,
  pacedBreathing,
  exposure,
  demonstration,
  mindfulListening,
  urgeSurfing,
  windingDown,
].map(checked);

/** Versions that shipped before: a log that names one replays by it, to the byte. */
const EARLIER: readonly Protocol[] = [urgeSurfing1].map(checked);

/** @throws RangeError  no protocol of this name, with the names there are */
export function protocolOf(id: string): Protocol {
  const protocol = PROTOCOLS.find((one) => one.id === id);
  if (protocol) return protocol;
  throw new RangeError(`no protocol "${id}"; there are ${PROTOCOLS.map((one) => one.id).join(', ')}`);
}

/**
 * What a session's start says of its protocol: by name where it ships with Attune, whole where it does not.
 */
export function protocolNaming(
  protocol: Protocol,
): Pick<SessionStarted, 'protocol' | 'protocolVersion' | 'protocolHash' | 'protocolDocument'> {
  const shipped = PROTOCOLS.includes(protocol);
  return {
    protocol: protocol.id,
    protocolVersion: protocol.version,
    protocolHash: hashOf(protocol),
    ...(!shipped && { protocolDocument: protocol }),
  };
}

/**
 * The protocol that a session was started with.
 * @throws RangeError one that does not exist, or an invalid document
 */
export function protocolOfSession(start: SessionStarted): Protocol {
  if (start.protocolDocument) return checked(start.protocolDocument);
  const { protocol: id, protocolVersion: version } = start;
  return EARLIER.find((one) => one.id === id && one.version === version) ?? protocolOf(id);
}

function checked(document: unknown): Protocol {
  const [fault] = protocolFaults(document);
  if (!fault) return document as Protocol;
  throw new RangeError(`not a protocol: ${fault.path} ${fault.message}`.replace('  ', ' '));
}
