import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { ClientParams, ForgottenReply, type Forgotten } from '../../contract/index.ts';
import { Failure, failureSchemas } from '../../http/failures.ts';

export interface ForgetOptions {
  /** Destroys everything of an account that the service keeps of its sessions and music. */
  readonly forget: (account: string) => Promise<Forgotten>;
  /** Whether nothing that was deleted is left in the files. */
  readonly isErased: () => boolean;
  /** Whether there is such an account. */
  readonly isAccount: (account: string) => Promise<boolean>;
  /** Makes sure that who asks has proved lately who they are; absent: whoever asks is sure. @throws Failure */
  readonly prove?: (request: FastifyRequest) => void;
}

/** `/clients/:client/forget`: everything of a person is destroyed, and a proof of it is given. */
export const forgetRoute: FastifyPluginCallbackTypebox<ForgetOptions> = (
  app,
  { forget, isErased, isAccount, prove },
  done,
) => {
  app.post(
    '/clients/:client/forget',
    {
      config: { action: 'client.forget' },
      schema: {
        summary:
          'Delete all sessions and music of a client and destroy the key; there is no way back. A proof is given',
        params: ClientParams,
        response: { ...failureSchemas(404, 408, 413, 415, 507), 200: ForgottenReply, 202: ForgottenReply },
      },
    },
    async (request, reply) => {
      prove?.(request);
      const way = request.reach.called(request.params.client);
      if (!way || !(await isAccount(way.client)))
        throw new Failure(404, 'There is no such client, or nothing of theirs for you.');
      request.seen.set(way.client, undefined);
      const proof = await forget(way.client);
      const erased = isErased();
      return reply.code(erased ? 200 : 202).send({ proof, erased });
    },
  );
  done();
};
