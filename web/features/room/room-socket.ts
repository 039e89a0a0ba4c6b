import { Observable } from 'rxjs';
import type { RoomTold } from '../../../server/contract/index.ts';
import { ownAddress } from '../../storage/own-address.ts';

/**
 * The commands to a session from a number on, and who is there. It never completes: however it ends, it errors, and
 * whoever wants to stay enters anew.
 */
export type EnterRoom = (session: string, from: number) => Observable<RoomTold>;

/** The room at the service that served this page. */
export const browserRoom: EnterRoom = (session, from) =>
  new Observable((subscriber) => {
    const address = new URL(ownAddress(`/api/v1/rooms/${session}/play?from=${from}`));
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address);
    socket.addEventListener('message', ({ data }) => {
      const told = readTold(data);
      if (told) subscriber.next(told);
    });
    // An error is followed by a close, which says no more than that.
    socket.addEventListener('close', ({ code }) => subscriber.error(new Error(`the room closed: ${code}`)));
    return () => socket.close();
  });

/** @returns `undefined`: it is nothing that this version understands */
const readTold = (data: unknown): RoomTold | undefined => {
  try {
    const told: unknown = typeof data === 'string' ? JSON.parse(data) : undefined;
    const isOne = typeof told === 'object' && told !== null && 'type' in told;
    return isOne ? (told as RoomTold) : undefined;
  } catch {
    return undefined;
  }
};
