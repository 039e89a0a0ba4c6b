/** Who is in a room. */
export interface Presence {
  readonly plays: boolean;
  readonly watchers: number;
}

export type RoomPart = 'plays' | 'watches';

/**
 * Tells sockets of a room that there is something new in the log or the commands, and who is there: over all
 * replicas. A hint carries nothing: what is new is read from the store, so that one that is lost loses nothing.
 */
export interface RoomWire {
  /** There is something new in a room. */
  hint(room: string): void;
  /** Tells of hints and of changed presence until the returned function is called. Enters the room. */
  join(room: string, part: RoomPart, told: RoomListener): () => void;
  close(): Promise<void>;
}

export interface RoomListener {
  readonly hinted: () => void;
  readonly present: (presence: Presence) => void;
}
