import { parseArgs } from 'node:util';
import { chance } from '../engine/index.ts';
import type { Role } from '../server/access/actor.ts';
import { accountId, openClinic, type Clinic } from '../test/support/clinic.ts';
import { AccessModel } from './access-model.ts';
import { randomTrial, type Trial, type World } from './access-requests.ts';
import { runAlone, type Report } from './report.ts';

const PEOPLE: readonly Role[] = [
  'owner',
  'admin',
  ...Array<Role>(3).fill('clinician'),
  ...Array<Role>(4).fill('client'),
  ...Array<Role>(2).fill('researcher'),
];
/** More than these sessions or break-glasses at a time only slow it down. */
const MOST = 40;

export interface AccessFound {
  readonly requests: number;
  /** Where service and model differ, in words; at most the first twenty. */
  readonly differences: readonly string[];
  /** Requests that were answered with somebody's things. */
  readonly reads: number;
  /** Lines that the access log has, and should have. */
  readonly lines: number;
  readonly expectedLines: number;
  readonly statuses: Readonly<Record<string, number>>;
}

/** Random requests by random roles, each held against a model of the rules: status, what is shown, what is logged. */
export const accessTrials = async (asked: {
  readonly seed: number;
  readonly requests: number;
}): Promise<AccessFound> => {
  const clinic = await openClinic();
  const next = chance(asked.seed);
  const model = new AccessModel();
  const people = PEOPLE.map((role, n) => {
    clinic.accounts.set(accountId(n), role);
    model.roles.set(accountId(n), role);
    return accountId(n);
  });
  const clients = people.filter((id) => model.roles.get(id) === 'client');
  let made = 0;
  const newId = () => `00000000-0000-4000-b000-${(made += 1).toString(16).padStart(12, '0')}`;
  const pseudonyms = new Map<string, string>();
  const world: World = { model, next, people, clients, pseudonyms, newId };
  const found = { reads: 0, expectedLines: 0, statuses: {} as Record<string, number> };
  const differences: string[] = [];
  for (let n = 0; n < asked.requests && differences.length < 20; n += 1) {
    if (next() < 0.02) clinic.clock.nowMs += next() * 3_600_000;
    model.nowMs = clinic.clock.nowMs;
    const trial = randomTrial(world);
    if (trial.status === 201 && model.sessions.size >= MOST && trial.path === '/sessions') continue;
    const { status, difference, expected } = await held(clinic, trial, { world, n });
    found.statuses[status] = (found.statuses[status] ?? 0) + 1;
    found.expectedLines += expected;
    if (trial.method === 'GET' && trial.lines.length > 0) found.reads += 1;
    if (difference !== undefined) differences.push(difference);
    if (trial.path.endsWith('/research')) await learnPseudonyms(clinic, pseudonyms);
    // The list of them would grow without end; forgotten on both sides.
    if (model.glasses.length > MOST) await forgetGlasses(clinic, model);
  }
  const { count } = await clinic.db
    .selectFrom('access_log')
    .select((it) => it.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  await clinic.close();
  return { requests: asked.requests, differences, ...found, lines: count };
};

const held = async (
  clinic: Clinic,
  trial: Trial,
  { world, n }: { readonly world: World; readonly n: number },
) => {
  clinic.lines.length = 0;
  const reply = await clinic.ask(trial);
  // Deleted and erased, or not yet; reached, and other content is there.
  const same: Readonly<Record<number, number>> = {
    202: 200,
    ...(trial.path.endsWith('/events') && { 409: 200 }),
  };
  const status = same[reply.status] ?? reply.status;
  const lines = reply.status < 400 ? trial.lines : [];
  const line = ({ client, action, relation }: (typeof trial.lines)[number]) =>
    `${action} of ${client} as ${relation}`;
  const said = (list: readonly string[]) => [...list].sort().join(', ') || 'nothing';
  const wrong: string[] = [];
  if (status !== trial.status) wrong.push(`answered ${reply.status}, not ${trial.status}`);
  const logged = said(clinic.lines.map(line));
  if (logged !== said(lines.map(line))) wrong.push(`logged ${logged}, not ${said(lines.map(line))}`);
  if (clinic.lines.some(({ account }) => account.id !== trial.as)) wrong.push('logged as somebody else');
  if (trial.holds) {
    const ids = [...world.model.sessions.keys(), ...world.model.glasses.map(({ id }) => id)];
    const shown = said(ids.filter((id) => reply.text.includes(id)));
    if (shown !== said(trial.holds)) wrong.push(`showed ${shown}, not ${said(trial.holds)}`);
  }
  const isResearcher = trial.as !== undefined && world.model.roles.get(trial.as) === 'researcher';
  if (isResearcher && reply.status < 400 && world.clients.some((id) => reply.text.includes(id)))
    wrong.push('told a researcher who it is');
  if (reply.status < 400) trial.remember?.(reply.json);
  const role = trial.as === undefined ? 'nobody' : world.model.roles.get(trial.as)!;
  const asked = `request ${n}, ${role} ${trial.as ?? ''}: ${trial.method} ${trial.path}`;
  return {
    status: reply.status,
    expected: lines.length,
    difference: wrong.length > 0 ? `${asked} ${wrong.join('; ')}` : undefined,
  };
};

const learnPseudonyms = async (clinic: Clinic, pseudonyms: Map<string, string>) => {
  const rows = await clinic.db.selectFrom('research_pseudonym').selectAll().execute();
  for (const { client_id: client, pseudonym } of rows) pseudonyms.set(client, pseudonym);
};

const forgetGlasses = async (clinic: Clinic, model: AccessModel) => {
  const old = model.glasses.splice(MOST / 2).map(({ id }) => id);
  await clinic.db.deleteFrom('break_glass').where('id', 'in', old).execute();
};

/** `--requests 100000 --seed 1` */
export async function access(args: readonly string[]): Promise<Report> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      requests: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const data = await accessTrials({ seed: Number(values.seed), requests: Number(values.requests) });
  const statuses = Object.entries(data.statuses).map(([status, times]) => `${times} × ${status}`);
  const text = [
    `${data.requests} random requests by random roles against a model of the rules: ` +
      (data.differences.length === 0 ? 'no difference' : `${data.differences.length} differences`),
    `${data.reads} reads of somebody's things; ${data.lines} lines in the access log, ${data.expectedLines} expected`,
    statuses.join(', '),
    ...data.differences,
  ].join('\n');
  return { text, data };
}

await runAlone(import.meta.url, access);
