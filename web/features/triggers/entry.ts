/** What a trigger may be, in the order in which it is asked for. */
export const KINDS = ['song', 'artist', 'genre', 'era', 'place', 'time', 'person', 'state'] as const;
export type Kind = (typeof KINDS)[number];

/** What of it may be kept out of the music. */
export const MUSIC_KINDS = ['song', 'artist', 'genre', 'era'] as const satisfies readonly Kind[];
export type MusicKind = (typeof MUSIC_KINDS)[number];

/** What it recalls: use, the time before there was any, both; or the person is not sure. */
export const MEMORIES = ['use', 'before', 'both', 'unsure'] as const;
export type Memory = (typeof MEMORIES)[number];

/** Something that pulls, in the person's own words. */
export interface TriggerEntry {
  readonly row: 'entry';
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** Of a song; absent: whoever plays it. */
  readonly artist?: string;
  /** Of an era, ends included. */
  readonly years?: readonly [from: number, to: number];
  /** 0–10, how strongly it pulls; absent: not said. */
  readonly strength?: number;
  /** Absent: not said. */
  readonly memory?: Memory;
  /** Whether it shall be left out of the music; absent: as proposed. */
  readonly never?: boolean;
  /** It is among the rules of the music by this list. */
  readonly inForce?: true;
  readonly atMs: number;
}

/** A part that the person has done with for now. */
export interface DonePart {
  readonly row: 'done';
  readonly id: string;
  readonly kind: Kind;
}

/** A suggestion that the person does not want on the list. */
export interface PassedOver {
  readonly row: 'passed';
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
}

export type TriggerRow = TriggerEntry | DonePart | PassedOver;

/** Words of the person's own from elsewhere that may belong on the list. */
export interface Suggestion {
  readonly kind: Kind;
  readonly name: string;
}

/** Whether two are the same thing, however they are written. */
export const isSame = (one: Suggestion, other: Suggestion): boolean =>
  one.kind === other.kind && one.name.trim().toLowerCase() === other.name.trim().toLowerCase();

export const isMusic = (entry: TriggerEntry): entry is TriggerEntry & { readonly kind: MusicKind } =>
  MUSIC_KINDS.some((kind) => kind === entry.kind);

/** From this strength on it is proposed to leave something out; weaker pulls are named, not proposed. Judgement. */
export const PROPOSED_FROM = 4;

/**
 * Whether it is proposed to leave it out. What recalls only the time before may be a resource; where nothing was said
 * of its strength the careful side is taken.
 */
export const isProposed = ({ strength = PROPOSED_FROM, memory }: TriggerEntry): boolean =>
  strength >= PROPOSED_FROM && memory !== 'before';

/** Whether it will be left out: the person's word, else the proposal. */
export const isNever = (entry: TriggerEntry): boolean => isMusic(entry) && (entry.never ?? isProposed(entry));
