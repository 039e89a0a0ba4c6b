import type { Presence, RoomListener, RoomPart, RoomWire } from './room-wire.ts';

interface Member extends RoomListener {
  readonly part: RoomPart;
}

/** The wire within one process. */
export const localRoomWire = (): RoomWire => {
  const rooms = new Map<string, Set<Member>>();
  const tellPresence = (members: ReadonlySet<Member>): void => {
    const presence = presenceOf(members);
    for (const { present } of members) present(presence);
  };
  return {
    hint: (room) => {
      for (const { hinted } of rooms.get(room) ?? []) hinted();
    },
    join: (room, part, told) => {
      const members = rooms.get(room) ?? new Set();
      rooms.set(room, members);
      const member = { part, ...told };
      members.add(member);
      tellPresence(members);
      return () => {
        if (!members.delete(member)) return;
        if (members.size === 0) rooms.delete(room);
        else tellPresence(members);
      };
    },
    close: () => {
      rooms.clear();
      return Promise.resolve();
    },
  };
};

const presenceOf = (members: ReadonlySet<Member>): Presence => {
  const watchers = [...members].filter(({ part }) => part === 'watches').length;
  return { plays: watchers < members.size, watchers };
};
