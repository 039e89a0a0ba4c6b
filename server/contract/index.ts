export * from './error-codes.ts';
export * from './error.ts';
export * from './event.ts';
export * from './health.ts';
export * from './session.ts';
export * from './track.ts';

/** Prefix of every path of the service. */
export const API_PREFIX = '/api/v1';
