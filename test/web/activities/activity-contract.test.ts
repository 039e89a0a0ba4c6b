import { afterEach, describe, expect, it, vi } from 'vitest';
import { isShortId, PROTOCOLS } from '../../../engine/index.ts';
import { schemaFault } from '../../../web/activities/activity-schema.ts';
import type { Activity, ActivitySession } from '../../../web/activities/activity.ts';
import { ACTIVITIES } from '../../../web/activities/index.ts';
import type { Language } from '../../../web/kit/language.ts';
import { openScope } from '../../../web/kit/scope.ts';
import { counted, FakeSessions } from './fake-sessions.ts';

/** Every text in a value, functions asked with plain arguments. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String((value as (...a: unknown[]) => unknown)(3, 8, 'x'))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** What an activity says in a page of this language. */
async function textsOf(id: string, language: Language): Promise<string[]> {
  vi.stubGlobal('navigator', { languages: [language] });
  vi.resetModules();
  const list = await import('../../../web/activities/index.ts');
  const { title, words } = await list.ACTIVITIES.find((one) => one.id === id)!.load();
  return textsIn([title, words]);
}

describe('ACTIVITIES', () => {
  it('have ids of their own that the log and an address can carry', () => {
    const ids = ACTIVITIES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !isShortId(id))).toEqual([]);
  });

  it('need a thing once', () => {
    for (const { needs } of ACTIVITIES) expect(new Set(needs).size).toBe(needs.length);
  });
});

describe.each(ACTIVITIES.map((listed) => [listed.id, listed] as const))('the activity %s', (id, listed) => {
  const underTest = async () => {
    const sessions = new FakeSessions();
    const activity: Activity = await listed.load();
    const scope = openScope();
    const watched: { readonly listeners: number }[] = [];
    const model = activity.create(scope, {
      clock: sessions.time.clock,
      scheduler: sessions.time.scheduler,
      beginSession: (name) => {
        sessions.begin({ tags: [], protocol: PROTOCOLS.find((one) => one.id === name)! });
        const session = sessions.session$.value!;
        const parts = { state$: counted(session.state$), breath$: counted(session.breath$) };
        watched.push(parts.state$, parts.breath$);
        const note: ActivitySession['note'] = ({ what, details }) =>
          session.note({ activity: id, version: activity.version, what, details });
        return { ...session, ...parts, note };
      },
    });
    return { sessions, activity, scope, model, watched };
  };

  it('is what its card says', async () => {
    const { activity } = await underTest();
    const { load: _, ...card } = listed;
    expect(activity).toMatchObject(card);
    expect(listed.minutes).toBeGreaterThanOrEqual(1);
    expect(listed.minutes).toBeLessThanOrEqual(60);
  });

  it('has all its words in each language, and German is not English', async () => {
    const [english, german] = [await textsOf(id, 'en'), await textsOf(id, 'de')];
    expect(german).toHaveLength(english.length);
    expect([...english, ...german].filter((text) => !text.trim())).toEqual([]);
    expect(german.filter((text) => english.includes(text))).toEqual([]);
  });

  it('logs nothing that its own schema does not have, over its whole length', async () => {
    const { sessions, activity, scope, model } = await underTest();
    model.begin();
    await sessions.time.pass(listed.minutes * 60_000);
    const faults = sessions.noted.map((event) => schemaFault(activity, event));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
    scope.end();
  });

  it('has no room for text in its schema', async () => {
    const { activity } = await underTest();
    expect(Object.keys(activity.events).filter((what) => !isShortId(what))).toEqual([]);
    for (const [what, fields] of Object.entries(activity.events))
      for (const [name, rule] of Object.entries(fields)) {
        if ('oneOf' in rule) expect(rule.oneOf.filter((word) => !isShortId(word))).toEqual([]);
        for (const text of ['She left on a Monday', 'monday']) {
          const details = { ...valid(fields), [name]: text };
          const event = { activity: id, version: activity.version, what, details };
          expect(schemaFault(activity, event)).toBeDefined();
        }
      }
  });

  it('sounds only once it has begun', async () => {
    const { sessions, model, scope } = await underTest();
    expect(sessions.logs).toHaveLength(0);
    model.begin();
    expect(sessions.player.plans).toHaveLength(1);
    scope.end();
  });

  it('listens to nothing and waits for nothing once its scope has ended', async () => {
    const { sessions, model, scope, watched } = await underTest();
    model.begin();
    await sessions.time.pass(20_000);
    expect(watched.some(({ listeners }) => listeners > 0)).toBe(true);
    scope.end();
    sessions.session$.value?.finish();
    await sessions.time.pass(1000);
    expect(watched.map(({ listeners }) => listeners)).toEqual(watched.map(() => 0));
    expect(sessions.time.scheduler.actions.filter(({ closed }) => !closed)).toEqual([]);
  });
});

/** Values that the fields take. */
const valid = (fields: Activity['events'][string]): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, rule]) => [name, 'oneOf' in rule ? rule.oneOf[0]! : rule.from]),
  );
