import type { preHandlerAsyncHookHandler } from 'fastify';
import type { Role } from '../access/actor.ts';
import { Failure } from '../http/failures.ts';
import { notSignedIn } from './identify.ts';

/** Lets owners and admins through. */
export const mayAdminister: preHandlerAsyncHookHandler = ({ actor }) => {
  if (actor.kind === 'nobody') return Promise.reject(notSignedIn());
  const may = actor.kind === 'account' && (actor.role === 'owner' || actor.role === 'admin');
  return may ? Promise.resolve() : Promise.reject(notPermitted());
};

const UNDER_ADMIN: readonly Role[] = ['clinician', 'client', 'researcher'];

/** Whether `role` may invite, change and recover accounts of `other`: an owner all, an admin those below. */
export const isUnder = (other: Role, role: Role): boolean =>
  role === 'owner' || (role === 'admin' && UNDER_ADMIN.includes(other));

export const notPermitted = (): Failure => new Failure(403, 'This account may not do that.', 'not-permitted');
