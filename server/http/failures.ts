import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  errorCodes,
  errorReply,
  type ErrorCode,
  type ErrorReply,
  type ErrorStatus,
} from '../contract/index.ts';
import { StoreError } from '../database/store-error.ts';

/** A failed request, as its reply reports it. */
export class Failure extends Error {
  readonly statusCode: ErrorStatus;
  readonly code: ErrorCode;
  constructor(status: ErrorStatus, message: string, code: ErrorCode = errorCodes[status][0]) {
    super(message);
    this.statusCode = status;
    this.code = code;
  }
}

const always = [400, 401, 403, 429, 500, 503] as const;

/** Response schemas of the failures that any route may have, and of those given. */
export const failureSchemas = (...statuses: ErrorStatus[]) =>
  Object.fromEntries([...always, ...statuses].map((status) => [status, errorReply(status)]));

/** Replies to every failure with `{code, message}`. A 5xx keeps its text for the log. */
export const handleFailures = (app: FastifyInstance): void => {
  app.setErrorHandler(sendFailure);
  app.setSchemaErrorFormatter((errors, part) => {
    // An additional property is reported twice; 'schema is false' is the less specific of the two.
    const error = errors.find((it) => it.message !== 'schema is false') ?? errors[0];
    return new Failure(
      400,
      `${part}${error?.instancePath ?? ''} ${error?.message ?? 'is not as it should be'}`,
    );
  });
};

/** Sends the reply that belongs to `error`, and logs what is the service's own fault. */
export const sendFailure = (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
  const failure = failureOf(error);
  if (failure.statusCode === 500 || failure.statusCode === 507) {
    request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
  }
  const body: ErrorReply = { service: 'attune', code: failure.code, message: failure.message };
  void reply.code(failure.statusCode).send(body);
};

const failureOfStore = ({ code }: StoreError): Failure => {
  switch (code) {
    case 'full':
      return new Failure(507, 'There is no room left on the disk.');
    case 'gone':
      return new Failure(
        503,
        'The folder or file that Attune keeps its data in was taken away. Nothing is taken until it is back.',
        'storage-gone',
      );
    case 'busy':
      return new Failure(503, 'Another program holds the data: try again in a moment.');
    case 'unavailable':
      return new Failure(503, 'The database cannot be reached: try again in a moment.');
    case 'corrupt':
    case 'newer':
    case 'failed':
      return new Failure(500, 'The service failed. Its log says why.');
  }
};

const failureOf = (error: unknown): Failure => {
  if (error instanceof Failure) return error;
  if (error instanceof StoreError) return failureOfStore(error);
  const { statusCode = 500, message, code } = error as Partial<FastifyError>;
  // Whoever asked for a file left before it began to be sent.
  if (code === 'ERR_STREAM_PREMATURE_CLOSE') return new Failure(408, 'The request broke off.');
  switch (statusCode) {
    case 408:
      return new Failure(408, 'The request did not arrive in time: send it again.');
    case 413:
      return new Failure(413, 'The request is too large: send fewer events at a time.');
    case 415:
      return new Failure(415, 'Send JSON, with the header "content-type: application/json".');
    case 429:
      return new Failure(429, 'Too many requests: wait a moment.');
    case 503:
      return new Failure(503, 'The service is busy: try again in a moment.');
    case 404:
      return new Failure(404, 'There is nothing at this address.');
    default:
      return statusCode < 500
        ? new Failure(400, message ?? 'The request is malformed.')
        : new Failure(500, 'The service failed. Its log says why.');
  }
};
