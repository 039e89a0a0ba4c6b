import Type, { type Static } from 'typebox';
import { Service } from './service.ts';

/** Largest file that is kept, bytes. */
export const MAX_TRACK_BYTES = 200_000_000;

/** Most bytes of a track that one request brings; a larger track comes in several pieces. */
export const MAX_PIECE_BYTES = 8 * 1024 * 1024;

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

/** The piece of a track that a request brings; as in the IETF's draft "Resumable Uploads for HTTP". */
export const PieceHeaders = Type.Object({
  /** How many bytes come before it. */
  'upload-offset': Type.Integer({ minimum: 0, maximum: MAX_TRACK_BYTES }),
  /** How many bytes the whole track has. */
  'upload-length': Type.Integer({ minimum: 1 }),
});
export type PieceHeaders = Static<typeof PieceHeaders>;

/** How far a track has come. */
export const TrackUpload = Type.Object({
  service: Service,
  id: TrackId,
  /** How many of its bytes are here; kept for a day after the last piece. */
  offset: Type.Integer(),
  /** It is kept; absent: bytes are missing. */
  complete: Type.Optional(Type.Literal(true)),
});
export type TrackUpload = Static<typeof TrackUpload>;
