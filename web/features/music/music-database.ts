import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { ServerCopy } from './copies/server-copy.ts';
import { FIRST_RULES, type MusicRules } from './music-rules.ts';
import type { OwnTrack } from './own/own-track.ts';
import type { BytesRow } from './own/track-bytes.ts';

/** Craving before and after one piece, as the person rated it on the Music page, 0–100. */
export interface Listening {
  readonly module: string;
  readonly atMs: number;
  readonly before: number;
  readonly after: number;
}

/** All that this browser keeps of the person's music but the sound. */
export interface StoredMusic {
  /** In the order of the playlists; those taken away are left out. */
  readonly tracks: readonly OwnTrack[];
  readonly rules: MusicRules;
  readonly listenings: readonly Listening[];
}

/** A database of its own: deleting sessions leaves the music alone, and the other way round. */
export class MusicDatabase extends Dexie {
  readonly tracks!: Table<OwnTrack, string>;
  readonly bytes!: Table<BytesRow, string>;
  readonly listenings!: Table<Listening, [string, number]>;
  readonly copies!: Table<ServerCopy, string>;
  /** Which store of the service was seen last. */
  readonly seen!: Table<{ readonly key: 'store'; readonly store: string }, 'store'>;
  readonly rules!: Table<MusicRules & { readonly key: 'rules' }, 'rules'>;

  constructor(name = 'attune-music', options?: DexieOptions) {
    super(name, options);
    this.version(1).stores({ tracks: 'id, order', bytes: 'id', listenings: '[module+atMs]', rules: 'key' });
    this.version(2).stores({ copies: 'id' });
    this.version(3).stores({ seen: 'key' });
  }

  async kept(): Promise<StoredMusic> {
    const [tracks, rules, listenings] = await Promise.all([
      this.tracks.orderBy('order').toArray(),
      this.rules.get('rules'),
      this.listenings.toArray(),
    ]);
    return { tracks: tracks.filter(({ removed }) => !removed), rules: rules ?? FIRST_RULES, listenings };
  }

  /** Adds a track at the end of the list; one that is here already, or was taken away, comes back as it was. */
  async add(track: Omit<OwnTrack, 'order'>): Promise<'added' | 'known'> {
    return this.transaction('rw', this.tracks, async () => {
      const here = await this.tracks.get(track.id);
      if (here) {
        const { removed, ...back } = here;
        await this.tracks.put(back);
        return removed ? 'added' : 'known';
      }
      const last = await this.tracks.orderBy('order').last();
      await this.tracks.put({ ...track, order: (last?.order ?? 0) + 1 });
      return 'added';
    });
  }

  async change(id: string, changes: Partial<Omit<OwnTrack, 'id'>>): Promise<void> {
    await this.tracks.update(id, changes);
  }

  /** Gives two tracks each other's place in the list. */
  async swap(a: string, b: string): Promise<void> {
    await this.transaction('rw', this.tracks, async () => {
      const [one, other] = await this.tracks.bulkGet([a, b]);
      if (!one || !other) return;
      await this.tracks.bulkPut([
        { ...one, order: other.order },
        { ...other, order: one.order },
      ]);
    });
  }

  async restore(id: string): Promise<void> {
    await this.tracks
      .where('id')
      .equals(id)
      .modify((track) => {
        delete (track as { removed?: true }).removed;
      });
  }

  /** The tracks that were taken away are gone for good. @returns their ids, whose bytes may go too */
  async forgetRemoved(): Promise<readonly string[]> {
    return this.transaction('rw', [this.tracks, this.copies], async () => {
      const ids = await this.tracks.filter(({ removed }) => removed === true).primaryKeys();
      await this.tracks.bulkDelete(ids);
      await this.copies.where('id').anyOf(ids).modify({ state: 'forget' });
      return ids;
    });
  }

  async setRules(change: (rules: MusicRules) => Partial<MusicRules>): Promise<void> {
    await this.transaction('rw', this.rules, async () => {
      const rules = (await this.rules.get('rules')) ?? FIRST_RULES;
      await this.rules.put({ ...rules, ...change(rules), key: 'rules' });
    });
  }
}
