import websocket, { type WebSocket } from '@fastify/websocket';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Compile } from 'typebox/compile';
import {
  MAX_ROOM_MESSAGE_BYTES,
  ROOM_CLOSED,
  RoomParams,
  RoomQuery,
  RoomSaid,
  type SessionSummary,
} from '../contract/index.ts';
import { Failure } from '../http/failures.ts';
import type { CommandStore } from './command-store.ts';
import { pump } from './pump.ts';
import { roomSocket, type RoomSocket } from './room-socket.ts';
import type { RoomWire } from './room-wire.ts';

/** What a room needs of the session log. */
export interface RoomLog {
  find(id: string): Promise<SessionSummary | undefined>;
  texts(id: string, range: { readonly from: number; readonly limit: number }): Promise<readonly string[]>;
}

export interface RoomPorts {
  readonly log: RoomLog;
  readonly commands: CommandStore;
  readonly wire: RoomWire;
  /** Whether whoever asked may still be here: asked again and again while the socket is open. Absent: yes. */
  readonly mayStay?: (request: FastifyRequest) => Promise<boolean>;
  /** Epoch ms. */
  readonly nowMs?: () => number;
  /** How often it looks by itself whether there is more, where no hint comes; absent: a second. */
  readonly lookEveryMs?: number;
}

const LOOK_EVERY_MS = 1000;
/** Looks between two questions whether a page is there. */
const LOOKS_A_PROBE = 10;
const EVENTS_AT_ONCE = 500;
/** A command that waited longer is of another moment: the page that plays is not given it. */
const COMMAND_AGE_MS = 60_000;
/** Commands that one watcher may give in a second. */
const COMMANDS_A_SECOND = 20;

const isSaid = Compile(RoomSaid);

/** `/rooms/:id`: a session as it runs, over a WebSocket. */
export const roomRoutes: FastifyPluginAsyncTypebox<RoomPorts> = async (app, ports) => {
  await app.register(websocket, {
    options: { maxPayload: MAX_ROOM_MESSAGE_BYTES },
    preClose: async () => {
      for (const client of app.websocketServer.clients) client.close(ROOM_CLOSED.restarting);
      await ports.wire.close();
    },
  });
  app.get(
    '/rooms/:id',
    {
      websocket: true,
      schema: {
        summary: 'A session as it runs: its log to watchers, their commands to the page that plays',
        params: RoomParams,
        querystring: RoomQuery,
      },
      preHandler: async ({ params, headers }) => {
        if (headers.upgrade?.toLowerCase() !== 'websocket')
          throw new Failure(400, 'A room is entered over a WebSocket.');
        if (!(await ports.log.find(params.id))) throw new Failure(404, 'There is no such session.');
      },
    },
    (socket, request) => enter({ socket, request, room: request.params.id, ...request.query }, ports),
  );
};

interface Visit extends RoomQuery {
  readonly socket: WebSocket;
  readonly request: FastifyRequest;
  readonly room: string;
}

/** Keeps a socket in a room until either lets go. */
const enter = ({ socket, request, room, as, from = 0 }: Visit, ports: RoomPorts): void => {
  const { log, wire, nowMs = Date.now, mayStay = () => Promise.resolve(true) } = ports;
  const page = roomSocket(socket, () => performance.now());
  const fail = (cause: unknown) => {
    request.log.error({ err: cause }, 'a room failed');
    page.close('failed');
  };
  const flow =
    as === 'watches'
      ? pump(logFlow(page, log, { room, from }), fail)
      : pump(commandFlow(page, ports.commands, { room, from, nowMs }), fail);
  const leave = wire.join(room, as, {
    hinted: flow.turn,
    present: (presence) => page.tell({ type: 'presence', ...presence }),
  });
  let looks = 0;
  const look = async (): Promise<void> => {
    if (++looks % LOOKS_A_PROBE === 0) page.probe();
    const stays = (await log.find(room)) !== undefined && (await mayStay(request));
    if (stays) flow.turn();
    else page.close('gone');
  };
  const looking = setInterval(() => void look().catch(fail), ports.lookEveryMs ?? LOOK_EVERY_MS);
  const say = said({ page, room, as, by: accountOf(request), ports, nowMs });
  socket.on('message', (data, isBinary) => {
    if (isBinary) page.close('invalid');
    else void say(String(data as Buffer)).catch(fail);
  });
  socket.on('close', () => {
    clearInterval(looking);
    flow.stop();
    leave();
  });
  // What broke is closed by itself, and said by `close`.
  socket.on('error', () => undefined);
  flow.turn();
};

const accountOf = ({ actor }: FastifyRequest): string => (actor.kind === 'account' ? actor.id : '');

/** Sends the log on from `from`. */
const logFlow = (page: RoomSocket, log: RoomLog, { room, from }: { room: string; from: number }) => {
  let next = from;
  return async (): Promise<boolean> => {
    if (!page.hasRoom()) return false;
    const texts = await log.texts(room, { from: next, limit: EVENTS_AT_ONCE });
    if (texts.length === 0) return false;
    // Already JSON, and to be given on as it is.
    page.tellText(`{"type":"events","from":${next},"events":[${texts.join(',')}]}`);
    next += texts.length;
    return texts.length === EVENTS_AT_ONCE;
  };
};

interface CommandFlow {
  readonly room: string;
  readonly from: number;
  readonly nowMs: () => number;
}

const commandFlow = (page: RoomSocket, commands: CommandStore, { room, from, nowMs }: CommandFlow) => {
  let next = from;
  return async (): Promise<boolean> => {
    for (const { number, id, by, atMs, command } of await commands.from(room, next)) {
      next = number + 1;
      const ageMs = Math.max(0, nowMs() - atMs);
      if (ageMs <= COMMAND_AGE_MS) page.tell({ type: 'command', number, id, by, ageMs, command });
    }
    return false;
  };
};

interface Speaker {
  readonly page: RoomSocket;
  readonly room: string;
  readonly as: RoomQuery['as'];
  readonly by: string;
  readonly ports: RoomPorts;
  readonly nowMs: () => number;
}

/** Does what a page says. */
const said = ({ page, room, as, by, ports: { commands, wire }, nowMs }: Speaker) => {
  let [second, count] = [0, 0];
  return async (text: string): Promise<void> => {
    const message = parsed(text);
    if (message === undefined || (message.type === 'command' && as !== 'watches')) {
      page.close('invalid');
      return;
    }
    const now = nowMs();
    if (Math.floor(now / 1000) !== second) [second, count] = [Math.floor(now / 1000), 0];
    if (++count > COMMANDS_A_SECOND) {
      page.close('overloaded');
      return;
    }
    if (message.type === 'time') {
      page.tell({ type: 'time', sentMs: message.sentMs, serviceMs: now });
      return;
    }
    const { id, command } = message;
    const number = await commands.keep(room, { id, by, atMs: now, command });
    page.tell({ type: 'kept', id, number });
    wire.hint(room);
  };
};

/** @returns `undefined`: it is no message of a room */
const parsed = (text: string): RoomSaid | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return isSaid.Check(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
