import type { OperatorFunction } from 'rxjs';
import { packetDecoding } from '../packets/packet-decoding.ts';
import type { Signal } from '../session/signal.ts';
import { stage } from './stage.ts';

/** Adds a `measurement` or an `acceleration` after each notification; see {@link packetDecoding}. */
export const decodePackets = (): OperatorFunction<Signal, Signal> => stage(() => packetDecoding());
