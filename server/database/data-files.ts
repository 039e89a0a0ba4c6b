/** Names of what a data folder keeps, as paths in it. */
export const SESSIONS_NAME = 'sessions.sqlite';
export const MUSIC_NAME = 'music';
/** The list of music, within the folder of music. */
export const TRACKS_NAME = 'tracks.sqlite';
/** What the log's seals are signed with: without it the log goes on under another name. */
export const SEAL_KEY_NAME = 'seal-key.pem';
/** The jobs of a clinic's service; with PostgreSQL they are there. */
export const JOBS_NAME = 'jobs.sqlite';
/** What jobs have made to be fetched. */
export const EXPORTS_NAME = 'exports';
/** What the keys of a clinic's clients are locked with. It is in no backup unless it is asked for. */
export const MASTER_KEY_NAME = 'master.key';
