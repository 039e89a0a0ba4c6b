import type { Actor } from './actor.ts';
import {
  EVENT_AUTHORS,
  ruleOf,
  type Action,
  type Grants,
  type Party,
  type Purpose,
  type Relation,
} from './rules.ts';

/**
 * Why not. `not-signed-in`: nobody is; `role`: no relation would help; `relation`: another one would; `consent`: the
 * relation is enough, and a consent is missing.
 */
export type Refusal = 'not-signed-in' | 'role' | 'relation' | 'consent';

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly because: Refusal };

const ALLOWED: Decision = { allowed: true };

/** How who asks stands to whose things they are. */
export interface Standing {
  readonly relation: Relation;
  /** The purposes for which that person's consent is in force now. */
  readonly consents: ReadonlySet<Purpose>;
}

/** Whether the table allows an action on the things of somebody. */
export const decide = (actor: Actor, action: Action, standing: Standing): Decision =>
  decideBy(ruleOf(action).grants, actor, standing);

/** Whether an event may be appended under an author's name. */
export const decideAuthor = (
  actor: Actor,
  author: keyof typeof EVENT_AUTHORS,
  standing: Standing,
): Decision => decideBy(EVENT_AUTHORS[author], actor, standing);

/** Whether there is any relation in which the action would be allowed; asked before a request is read. */
export const decideAtAll = (actor: Actor, action: Action): Decision => {
  if (actor.kind === 'person') return ALLOWED;
  const party = partyOf(actor);
  const isNamed = Object.values(ruleOf(action).grants).some((parties) => parties[party] !== undefined);
  if (isNamed) return ALLOWED;
  return { allowed: false, because: party === 'nobody' ? 'not-signed-in' : 'role' };
};

const decideBy = (grants: Grants, actor: Actor, { relation, consents }: Standing): Decision => {
  if (actor.kind === 'person') return ALLOWED;
  const party = partyOf(actor);
  const needs = [grants[relation]?.[party], grants.none?.[party]].filter((it) => it !== undefined);
  if (needs.some((purposes) => purposes.every((purpose) => consents.has(purpose)))) return ALLOWED;
  if (needs.length > 0) return { allowed: false, because: 'consent' };
  if (party === 'nobody') return { allowed: false, because: 'not-signed-in' };
  const isNamed = Object.values(grants).some((parties) => parties[party] !== undefined);
  return { allowed: false, because: isNamed ? 'relation' : 'role' };
};

const partyOf = (actor: Exclude<Actor, { readonly kind: 'person' }>): Party =>
  actor.kind === 'nobody' ? 'nobody' : actor.role;
