import { describe, expect, it } from 'vitest';
import { firstScreen, wholeApp } from '../../../web/app/composed.ts';
import { behavior } from '../../../web/kit/behavior.ts';
import type { Part } from '../../../web/kit/part.ts';
import type { Feature } from '../../../web/session/feature.ts';
import type { Saved } from '../../../web/storage/outbox.ts';

const SILENT = { on$: behavior(false), stop: () => undefined };
const Nothing = () => null;
const part: Part = { load: () => Promise.resolve(Nothing) };
const REST = {
  sessions: { session$: behavior(undefined) },
  announced$: behavior(undefined),
  saved$: behavior<Saved>({ here: 'kept', service: 'all' }),
};

const feature = (name: string): Feature => ({
  routes: [{ path: `/${name}`, load: () => Promise.resolve(Nothing) }],
  notices: [part],
  panels: { today: [part], plan: [part] },
  ways: [{ section: 'plan', to: `/${name}`, label: name, hint$: behavior('') }],
});

describe('firstScreen', () => {
  it('has what its features bring, the panels with their code', async () => {
    const first = await firstScreen([feature('a')], SILENT);
    expect(first.panels.today).toEqual([Nothing]);
    expect(first.ways.map(({ to }) => to)).toEqual(['/a']);
    expect(first.isWhole).toBe(false);
  });

  it('sounds as what is coming does', async () => {
    const on$ = behavior(true);
    const first = await firstScreen([], { ...SILENT, on$ });
    expect([first.sound.on$.value, first.coming$.value]).toEqual([true, true]);
  });

  it('throws what kept a panel from coming', async () => {
    const broken = { load: () => Promise.reject(new Error('away')) };
    await expect(firstScreen([{ panels: { today: [broken] } }], SILENT)).rejects.toThrow('away');
  });
});

describe('wholeApp', () => {
  it('keeps the parts of the first screen as they are, before those of the other features', async () => {
    const first = await firstScreen([feature('a')], SILENT);
    const whole = wholeApp(first, { ...REST, features: [feature('b'), feature('c')] });
    expect(whole.routes.map(({ path }) => path)).toEqual(['/a', '/b', '/c']);
    expect(whole.ways.map(({ to }) => to)).toEqual(['/a', '/b', '/c']);
    expect([whole.panels.today, whole.panels.plan].map((each) => each?.length)).toEqual([3, 3]);
    expect(whole.panels.today![0]).toBe(first.panels.today![0]);
    expect(whole.notices[0]).toBe(first.notices[0]);
  });

  it('shows what waits of all features, and the next step of the last one that has one', async () => {
    const step = { title: 'Rhythm', line: '', begin: 'Begin', to: '/rhythm' };
    const waits = [{ to: '/songs', line: 'No chorus yet.' }];
    const next$ = behavior<typeof step | undefined>(undefined);
    const whole = wholeApp(await firstScreen([], SILENT), {
      ...REST,
      features: [
        { waits$: behavior(waits), next$: behavior({ ...step, to: '/start' }) },
        { waits$: behavior(waits), next$ },
      ],
    });
    expect(whole.waits$.value).toEqual([...waits, ...waits]);
    expect(whole.next$.value?.to).toBe('/start');
    next$.next(step);
    expect(whole.next$.value?.to).toBe('/rhythm');
  });

  it('sounds as its features do', async () => {
    const on$ = behavior(false);
    const whole = wholeApp(await firstScreen([], SILENT), {
      ...REST,
      features: [{ sound: { ...SILENT, on$ } }],
    });
    on$.next(true);
    expect(whole.sound.on$.value).toBe(true);
    expect(whole.coming$.value).toBe(false);
  });
});
