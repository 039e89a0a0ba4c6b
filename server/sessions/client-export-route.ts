import { Readable } from 'node:stream';
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { ConsentInForce, Ties } from '../access/ties.ts';
import { ClientParams } from '../contract/index.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import { disclosureFiles } from './disclosure.ts';
import { logLines } from './export-route.ts';
import { sessionsOf } from './found-session.ts';
import type { SessionStore } from './session-store.ts';
import { zipped, type ZipEntry } from './zipped.ts';

export interface ClientExportOptions {
  readonly store: SessionStore;
  readonly ties: Pick<Ties, 'consent'>;
  /** Epoch ms. */
  readonly now?: () => number;
}

const SESSIONS_PAGE = 100;

/** `/clients/:client/export`: everything of a person, for use elsewhere, with the consent that allows it. */
export const clientExportRoute: FastifyPluginCallbackTypebox<ClientExportOptions> = (
  app,
  { store, ties, now = Date.now },
  done,
) => {
  app.get(
    '/clients/:client/export',
    {
      config: { action: 'client.export' },
      schema: {
        summary: "A client's sessions for use elsewhere (zip), with the consent that allows it and a notice",
        params: ClientParams,
        response: {
          ...failureSchemas(404),
          200: { content: { 'application/zip': { schema: Type.Unsafe<Readable>(Type.String()) } } },
        },
      },
    },
    async (request, reply) => {
      const way = request.reach.called(request.params.client);
      const consent = way && (await ties.consent(way.client, 'sharing'));
      if (!way || !consent) throw new Failure(404, 'There is no such client, or nothing of theirs for you.');
      request.seen.set(way.client, undefined);
      const sessions = sessionsOf(store, request, [way.client]);
      /** What is given is looked up anew for each stretch: a consent may end while a long copy is being made. */
      const mayGoOn = async () => {
        const stands =
          (await request.reachNow()).to(way.client) && (await ties.consent(way.client, 'sharing'));
        if (!stands) throw new Error('consent or relation ended during an export');
      };
      const entries = exported({ ...sessions, mayGoOn, client: way.called, consent, nowMs: now() });
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="export-${way.called}.zip"`)
        .send(Readable.from(zipped(entries), { objectMode: false }));
    },
  );
  done();
};

interface Exported extends Pick<ReturnType<typeof sessionsOf>, 'page' | 'texts'> {
  readonly client: string;
  /** No export without it. */
  readonly consent: ConsentInForce;
  readonly nowMs: number;
  /** Rejects once it may not. */
  readonly mayGoOn: () => Promise<void>;
}

async function* exported({
  page,
  texts,
  client,
  consent,
  nowMs,
  mayGoOn,
}: Exported): AsyncGenerator<ZipEntry> {
  yield* disclosureFiles({ client, consent, nowMs });
  for (let before: Parameters<typeof page>[1]; ;) {
    const { sessions, hasMore } = await page(SESSIONS_PAGE, before);
    for (const { id, eventCount } of sessions)
      yield { name: `${id}.ndjson`, content: guarded(logLines({ texts }, id, eventCount), mayGoOn) };
    if (!hasMore) return;
    before = sessions.at(-1);
  }
}

async function* guarded(lines: AsyncIterable<string>, mayGoOn: () => Promise<void>): AsyncGenerator<string> {
  await mayGoOn();
  for await (const stretch of lines) {
    await mayGoOn();
    yield stretch;
  }
}
