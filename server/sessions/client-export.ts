import type { FastifyRequest } from 'fastify';
import type { ConsentInForce, Ties } from '../access/ties.ts';
import type { SessionSummary } from '../contract/index.ts';
import { disclosureFiles } from './disclosure.ts';
import { logLines } from './export-route.ts';
import { sessionsOf, type Sessions } from './found-session.ts';
import type { SessionStore } from './session-store.ts';
import type { ZipEntry } from './zipped.ts';

/** Who asks for an export: a request does, or a job for whoever asked for it. */
export type Asking = Pick<FastifyRequest, 'actor' | 'reach' | 'seen' | 'reachNow'>;

export interface ClientExportPorts {
  readonly store: SessionStore;
  readonly ties: Pick<Ties, 'consent'>;
}

/** Everything of a client that may be given to who asks, with the consent that allows it. */
export interface ClientExport {
  readonly client: string;
  /** What the client is called in it. */
  readonly called: string;
  readonly consent: ConsentInForce;
  /** Newest first. */
  readonly sessions: () => AsyncGenerator<SessionSummary>;
  /** The notice, the consent and the logs. Breaks off when relation or consent end. @param nowMs  epoch ms */
  readonly entries: (nowMs: number) => AsyncGenerator<ZipEntry>;
}

const SESSIONS_PAGE = 100;

/** Absent: there is no such client, or nothing of theirs for who asks. @param name  what they are called there */
export const clientExport = async (
  { store, ties }: ClientExportPorts,
  asking: Asking,
  name: string,
): Promise<ClientExport | undefined> => {
  const way = asking.reach.called(name);
  const consent = way && (await ties.consent(way.client, 'sharing'));
  if (!way || !consent) return undefined;
  const { client, called } = way;
  asking.seen.set(client, undefined);
  const reached = sessionsOf(store, asking, [client]);
  const sessions = () => allOf(reached);
  /** What is given is looked up anew for each stretch: a consent may end while a long copy is being made. */
  const mayGoOn = async () => {
    const stands = (await asking.reachNow()).to(client) && (await ties.consent(client, 'sharing'));
    if (!stands) throw new ExportEnded('consent or relation ended during an export');
  };
  return {
    ...{ client, called, consent, sessions },
    entries: async function* (nowMs) {
      yield* disclosureFiles({ client: called, consent, nowMs });
      for await (const { id, eventCount } of sessions())
        yield { name: `${id}.ndjson`, content: guarded(logLines(reached, id, eventCount), mayGoOn) };
    },
  };
};

/** What allowed an export has ended while it was being made. */
export class ExportEnded extends Error {
  override readonly name = 'ExportEnded';
}

async function* allOf({ page }: Pick<Sessions, 'page'>): AsyncGenerator<SessionSummary> {
  for (let before: Parameters<typeof page>[1]; ;) {
    const { sessions, hasMore } = await page(SESSIONS_PAGE, before);
    yield* sessions;
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
