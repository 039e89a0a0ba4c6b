import type { WebSocket } from '@fastify/websocket';
import { ROOM_CLOSED, type RoomTold } from '../contract/index.ts';

/** Bytes that may wait to be sent to one page before more is read for it. */
const MOST_WAITING_BYTES = 1_000_000;
/** How long a page may take nothing, or say nothing when it is asked whether it is there, ms. */
const PATIENCE_MS = 30_000;

/** One page's line to a room. */
export interface RoomSocket {
  tell(message: RoomTold): void;
  /** Sends what is JSON already. */
  tellText(json: string): void;
  /** Whether it takes more for now. */
  hasRoom(): boolean;
  /** Asks whether it is there, and lets go of it where it said nothing the last time. */
  probe(): void;
  close(why: keyof typeof ROOM_CLOSED): void;
}

/** @param nowMs  a clock that only goes forward */
export const roomSocket = (socket: WebSocket, nowMs: () => number): RoomSocket => {
  let heardMs = nowMs();
  let hadRoomMs = heardMs;
  const hear = () => (heardMs = nowMs());
  socket.on('pong', hear);
  socket.on('message', hear);
  const tellText = (json: string): void => {
    if (socket.readyState === socket.OPEN) socket.send(json);
  };
  const hasRoom = (): boolean => {
    const has = socket.bufferedAmount < MOST_WAITING_BYTES;
    if (has) hadRoomMs = nowMs();
    return has;
  };
  return {
    tellText,
    tell: (message) => tellText(JSON.stringify(message)),
    hasRoom,
    probe: () => {
      // A line that is dead takes no farewell either.
      if (nowMs() - heardMs > PATIENCE_MS) socket.terminate();
      else if (!hasRoom() && nowMs() - hadRoomMs > PATIENCE_MS) socket.close(ROOM_CLOSED.overloaded);
      else if (socket.readyState === socket.OPEN) socket.ping();
    },
    close: (why) => socket.close(ROOM_CLOSED[why]),
  };
};
