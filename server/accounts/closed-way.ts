import type { Role } from '../access/actor.ts';
import { Failure } from '../http/failures.ts';
import type { AccountPorts } from './account-ports.ts';
import { comesByProviderAlone } from './single-sign-on.ts';

/**
 * Keeps staff to the clinic's own sign-in, where that is their only way. Said to nobody but whoever was right.
 *
 * @throws Failure 403 `single-sign-on`
 */
export const refuseClosedWay = (role: Role, { singleSignOn }: AccountPorts): void => {
  if (!comesByProviderAlone(role, singleSignOn)) return;
  const message = `Sign in by ${singleSignOn?.called ?? ''}: for your role it is the only way.`;
  throw new Failure(403, message, 'single-sign-on');
};
