import Type, { type Static } from 'typebox';

const Hash = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });

/**
 * What proves that everything of a client was destroyed: a document for whoever asked for it. `attune verify --proof`
 * checks its signature, and that the log has the tombstones and neither key nor session.
 */
export const Forgotten = Type.Object({
  attune: Type.Literal('forgotten'),
  format: Type.Literal(1),
  /** Epoch ms, by the service's clock. */
  atMs: Type.Number(),
  /** SHA-256 of the account's id, base64url: it says whose it is to who knows the id. */
  clientHash: Hash,
  /** Keys that were destroyed, by the SHA-256 of how they were kept; none: there was none, or no longer. */
  keyIds: Type.Array(Hash),
  /** The sessions that were deleted, as their tombstones have them. */
  sessions: Type.Array(
    Type.Object({
      /** SHA-256 of the session's id. */
      sessionHash: Hash,
      deletedAtMs: Type.Number(),
      eventCount: Type.Integer(),
      /** The last hash of its chain; empty: it was not chained yet. */
      head: Type.String(),
    }),
  ),
  /** Pieces of music that were deleted. */
  tracks: Type.Integer(),
  /** When the last backup was made that is known of, epoch ms: it and older ones have it all until they expire. */
  lastBackupAtMs: Type.Optional(Type.Number()),
  /** That of the log's seals, Ed25519, base64url. */
  publicKey: Hash,
  /** Over all of the above, base64url. */
  signature: Type.String(),
});
export type Forgotten = Static<typeof Forgotten>;

/** The reply: the proof, and whether nothing is left in the service's files. */
export const ForgottenReply = Type.Object({
  proof: Forgotten,
  /** As of what is deleted: see there. */
  erased: Type.Boolean(),
});
