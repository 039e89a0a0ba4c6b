import rateLimit, { type CreateRateLimitOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from './failures.ts';

export interface RequestLimits {
  /** Of one address, whoever asks from it: a clinic's people mostly share one. */
  readonly requestsPerMinute: number;
  /** Of one account, from wherever: one of them cannot use up what the others at its address need. */
  readonly requestsPerMinuteOfAccount: number;
}

interface Limits {
  /** For a hook before anybody is looked up: requests that are refused for want of a sign-in count, too. */
  readonly ofAddress: Limit;
  /** For a hook after it. */
  readonly ofAccount: Limit;
}

/** @throws Failure 429  (as a rejection) there were too many within the minute */
type Limit = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Counts the requests of the API, in this process alone: replicas each count their own. */
export const requestLimits = async (api: FastifyInstance, limits: RequestLimits): Promise<Limits> => {
  await api.register(rateLimit, { global: false });
  const limit = (options: CreateRateLimitOptions): Limit => {
    const count = api.createRateLimit({ timeWindow: '1 minute', ...options });
    return async (request, reply) => {
      const counted = await count(request);
      if (counted.isAllowed || !counted.isExceeded) return;
      void reply.header('retry-after', counted.ttlInSeconds);
      throw new Failure(429, 'Too many requests: wait a moment.');
    };
  };
  return {
    ofAddress: limit({ max: limits.requestsPerMinute }),
    ofAccount: limit({
      max: limits.requestsPerMinuteOfAccount,
      keyGenerator: ({ actor }) => (actor.kind === 'account' ? actor.id : ''),
      allowList: ({ actor }) => actor.kind !== 'account',
    }),
  };
};
