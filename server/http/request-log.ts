import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';

/** A line a request: method, route and status. No address, no id, no content; Fastify's own lines have them. */
export class RequestLog extends LogController {
  constructor() {
    super({ disableRequestLogging: true });
  }

  override requestCompleted(error: Error | null, request: FastifyRequest, reply: FastifyReply): void {
    const { method, routeOptions, log } = request;
    const line = {
      method,
      route: routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (error) log.error({ ...line, err: error }, 'request failed');
    else log.info(line, 'request');
  }

  /** A reply that broke off midway, such as an export. */
  override streamError(error: Error, request: FastifyRequest): void {
    request.log.warn({ route: request.routeOptions.url, err: error }, 'reply broke off');
  }
}
