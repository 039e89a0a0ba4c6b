export * from './account.ts';
export * from './care.ts';
export * from './client-export.ts';
export * from './deleted.ts';
export * from './error-codes.ts';
export * from './error.ts';
export * from './event.ts';
export * from './forgotten.ts';
export * from './health.ts';
export * from './relay.ts';
export * from './roles.ts';
export * from './room.ts';
export * from './service.ts';
export * from './service-about.ts';
export * from './session.ts';
export * from './track.ts';
export * from './version.ts';

/** Prefix of every path of the service. */
export const API_PREFIX = '/api/v1';

/**
 * Header of each reply about sessions or tracks: the store that answers, as it was opened, a UUID. Another one means
 * that the store was opened anew, and may have less than before: compare what it has with what it acknowledged.
 */
export const STORE_HEADER = 'attune-store';
/** In whose name a page asks; refused as not signed in where somebody else is signed in meanwhile. */
export const ACCOUNT_HEADER = 'attune-account';
