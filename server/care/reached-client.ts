import type { FastifyRequest } from 'fastify';
import type { Role } from '../access/actor.ts';
import type { Account } from '../access/ties.ts';
import { Failure } from '../http/failures.ts';
import type { CareStore } from './care-store.ts';

export interface CareOptions {
  readonly care: CareStore;
  /** What an account is for; absent: there is no such account. */
  readonly roleOf: (account: string) => Promise<Role | undefined>;
  /** What an account's person calls themselves; absent: there is no such account. */
  readonly nameOf: (account: string) => Promise<string | undefined>;
}

/** Whether it is there is not told: somebody else's is answered as none. */
export const nothingThere = () => new Failure(404, 'There is no such client, or nothing of theirs for you.');

/**
 * The client that a path names, noted for the access log.
 * @throws Failure 404  whoever asks does not reach them
 */
export const reachedClient = ({ reach, seen }: FastifyRequest, name: string, subject?: string): string => {
  const way = reach.called(name);
  if (!way) throw nothingThere();
  seen.set(way.client, subject);
  return way.client;
};

/** Who asks; the rules let nobody in here who has no account, and a personal service does not have these routes. */
export const accountOf = ({ actor }: FastifyRequest): Account => {
  if (actor.kind !== 'account') throw nothingThere();
  return actor;
};

/** @throws Failure 404  there is no account of that id and role */
export const withRole = async (
  { roleOf }: Pick<CareOptions, 'roleOf'>,
  account: string,
  role: Role,
): Promise<void> => {
  if ((await roleOf(account)) !== role) throw new Failure(404, `There is no ${role} of that id.`);
};
