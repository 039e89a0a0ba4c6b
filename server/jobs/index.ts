/** The queue without the service: what puts jobs, or does them, elsewhere needs nothing else. */
export { addressOf, JobFailure, jobKind, type JobKind, type JobTools } from './job-kind.ts';
export { JOB_STATES, type Job, type JobCount, type JobQueue, type JobState } from './job-queue.ts';
export { postgresJobQueue, type PostgresJobQueueOptions } from './boss/postgres-job-queue.ts';
export { work, type Work, type WorkOptions } from './work.ts';
