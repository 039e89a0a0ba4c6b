export * from './error.ts';
export * from './event.ts';
export * from './health.ts';
export * from './session.ts';

/** Every address of the service begins with this. */
export const API_PREFIX = '/api/v1';
