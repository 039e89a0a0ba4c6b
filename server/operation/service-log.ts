import type { FastifyBaseLogger } from 'fastify';
import { pino, type DestinationStream } from 'pino';

/**
 * The log of a service: one JSON object a line. Of an error it has kind, code, message and stack, and of what caused it
 * the same: drivers put rows into other fields, and rows are of people.
 *
 * @param destination  absent: standard error, since standard output has only the address
 */
export const serviceLog = (level: string, destination?: DestinationStream): FastifyBaseLogger =>
  pino({ base: null, level, serializers: { err: loggedError } }, destination ?? pino.destination(2));

interface LoggedError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/** Causes of causes that are followed. */
const DEEPEST = 4;

export const loggedError = (error: unknown, depth = 0): LoggedError => {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: error.message,
    ...(error.stack !== undefined && { stack: error.stack }),
    ...(error.cause instanceof Error && depth < DEEPEST && { cause: loggedError(error.cause, depth + 1) }),
  };
};
