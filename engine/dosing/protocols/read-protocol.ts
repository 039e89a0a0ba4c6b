import { fault, ok, type Result } from '../../types/result.ts';
import { JsonFault, positionedJson, type PositionedJson } from './positioned-json.ts';
import type { Protocol } from './protocol.ts';
import { protocolFaults } from './protocol-check.ts';

/** One thing to mend in a protocol document. */
export interface ProtocolFault {
  /** From 1. */
  readonly line: number;
  /** Where, as in `phases[1].minS`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

interface NoProtocol {
  readonly code: 'not-json' | 'not-a-protocol';
  /** In the order of the document; never empty. */
  readonly faults: readonly ProtocolFault[];
}

/** A protocol from the text of its document, or all that is wrong with it, each with its line. */
export function readProtocol(text: string): Result<Protocol, NoProtocol> {
  let document: PositionedJson;
  try {
    document = positionedJson(text);
  } catch (thrown) {
    if (!(thrown instanceof JsonFault)) throw thrown;
    return fault({ code: 'not-json', faults: [{ line: thrown.line, path: '', message: thrown.message }] });
  }
  const faults = protocolFaults(document.value).map((one) => ({ line: document.lineOf(one.path), ...one }));
  return faults.length === 0
    ? ok(document.value as Protocol)
    : fault({ code: 'not-a-protocol', faults: faults.sort((a, b) => a.line - b.line) });
}
