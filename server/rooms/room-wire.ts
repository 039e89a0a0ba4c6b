import { randomUUID } from 'node:crypto';
import type { RoomPart } from '../contract/index.ts';
import { gather, type Gathering } from './gather.ts';
import { noOthers, type NoticeLine, type OpenNoticeLine } from './notice-line.ts';

/** Who is in a room. */
export interface Presence {
  readonly plays: boolean;
  readonly watchers: number;
}

export interface RoomListener {
  readonly hinted: () => void;
  readonly present: (presence: Presence) => void;
}

/**
 * Tells pages in a room that there is something new in its log or commands, and who is there, over all replicas. A hint
 * carries nothing: what is new is read from the store, so that a hint that is lost loses nothing.
 */
export interface RoomWire {
  /** There is something new in a room. */
  hint(room: string): void;
  /** Enters a room. @returns leaves it again */
  join(room: string, as: RoomPart, told: RoomListener): () => void;
  close(): Promise<void>;
}

/** Notices to other replicas are gathered for so long, ms, and name so many rooms at the most. */
const [GATHER_MS, ROOMS_A_NOTICE] = [15, 100];
/** How often a replica says who is there, and for how long it is believed, ms. */
const [SAY_EVERY_MS, BELIEVED_MS] = [5000, 15_000];

type Notice =
  | { readonly by: string; readonly hints: readonly string[] }
  | { readonly by: string; readonly present: Readonly<Record<string, Presence>> };

interface Member extends RoomListener {
  readonly as: RoomPart;
}

interface Room {
  readonly members: Set<Member>;
  /** By replica, what it said last. */
  readonly elsewhere: Map<string, Presence & { readonly untilMs: number }>;
}

/** @param nowMs  a clock that only goes forward */
export const roomWire = (openLine: OpenNoticeLine = noOthers, nowMs = () => performance.now()): RoomWire =>
  new OwnRoomWire(openLine, nowMs);

class OwnRoomWire implements RoomWire {
  readonly #own = randomUUID();
  readonly #rooms = new Map<string, Room>();
  readonly #nowMs: () => number;
  readonly #line: NoticeLine;
  readonly #hints: Gathering;
  readonly #presences: Gathering;
  readonly #saying: NodeJS.Timeout;

  constructor(openLine: OpenNoticeLine, nowMs: () => number) {
    this.#nowMs = nowMs;
    this.#line = openLine((notice) => this.#hear(JSON.parse(notice) as Notice));
    this.#hints = gather(GATHER_MS, ROOMS_A_NOTICE, (some) => this.#send({ by: this.#own, hints: some }));
    this.#presences = gather(GATHER_MS, ROOMS_A_NOTICE / 2, (some) => {
      const present = some.map((name) => [name, presenceOf(this.#rooms.get(name)?.members ?? [])] as const);
      this.#send({ by: this.#own, present: Object.fromEntries(present) });
    });
    this.#saying = setInterval(() => this.#sayAll(), SAY_EVERY_MS).unref();
  }

  hint(name: string): void {
    this.#hintHere(name);
    this.#hints.add(name);
  }

  join(name: string, as: RoomPart, told: RoomListener): () => void {
    const room = this.#rooms.get(name) ?? { members: new Set(), elsewhere: new Map() };
    this.#rooms.set(name, room);
    const member = { as, ...told };
    room.members.add(member);
    this.#tellPresence(room);
    this.#presences.add(name);
    return () => {
      if (!room.members.delete(member)) return;
      this.#presences.add(name);
      if (room.members.size === 0) this.#rooms.delete(name);
      else this.#tellPresence(room);
    };
  }

  async close(): Promise<void> {
    clearInterval(this.#saying);
    for (const gathering of [this.#hints, this.#presences]) gathering.stop();
    this.#rooms.clear();
    await this.#line.close();
  }

  #send(notice: Notice): void {
    this.#line.send(JSON.stringify(notice));
  }

  #hear(notice: Notice): void {
    if (notice.by === this.#own) return;
    if ('hints' in notice) {
      for (const name of notice.hints) this.#hintHere(name);
      return;
    }
    for (const [name, presence] of Object.entries(notice.present)) {
      const room = this.#rooms.get(name);
      if (!room) continue;
      // It came in after this one said who is here.
      if (!room.elsewhere.has(notice.by)) this.#presences.add(name);
      room.elsewhere.set(notice.by, { ...presence, untilMs: this.#nowMs() + BELIEVED_MS });
      this.#tellPresence(room);
    }
  }

  #hintHere(name: string): void {
    for (const { hinted } of this.#rooms.get(name)?.members ?? []) hinted();
  }

  #tellPresence({ members, elsewhere }: Room): void {
    const others = [...elsewhere.values()].filter(({ untilMs }) => untilMs > this.#nowMs());
    const all = [presenceOf(members), ...others];
    const presence = {
      plays: all.some(({ plays }) => plays),
      watchers: all.reduce((sum, { watchers }) => sum + watchers, 0),
    };
    for (const { present } of members) present(presence);
  }

  #sayAll(): void {
    for (const [name, room] of this.#rooms) {
      this.#presences.add(name);
      if (room.elsewhere.size > 0) this.#tellPresence(room);
    }
  }
}

const presenceOf = (members: Iterable<Member>): Presence => {
  const parts = [...members].map(({ as }) => as);
  return { plays: parts.includes('plays'), watchers: parts.filter((as) => as === 'watches').length };
};
