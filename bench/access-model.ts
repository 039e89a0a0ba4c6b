import type { Role } from '../server/access/actor.ts';

/**
 * What the rules of access mean, said once more and in another way than the service's own table: plain questions about
 * who somebody is to somebody else. Written from the design, not from the code; `bench/access.ts` holds both together.
 */
export interface Glass {
  readonly id: string;
  readonly clinician: string;
  readonly client: string;
  untilMs: number;
  reviewed: boolean;
}

export class AccessModel {
  readonly roles = new Map<string, Role>();
  /** "clinician client" */
  readonly cares = new Set<string>();
  /** "client purpose" */
  readonly agreed = new Set<string>();
  readonly glasses: Glass[] = [];
  /** Owner by session. */
  readonly sessions = new Map<string, string>();
  nowMs = 0;

  assign(clinician: string, client: string): void {
    this.cares.add(`${clinician} ${client}`);
  }
  isAssigned = (who: string, client: string): boolean =>
    this.roles.get(who) === 'clinician' && this.cares.has(`${who} ${client}`);
  agrees = (client: string, purpose: string): boolean => this.agreed.has(`${client} ${purpose}`);

  /** The relation in which somebody may see a client's sessions; absent: may not. */
  sees(who: string, client: string): 'own' | 'assigned' | 'break-glass' | 'consented' | undefined {
    if (who === client) return 'own';
    const role = this.roles.get(who);
    if (role === 'clinician') {
      if (this.isAssigned(who, client) && this.agrees(client, 'care')) return 'assigned';
      return this.breaking(who, client) ? 'break-glass' : undefined;
    }
    return role === 'researcher' && this.agrees(client, 'research') ? 'consented' : undefined;
  }
  breaking = (who: string, client: string): Glass | undefined =>
    this.glasses.find((it) => it.clinician === who && it.client === client && it.untilMs > this.nowMs);

  /** The relation in which somebody may take a client's sessions elsewhere. */
  takes(who: string, client: string): 'assigned' | 'consented' | undefined {
    if (who === client || !this.agrees(client, 'sharing')) return undefined;
    const how = this.sees(who, client);
    return how === 'assigned' || how === 'consented' ? how : undefined;
  }
  /** Whether somebody may append an event under an author's name. */
  writes(who: string, client: string, author: string): boolean {
    if (who === client) return author !== 'clinician';
    return author === 'clinician' && this.sees(who, client) === 'assigned';
  }
  /** Whether somebody may append at all, so that a session is there for them. */
  reachesToWrite = (who: string, client: string): boolean =>
    who === client || this.sees(who, client) === 'assigned';
  isAdministrator = (who: string): boolean => ['owner', 'admin'].includes(this.roles.get(who) ?? '');
}
