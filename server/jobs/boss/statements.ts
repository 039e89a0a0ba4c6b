/**
 * What pg-boss 10.4 has no call for, on its table of jobs: it has no heartbeat, no list, and no way to give a job back.
 * The version is pinned for that; `test/server/jobs/job-queue.test.ts` holds each against it.
 */
const TABLE = 'pgboss.job';

/** Makes a queue if there is none of that name; one at a time: two at once are a deadlock in pg-boss's function. */
export const CREATE_QUEUE = `with turn as materialized (select pg_advisory_xact_lock(7237116, 1))
  select pgboss.create_queue($1, '{"policy":"standard"}'::json) from turn
  where not exists (select from pgboss.queue where name = $1)`;

/** Of job $2 in queue $1. */
const RUNNING = `where name = $1 and id = $2 and state = 'active'`;

/** Its time begins anew; $3: the share that is done, or null. */
export const KEEP = `update ${TABLE} set started_on = now(),
  output = case when $3::float8 is null then output else jsonb_build_object('share', $3::float8) end
  ${RUNNING} returning id`;

export const HAND_BACK = `update ${TABLE} set
  state = (case when retry_count = 0 then 'created' else 'retry' end)::pgboss.job_state,
  started_on = case when retry_count = 0 then null else started_on end,
  retry_count = greatest(0, retry_count - 1), start_after = now(), output = null ${RUNNING}`;

/** $3: why, as JSON. */
export const FAIL_FOR_GOOD = `update ${TABLE} set state = 'failed', completed_on = now(), output = $3::jsonb
  ${RUNNING}`;

/** pg-boss lets it wait for as long as it had to before. */
export const RETRY_NOW = `update ${TABLE} set state = 'retry', retry_limit = retry_count + 1, completed_on = null,
  start_after = now(), output = null where name = $1 and id = $2 and state = 'failed' returning id`;

const COLUMNS = `id, name, data, state, retry_count, output,
  extract(epoch from created_on)::float8 * 1000 as put_at_ms, started_on is not null as was_begun`;

export const FIND = `select ${COLUMNS} from ${TABLE} where name = $1 and id = $2`;

/** $1: at most so many; $2: in one of these states. */
export const LIST = `select ${COLUMNS} from ${TABLE} where state::text = any($2) order by created_on desc, id limit $1`;

export const COUNT = `select name, state, count(*)::int as jobs,
  greatest(0, extract(epoch from now() - min(created_on)))::float8 as oldest_s
  from ${TABLE} where state <> 'cancelled' group by name, state`;
