import Type, { type Static } from 'typebox';

/** Largest file that is kept, bytes. */
export const MAX_TRACK_BYTES = 200_000_000;

/** `own-` and the first 16 digits of the file's SHA-256, as the page names its own tracks. */
const TrackId = Type.String({ pattern: '^own-[0-9a-f]{16}$' });

export const TrackParams = Type.Object({ id: TrackId });

/** What the person said of a track, and what the file itself does not tell. All else is read from the file anew. */
export const TrackAbout = Type.Object(
  {
    fileName: Type.String({ minLength: 1, maxLength: 1000 }),
    /** Epoch ms. */
    addedAtMs: Type.Number({ minimum: 0, maximum: 8.64e15 }),
    trigger: Type.Enum(['clean', 'unknown', 'trigger']),
    /** Absent: the person has not placed it yet. */
    placed: Type.Optional(
      Type.Object(
        {
          family: Type.Enum(['calming', 'activating']),
          level: Type.Union([
            Type.Literal(1),
            Type.Literal(2),
            Type.Literal(3),
            Type.Literal(4),
            Type.Literal(5),
          ]),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type TrackAbout = Static<typeof TrackAbout>;

export const KeptTrack = Type.Object({
  id: TrackId,
  sizeBytes: Type.Integer(),
  /** Absent until it is sent. */
  about: Type.Optional(TrackAbout),
});
export type KeptTrack = Static<typeof KeptTrack>;

/** By id. */
export const TrackList = Type.Object({ tracks: Type.Array(KeptTrack) });
export type TrackList = Static<typeof TrackList>;
