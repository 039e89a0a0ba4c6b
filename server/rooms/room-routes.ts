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
  type RoomPart,
  type SessionSummary,
} from '../contract/index.ts';
import { decide } from '../access/decide.ts';
import type { Reach } from '../access/reach.ts';
import { Failure } from '../http/failures.ts';
import type { CommandStore, Room } from './command-store.ts';
import { pump } from './pump.ts';
import { roomSocket, type RoomSocket } from './room-socket.ts';
import type { RoomWire } from './room-wire.ts';

/** What a room needs of the session log: of the sessions of some, or of all. */
export interface RoomLog {
  within(scope: Pick<Reach, 'whose'>): {
    find(id: string): Promise<SessionSummary | undefined>;
    texts(id: string, range: { readonly from: number; readonly limit: number }): Promise<readonly string[]>;
  };
}
type Readable = ReturnType<RoomLog['within']>;

export interface RoomPorts {
  readonly log: RoomLog;
  readonly commands: CommandStore;
  readonly wire: RoomWire;
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
  for (const [as, path] of [
    ['plays', '/rooms/:id/play'],
    ['watches', '/rooms/:id/watch'],
  ] as const)
    app.get(
      path,
      {
        websocket: true,
        config: { action: as === 'plays' ? 'room.play' : 'room.watch' },
        schema: {
          summary:
            as === 'plays'
              ? 'The commands to a session, for the page that plays it'
              : 'The log of a session as it runs, for those who watch; they may send commands',
          params: RoomParams,
          querystring: RoomQuery,
        },
        preHandler: async (request) => {
          const { params, headers, reach } = request;
          const session = await ports.log.within(reach).find(params.id);
          if (!session) throw new Failure(404, 'There is no such session.');
          if (headers.upgrade?.toLowerCase() !== 'websocket')
            throw new Failure(400, 'A room is entered over a WebSocket.');
          if (session.client !== undefined) request.seen.set(session.client, session.id);
          await request.logSeen();
        },
      },
      (socket, request) => enter({ socket, request, as, room: request.params.id, ...request.query }, ports),
    );
};

interface Visit extends RoomQuery {
  readonly as: RoomPart;
  readonly socket: WebSocket;
  readonly request: FastifyRequest;
  readonly room: string;
}

/** Keeps a socket in a room until either lets go. */
const enter = ({ socket, request, room, as, from = 0 }: Visit, ports: RoomPorts): void => {
  const { wire, nowMs = Date.now } = ports;
  const log = ports.log.within(request.reach);
  const page = roomSocket(socket, () => performance.now());
  const fail = (cause: unknown) => {
    request.log.error({ err: cause }, 'a room failed');
    page.close('failed');
  };
  const flow =
    as === 'watches'
      ? pump(logFlow(page, log, { room, from }), fail)
      : pump(commandFlow(page, ports.commands, { to: roomOf(request, room), from, nowMs }), fail);
  const leave = wire.join(room, as, {
    hinted: flow.turn,
    present: (presence) => page.tell({ type: 'presence', ...presence }),
  });
  let looks = 0;
  const look = async (): Promise<void> => {
    if (++looks % LOOKS_A_PROBE === 0) page.probe();
    // Rights, and the sign-in itself, may have ended meanwhile.
    const session = await ports.log.within(await request.reachNow()).find(room);
    if (session) flow.turn();
    else page.close('gone');
  };
  const looking = setInterval(() => void look().catch(fail), ports.lookEveryMs ?? LOOK_EVERY_MS);
  const say = said({ page, room, as, request, ports, nowMs });
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
const logFlow = (page: RoomSocket, log: Readable, { room, from }: { room: string; from: number }) => {
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

const roomOf = ({ reach }: Pick<FastifyRequest, 'reach'>, session: string): Room => ({
  session,
  whose: reach.whose,
});

interface CommandFlow {
  readonly to: Room;
  readonly from: number;
  readonly nowMs: () => number;
}

const commandFlow = (page: RoomSocket, commands: CommandStore, { to, from, nowMs }: CommandFlow) => {
  let next = from;
  return async (): Promise<boolean> => {
    for (const { number, id, by, atMs, command } of await commands.from(to, next)) {
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
  readonly as: RoomPart;
  readonly request: FastifyRequest;
  readonly ports: RoomPorts;
  readonly nowMs: () => number;
}

/** Does what a page says. */
const said = ({ page, room, as, request, ports, nowMs }: Speaker) => {
  const { commands, wire } = ports;
  let [second, count] = [0, 0];
  const isTooMuch = (now: number): boolean => {
    if (Math.floor(now / 1000) !== second) [second, count] = [Math.floor(now / 1000), 0];
    return ++count > COMMANDS_A_SECOND;
  };
  return async (text: string): Promise<void> => {
    const message = parsed(text);
    const now = nowMs();
    if (message === undefined || (message.type === 'command' && as !== 'watches')) page.close('invalid');
    else if (isTooMuch(now)) page.close('overloaded');
    else if (message.type === 'time') page.tell({ type: 'time', sentMs: message.sentMs, serviceMs: now });
    else {
      const { id, command } = message;
      const reach = await commanding(request, room, ports.log);
      if (!reach) {
        page.tell({ type: 'refused', id });
        return;
      }
      const number = await commands.keep(roomOf({ reach }, room), {
        id,
        by: accountOf(request),
        atMs: now,
        command,
      });
      page.tell({ type: 'kept', id, number });
      wire.hint(room);
    }
  };
};

/** As it stands now: whoever may look may not always have a say. @returns `undefined`: no say */
const commanding = async (
  request: FastifyRequest,
  room: string,
  log: RoomLog,
): Promise<Reach | undefined> => {
  const reach = await request.reachNow();
  const session = await log.within(reach).find(room);
  if (!session) return undefined;
  const way = reach.to(session.client) ?? { relation: 'none', consents: new Set() };
  return decide(request.actor, 'room.command', way).allowed ? reach : undefined;
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
