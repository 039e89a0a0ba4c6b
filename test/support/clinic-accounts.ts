import type { Role } from '../../server/contract/roles.ts';

/** Somebody with an account, as their browser has it. */
export interface Person {
  readonly id: string;
  readonly role: Role;
  readonly signInName: string;
  /** Name and value of the cookie that they are signed in by. */
  readonly cookie: string;
}

export interface ClinicAccounts {
  readonly owner: Person;
  /** Invites somebody, who comes in at once. */
  readonly invite: (role: Role) => Promise<Person>;
  /** Signs somebody in once more. */
  readonly signIn: (person: Person) => Promise<Person>;
  /** @throws where the answer is a failure */
  readonly ask: Ask;
}

interface Sent {
  readonly as?: Pick<Person, 'cookie'>;
  readonly body?: object;
}

type Ask = (method: string, path: string, sent?: Sent) => Promise<Response>;

/** Of a network that nobody else is in: whoever guesses holds up their own address. */
const ADDRESS = '198.51.100.1';
const PASSWORD = 'a password that nobody guesses';

/**
 * Makes accounts over HTTP, as the people of a clinic do.
 *
 * @param ownerToken  of the owner's invitation, see `ownerLink`
 * @throws where the service does not answer as it should
 */
export const clinicAccounts = async (url: string, ownerToken: string): Promise<ClinicAccounts> => {
  const ask: Ask = async (method, path, { as, body } = {}) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        'x-forwarded-for': ADDRESS,
        ...(as && { cookie: as.cookie }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (answer.ok) return answer;
    throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`);
  };
  const whoIs = async (answer: Response): Promise<Person> => {
    const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]!);
    const cookie = cookies.find((it) => it.includes('attune-sign-in='))!;
    const me = await ask('GET', '/accounts/me', { as: { cookie } });
    return { ...((await me.json()) as Omit<Person, 'cookie'>), cookie };
  };
  const accept = async (token: string, role: Role): Promise<Person> => {
    const body = { token, shownName: `the ${role}`, password: PASSWORD };
    return whoIs(await ask('POST', '/accounts/invitations/accept', { body }));
  };
  const signIn = async ({ signInName }: Person): Promise<Person> =>
    whoIs(await ask('POST', '/accounts/sign-in', { body: { signInName, password: PASSWORD } }));
  const owner = await accept(ownerToken, 'owner');
  let invited = 0;
  const invite = async (role: Role): Promise<Person> => {
    const body = { signInName: `${role}-${(invited += 1)}@clinic.example`, role };
    const made = await ask('POST', '/accounts/invitations', { as: owner, body });
    return accept(((await made.json()) as { token: string }).token, role);
  };
  return { owner, invite, signIn, ask };
};

/** Has a client agree to be cared for, and a clinician care for them. */
export const beginCare = async (
  { ask, owner }: ClinicAccounts,
  client: Person,
  clinician: Person,
): Promise<void> => {
  const { texts } = (await (await ask('GET', '/consent-texts', { as: client })).json()) as {
    texts: readonly { readonly purpose: string; readonly version: string }[];
  };
  const { version } = texts.find(({ purpose }) => purpose === 'care')!;
  await ask('PUT', '/clients/me/consents/care', { as: client, body: { version } });
  await ask('PUT', `/clients/${client.id}/clinicians/${clinician.id}`, { as: owner });
};
