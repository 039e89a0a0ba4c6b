import { ownerLink } from '../../server/index.ts';

/** Somebody with an account, as their browser has it. */
export interface Person {
  readonly id: string;
  readonly role: Role;
  /** Name and value of the cookie that they are signed in by. */
  readonly cookie: string;
}

type Role = 'owner' | 'admin' | 'clinician' | 'client' | 'researcher';

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

/** Of a network that nobody hostile is in: whoever guesses holds up their own address. */
const OWN_ADDRESS = '198.51.100.1';
const PASSWORD = 'a password that nobody guesses';

/** The token of the invitation by which the first owner comes in; before the service runs on the folder. */
export const firstOwner = async (dataDir: string): Promise<string> =>
  (await ownerLink({ dataDir, signInName: 'owner@clinic.example', clock: Date.now })).token;

/** Makes the accounts of a small clinic, as its owner would. @throws where the service does not answer as it should */
export const clinicPeople = async (url: string, ownerToken: string): Promise<ClinicPeople> => {
  const ask = askAt(url);
  const accept = async (token: string, role: Role): Promise<Person> => {
    const accepted = await ask('POST', '/accounts/invitations/accept', {
      body: { token, shownName: `the ${role}`, password: PASSWORD },
    });
    const cookies = accepted.headers.getSetCookie().map((line) => line.split(';')[0]!);
    const cookie = cookies.find((it) => it.includes('attune-sign-in='))!;
    const { id } = (await (await ask('GET', '/accounts/me', { cookie })).json()) as { id: string };
    return { id, role, cookie };
  };
  const owner = await accept(ownerToken, 'owner');
  let invited = 0;
  const invite = async (role: Role): Promise<Person> => {
    const body = { signInName: `${role}-${(invited += 1)}@clinic.example`, role };
    const made = await ask('POST', '/accounts/invitations', { cookie: owner.cookie, body });
    return accept(((await made.json()) as { token: string }).token, role);
  };
  const honest = await invite('client');
  const hostile: Person[] = [];
  for (const role of ['client', 'clinician', 'researcher', 'admin', 'client'] as const)
    hostile.push(await invite(role));
  const patsies: string[] = [];
  for (const role of ['client', 'clinician'] as const) patsies.push((await invite(role)).id);
  const isIn = async ({ cookie }: Person): Promise<boolean> => {
    const answer = await fetch(`${url}/api/v1/accounts/me`, {
      headers: { cookie, 'x-forwarded-for': OWN_ADDRESS },
    });
    return answer.ok;
  };
  const renew = async (): Promise<void> => {
    for (const [i, person] of [...hostile.entries()])
      if (!(await isIn(person))) hostile[i] = await invite(person.role);
  };
  return { honest, hostile, patsies, renew };
};

interface Sent {
  readonly cookie?: string;
  readonly body?: object;
}

const askAt =
  (url: string) =>
  async (method: string, path: string, { cookie, body }: Sent): Promise<Response> => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        'x-forwarded-for': OWN_ADDRESS,
        ...(cookie && { cookie }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (answer.ok) return answer;
    throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`);
  };
