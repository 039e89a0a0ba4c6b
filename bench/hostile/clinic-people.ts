import { ownerLink } from '../../server/index.ts';
import { clinicAccounts, type Person } from '../../test/support/clinic-accounts.ts';

export interface ClinicPeople {
  /** A client whom nobody else cares for, and who has agreed to nothing. */
  readonly honest: Person;
  /** Those in whose names hostile requests are made: of every role but the owner's. Changed by `renew`. */
  readonly hostile: readonly Person[];
  /** Accounts that hostile requests may do to what they like. */
  readonly patsies: readonly string[];
  /** Puts somebody new in the place of each hostile one who has signed out, been closed, or lost the password. */
  readonly renew: () => Promise<void>;
}

/** The token of the invitation by which the first owner comes in; before the service runs on the folder. */
export const firstOwner = async (dataDir: string): Promise<string> =>
  (await ownerLink({ dataDir, signInName: 'owner@clinic.example', clock: Date.now })).token;

/** Makes the accounts of a small clinic, as its owner would. @throws where the service does not answer as it should */
export const clinicPeople = async (url: string, ownerToken: string): Promise<ClinicPeople> => {
  const { invite, ask } = await clinicAccounts(url, ownerToken);
  const honest = await invite('client');
  const hostile: Person[] = [];
  for (const role of ['client', 'clinician', 'researcher', 'admin', 'client'] as const)
    hostile.push(await invite(role));
  const patsies: string[] = [];
  for (const role of ['client', 'clinician'] as const) patsies.push((await invite(role)).id);
  const isIn = (as: Person): Promise<boolean> =>
    ask('GET', '/accounts/me', { as }).then(
      () => true,
      () => false,
    );
  const renew = async (): Promise<void> => {
    for (const [i, person] of [...hostile.entries()])
      if (!(await isIn(person))) hostile[i] = await invite(person.role);
  };
  return { honest, hostile, patsies, renew };
};
