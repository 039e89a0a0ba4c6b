export * from './error.ts';
export * from './event.ts';
export * from './health.ts';
export * from './session.ts';
export * from './track.ts';

/** Every address of the service begins with this. */
export const API_PREFIX = '/api/v1';
