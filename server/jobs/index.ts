/** The queue without the service: what puts jobs, or does them, elsewhere needs nothing else. */
export { JobFailure, jobKind, type JobKind } from './job-kind.ts';
export { JOB_STATES, type Job, type JobQueue } from './job-queue.ts';
export { postgresJobQueue } from './boss/postgres-job-queue.ts';
export { work, type Work } from './work.ts';
