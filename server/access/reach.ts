import type { Actor } from './actor.ts';
import { decide, type Standing } from './decide.ts';
import { reachesOthers, RELATIONS, type Action, type Purpose } from './rules.ts';
import type { Ties } from './ties.ts';

/** Whose things: everybody's, or those of these accounts. Things without an owner are in `all` alone. */
export type Whose = 'all' | readonly string[];

/** How a request reaches somebody's things. */
export interface Way extends Standing {
  readonly client: string;
  /** What the client is called in the reply: the account's id, or a pseudonym. */
  readonly called: string;
  readonly breakGlass?: string;
}

/** Whom one request reaches with its action, worked out once. */
export interface Reach {
  readonly whose: Whose;
  /** The account that what is made now belongs to; absent: the person of a personal service. */
  readonly own: string | undefined;
  /** Absent: not reached. @param client  absent: what has no owner */
  to(client: string | undefined): Way | undefined;
  /** The same by what the client is called; `me`: who asks. */
  called(name: string): Way | undefined;
}

const NO_CONSENTS: ReadonlySet<Purpose> = new Set();

/** The ways in which an actor's action is allowed now. Asks nothing where only one's own things come into question. */
export const reachOf = async (actor: Actor, action: Action, ties: Pick<Ties, 'of'>): Promise<Reach> => {
  if (actor.kind !== 'account') return reachOfNoAccount(actor);
  const isAllowed = (standing: Standing) => decide(actor, action, standing).allowed;
  const ways = new Map<string, Way>();
  const add = (way: Way) => {
    if (!ways.has(way.client) && isAllowed(way)) ways.set(way.client, way);
  };
  add({ client: actor.id, relation: 'own', consents: NO_CONSENTS, called: actor.id });
  if (reachesOthers(actor.role, action)) {
    const found = await ties.of(actor);
    // The closest tie that is enough is the one that is named as the reason.
    for (const relation of RELATIONS)
      for (const { pseudonym, ...tie } of found)
        if (tie.relation === relation) add({ ...tie, called: pseudonym ?? tie.client });
  }
  const isForAll = isAllowed({ relation: 'none', consents: NO_CONSENTS });
  const anybody = (client: string): Way | undefined =>
    isForAll ? { client, relation: 'none', consents: NO_CONSENTS, called: client } : undefined;
  const to = (client: string | undefined) =>
    client === undefined ? undefined : (ways.get(client) ?? anybody(client));
  return {
    whose: isForAll ? 'all' : [...ways.keys()],
    own: actor.id,
    to,
    called: (name) => {
      if (name === 'me') return to(actor.id);
      return [...ways.values()].find((it) => it.called === name) ?? anybody(name);
    },
  };
};

const reachOfNoAccount = ({ kind }: Actor): Reach => ({
  whose: kind === 'person' ? 'all' : [],
  own: undefined,
  to: () => undefined,
  called: () => undefined,
});
