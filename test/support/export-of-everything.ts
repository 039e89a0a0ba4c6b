import { Readable } from 'node:stream';
import type { ExportJobs } from '../../server/sessions/client-export-job-routes.ts';

const EXPORT = { id: '00000000-0000-4000-9000-000000000001', state: 'done' } as const;

/** Has an export for everybody: who may have it is for the routes to say. */
export const exportOfEverything: ExportJobs = {
  begin: () => Promise.resolve(EXPORT),
  find: () => Promise.resolve(EXPORT),
  open: () => Promise.resolve({ bytes: Readable.from(['a zip']), sizeBytes: 5 }),
};
