import type { Role } from './actor.ts';
import type { Purpose, Relation } from './rules.ts';

export interface Account {
  readonly id: string;
  readonly role: Role;
}

/** What ties an account to a person now. Of each person there may be several. */
export interface Tie {
  /** The person's account. */
  readonly client: string;
  readonly relation: Exclude<Relation, 'own' | 'none'>;
  /** The person's consents that are in force. */
  readonly consents: ReadonlySet<Purpose>;
  /** The break-glass that is the tie. */
  readonly breakGlass?: string;
  /** What the person is called towards a researcher. */
  readonly pseudonym?: string;
}

/** A consent that is in force. */
export interface ConsentInForce {
  readonly purpose: Purpose;
  readonly version: string;
  readonly givenAtMs: number;
}

/** A line of the access log: who did what with whose things, as what, from where. */
export interface AccessLine {
  readonly account: Account;
  readonly client: string;
  readonly action: string;
  readonly relation: Relation;
  /** What it was about: a session's or a track's id. */
  readonly subject?: string;
  readonly breakGlass?: string;
  /** The network that the request came from; see `coarseAddress`. */
  readonly from?: string;
}

/** What the rules need to know of people. Asked for each request, so that an end takes effect at once. */
export interface Ties {
  of(account: Account): Promise<readonly Tie[]>;
  /** Absent: none is in force. */
  consent(client: string, purpose: Purpose): Promise<ConsentInForce | undefined>;
  /** Resolves once the lines would survive a power cut. */
  log(lines: readonly AccessLine[]): Promise<void>;
}

/** Where nobody is anybody's: each account reaches its own. What would have to be logged fails. */
export const NO_TIES: Ties = {
  of: () => Promise.resolve([]),
  consent: () => Promise.resolve(undefined),
  log: () => Promise.reject(new Error('the service has no access log to write to')),
};
