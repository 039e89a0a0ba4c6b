import { afterEach, describe, expect, it } from 'vitest';
import type { OpenNoticeLine } from '../../../server/rooms/notice-line.ts';
import { postgresNoticeLine } from '../../../server/rooms/postgres-notice-line.ts';
import { roomWire, type Presence, type RoomWire } from '../../../server/rooms/room-wire.ts';
import { administer, newPostgresDatabase } from '../../support/postgres-database.ts';

const wires: RoomWire[] = [];
afterEach(async () => {
  await Promise.all(wires.splice(0).map((wire) => wire.close()));
});
const replica = (line: OpenNoticeLine, nowMs?: () => number) => {
  const wire = roomWire(line, nowMs);
  wires.push(wire);
  return wire;
};

/** Lines over one table, as it were: what one says all hear. */
const hub = (): OpenNoticeLine => {
  const ears = new Set<(notice: string) => void>();
  return (hear) => {
    ears.add(hear);
    return {
      send: (notice) => ears.forEach((ear) => ear(notice)),
      close: () => {
        ears.delete(hear);
        return Promise.resolve();
      },
    };
  };
};

const watch = (wire: RoomWire, room = 'a', as: 'plays' | 'watches' = 'watches') => {
  let hints = 0;
  let presence: Presence | undefined;
  const leave = wire.join(room, as, { hinted: () => hints++, present: (now) => (presence = now) });
  return { hints: () => hints, presence: () => presence, leave };
};

const LINES: readonly [string, () => Promise<{ readonly line: OpenNoticeLine; readonly url?: string }>][] = [
  ['in memory', () => Promise.resolve({ line: hub() })],
  [
    'over PostgreSQL',
    async () => {
      const url = await newPostgresDatabase();
      return { url, line: postgresNoticeLine(url, () => undefined) };
    },
  ],
];

describe.each(LINES)('two replicas joined %s', (_name, open) => {
  it('hint each other, in the room that is meant', async () => {
    const { line } = await open();
    const [here, there] = [replica(line), replica(line)];
    const [own, far, other] = [watch(here), watch(there), watch(there, 'b')];
    // The first notice shows that both listen.
    await expect.poll(() => far.presence()?.watchers).toBe(2);
    here.hint('a');
    expect(own.hints()).toBe(1);
    await expect.poll(far.hints).toBe(1);
    expect(own.hints()).toBe(1);
    expect(other.hints()).toBe(0);
  });

  it('know of each other’s pages as they come and go', async () => {
    const { line } = await open();
    const [here, there] = [replica(line), replica(line)];
    const watcher = watch(here);
    const player = watch(there, 'a', 'plays');
    const both = { plays: true, watchers: 1 };
    await expect.poll(watcher.presence).toEqual(both);
    await expect.poll(player.presence).toEqual(both);
    player.leave();
    await expect.poll(watcher.presence).toEqual({ plays: false, watchers: 1 });
  });

  it('send a thousand hints in few notices, and lose none of them', async () => {
    const { line } = await open();
    const rooms = Array.from({ length: 1000 }, (_, i) => `room-${i}`);
    let notices = 0;
    const counted: OpenNoticeLine = (hear) => {
      const counting = line(hear);
      return {
        send: (notice) => {
          notices++;
          counting.send(notice);
        },
        close: () => counting.close(),
      };
    };
    const [here, there] = [replica(counted), replica(line)];
    const pages = rooms.map((room) => watch(there, room));
    const ready = watch(here, 'room-0');
    await expect.poll(() => ready.presence()?.watchers).toBe(2);
    notices = 0;
    for (const room of [...rooms, ...rooms]) here.hint(room);
    await expect.poll(() => pages.every((page) => page.hints() === 1)).toBe(true);
    expect(notices).toBeLessThan(30);
  });
});

describe('a replica', () => {
  it('that is gone without a word is not believed for long', async () => {
    let nowMs = 0;
    const line = hub();
    const [here, there] = [replica(line, () => nowMs), roomWire(line)];
    const watcher = watch(here);
    watch(there, 'a', 'plays');
    await expect.poll(() => watcher.presence()?.plays).toBe(true);
    nowMs = 16_000;
    watch(here);
    expect(watcher.presence()).toEqual({ plays: false, watchers: 2 });
    wires.push(there);
  });

  it('finds its line again after the server threw it out', async () => {
    const url = await newPostgresDatabase();
    const problems: unknown[] = [];
    const line = postgresNoticeLine(url, (problem) => problems.push(problem));
    const [here, there] = [replica(line), replica(line)];
    const [near, far] = [watch(here), watch(there)];
    await expect.poll(() => far.presence()?.watchers).toBe(2);
    await administer(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'attune rooms'" +
        ` and datname = '${new URL(url).pathname.slice(1)}'`,
    );
    await expect.poll(() => problems.length).toBeGreaterThanOrEqual(2);
    await expect
      .poll(() => {
        near.hints();
        here.hint('a');
        return far.hints();
      })
      .toBeGreaterThan(0);
  });
});
