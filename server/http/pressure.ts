import type { FastifyUnderPressureOptions } from '@fastify/under-pressure';
import { Failure } from './failures.ts';

const RETRY_AFTER_S = 10;

/**
 * Answers 503 to what an overloaded process is asked. Where a second brought no sample of the loop's delay, since the
 * process was held up once (as it is at its start on a busy machine), the plugin takes the delay for infinite, and
 * would refuse everything of the second after: one stall is no overload.
 */
export const refuseUnderPressure: NonNullable<FastifyUnderPressureOptions['pressureHandler']> = (
  _request,
  reply,
  ...[type, value]
) => {
  if (type === 'eventLoopDelay' && value === Infinity) return undefined;
  void reply.header('retry-after', RETRY_AFTER_S);
  return Promise.reject(new Failure(503, 'The service is busy: try again in a moment.'));
};
