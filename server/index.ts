export { buildApp, type AppOptions } from './http/http-app.ts';
export { sessionsFileIn } from './data-folder.ts';
export { serve, type Served, type ServeOptions } from './serve.ts';
export { logEntry, StoreError, type SessionStore } from './sessions/session-store.ts';
export { DEFAULT_HOST, DEFAULT_PORT, readSettings, type Settings } from './settings.ts';
export { openSqliteSessionStore } from './database/dialects/sqlite.ts';
export { StartError } from './start-error.ts';
export { openTrackStore, type TrackStore } from './tracks/track-store.ts';
export * from './contract/index.ts';
