import type { Purpose } from '../contract/index.ts';
import type { Role } from './actor.ts';

/** What ties who asks to the person whose things are asked for. */
export const RELATIONS = ['own', 'assigned', 'group', 'break-glass', 'consented', 'none'] as const;
export type Relation = (typeof RELATIONS)[number];

export { PURPOSES, type Purpose } from '../contract/index.ts';

/** Who a rule is for: an account by its role, or whoever has not signed in. */
export type Party = Role | 'nobody';

/** The purposes for which the person's consent must be in force, all of them. */
type Needs = readonly Purpose[];

/** For each relation, who may, and what it needs. Whoever is not named may not. */
export type Grants = Readonly<Partial<Record<Relation, Readonly<Partial<Record<Party, Needs>>>>>>;

export interface Rule {
  /** `none`: the relation does not matter. */
  readonly grants: Grants;
  /** Whether each use becomes a line in the access log of whose things were seen or changed: their own uses too? */
  readonly logged: 'each' | 'of-others' | 'no';
  /** The reply is about who asks alone, who sees all of it. */
  readonly ofWhoAsks?: true;
  /** Also for whoever still lacks the second factor that their role asks for. */
  readonly beforeFactor?: true;
}

const always: Needs = [];
const care: Needs = ['care'];

const accounts = { owner: always, admin: always, clinician: always, client: always, researcher: always };
const everybody = { ...accounts, nobody: always };
const administrators = { owner: always, admin: always };
/** What is one's own is one's own, whatever one's role. */
const own = { own: accounts };
/** Who reads the log of a session that is over. */
const readers = {
  ...own,
  assigned: { clinician: care },
  group: { clinician: care },
  'break-glass': { clinician: always },
  consented: { researcher: ['research'] },
} as const;

/**
 * Who may do what: the one table. A route names its action in its `config`, or the service does not start; what is
 * asked beyond this table (a second person reviews, a break-glass is ended by who began it) stands with the route.
 * In a personal service everything is allowed, and nothing of this is asked.
 */
export const RULES = {
  'service.health': { grants: { none: everybody }, logged: 'no', beforeFactor: true },

  'session.create': { grants: own, logged: 'of-others' },
  'session.append': { grants: { ...own, assigned: { clinician: care } }, logged: 'of-others' },
  'session.list': {
    grants: readers,
    logged: 'each',
  },
  'session.read': {
    grants: readers,
    logged: 'each',
  },
  /** A person's own copy of a log, byte for byte. */
  'session.export': { grants: own, logged: 'each' },
  'session.delete': { grants: own, logged: 'each' },
  /** Everything of a person, for use elsewhere; the consent and the notice travel inside. */
  'client.export': {
    grants: {
      assigned: { clinician: ['care', 'sharing'] },
      consented: { researcher: ['research', 'sharing'] },
    },
    logged: 'each',
  },

  /** All sessions and music of a person, with the key; asked for by themselves, or of the clinic on their behalf. */
  'client.forget': { grants: { ...own, none: administrators }, logged: 'each' },

  /** Being the page that plays: commands come to it. */
  'room.play': { grants: own, logged: 'of-others' },
  'room.watch': {
    grants: { ...own, assigned: { clinician: care }, 'break-glass': { clinician: always } },
    logged: 'each',
  },
  'room.command': { grants: { ...own, assigned: { clinician: care } }, logged: 'no' },

  /** A phone as the sensor of one's own session: the screen makes a code, reads what the phone sends, and ends it. */
  'relay.make': { grants: own, logged: 'of-others' },
  'relay.read': { grants: own, logged: 'of-others' },
  'relay.end': { grants: own, logged: 'of-others' },
  /** A phone proves itself by the code, and then by what it was given for it: nobody signs in there. */
  'relay.join': { grants: { none: everybody }, logged: 'no', ofWhoAsks: true },
  'relay.send': { grants: { none: everybody }, logged: 'no', ofWhoAsks: true },

  'track.list': { grants: own, logged: 'each' },
  'track.read': { grants: own, logged: 'each' },
  'track.keep': { grants: own, logged: 'of-others' },
  'track.delete': { grants: own, logged: 'each' },

  'consent.texts': { grants: { none: accounts }, logged: 'no' },
  'consent.read': {
    grants: { ...own, assigned: { clinician: always }, 'break-glass': { clinician: always } },
    logged: 'each',
  },
  'consent.give': { grants: own, logged: 'each' },
  'consent.withdraw': { grants: own, logged: 'each' },

  'care.assign': { grants: { none: administrators }, logged: 'each' },
  'care.unassign': { grants: { none: administrators }, logged: 'each' },
  'care.read': { grants: { ...own, none: administrators }, logged: 'each' },
  'care.caseload': { grants: { assigned: { clinician: always } }, logged: 'each' },

  'break-glass.begin': { grants: { none: { clinician: always } }, logged: 'each' },
  'break-glass.end': { grants: { none: { clinician: always } }, logged: 'each' },
  'break-glass.list': {
    grants: { ...own, assigned: { clinician: always }, none: administrators },
    logged: 'each',
  },
  'break-glass.review': { grants: { assigned: { clinician: always }, none: administrators }, logged: 'each' },

  'access-log.read': { grants: own, logged: 'each' },

  /** Signing in, accepting an invitation, recovering: whoever has not signed in may. */
  'account.sign-in': { grants: { none: everybody }, logged: 'no', ofWhoAsks: true, beforeFactor: true },
  /** Seeing who one is, proving it, and adding a second factor. */
  'account.factor': { grants: { none: accounts }, logged: 'no', ofWhoAsks: true, beforeFactor: true },
  /** One's own account: its name, ways to sign in and sessions. Whose it is follows from who asks. */
  'account.own': { grants: { none: accounts }, logged: 'no', ofWhoAsks: true },
  'account.list': { grants: { none: administrators }, logged: 'no' },
  'account.manage': { grants: { none: administrators }, logged: 'no' },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof RULES;

export const ruleOf = (action: Action): Rule => RULES[action];

/** Whether a role may do it with things of others by a tie to them. */
export const reachesOthers = (role: Role, action: Action): boolean => {
  const { own: _own, none: _none, ...byTies } = ruleOf(action).grants;
  return Object.values(byTies).some((parties) => parties[role] !== undefined);
};

/**
 * Who may be the author of an event that is appended: nobody speaks for somebody else. A clinician's page writes what
 * the clinician did, the client's page what the person, the device and the engine did.
 */
export const EVENT_AUTHORS: Readonly<Record<'person' | 'clinician' | 'device' | 'engine', Grants>> = {
  person: own,
  device: own,
  engine: own,
  clinician: { assigned: { clinician: care } },
};
