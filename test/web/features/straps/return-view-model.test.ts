import 'fake-indexeddb/auto';
import { BehaviorSubject, defer, finalize, Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  monitoredSensor,
  SensorError,
  type HeartRateSensor,
  type SensorEvent,
  sharedSensor,
} from '../../../../devices/index.ts';
import { protocolOf, type SessionEvent } from '../../../../engine/index.ts';
import type { StoredSession } from '../../../../web/storage/outbox-database.ts';
import type { SessionsViewModel } from '../../../../web/session/sessions-view-model.ts';
import { returnViewModel } from '../../../../web/features/straps/return-view-model.ts';
import { sourceViewModel, type SourcePorts } from '../../../../web/features/straps/source-view-model.ts';
import { VirtualTime } from '../../../support/virtual-time.ts';
import type { Live } from '../../../../web/storage/live-table.ts';
import { stored } from '../../storage/outbox-under-test.ts';

const MINUTE_MS = 60_000;
const from = { author: 'device', sensor: 'a', atMs: 0 } as const;
const LOG: readonly SessionEvent[] = [
  { type: 'sensor', ...from, state: 'connecting', seq: 0 },
  { type: 'tag', author: 'person', atMs: 0, tags: ['coffee'], seq: 1 },
];
const CUT = stored({ id: 'cut', ended: 'interrupted', source: 'strap', protocol: 'activation' });
const kinds = [protocolOf('craving-session'), protocolOf('activation')];

interface Begun {
  readonly answers: Parameters<SessionsViewModel['begin']>[0];
  readonly source: Parameters<SessionsViewModel['begin']>[1];
}

/** A page that opens on these sessions at that time, with a strap "a" that the browser may permit. */
function open(sessions: readonly StoredSession[], { atMs = 5 * MINUTE_MS, permitted = true } = {}) {
  const time = new VirtualTime();
  time.scheduler.frame = atMs;
  const events$ = new Subject<SensorEvent>();
  const links = { made: 0, open: 0 };
  const strap: HeartRateSensor = sharedSensor({
    id: 'a',
    name: 'A',
    kind: 'strap',
    events$: defer(() => {
      links.made += 1;
      links.open += 1;
      return events$.pipe(finalize(() => (links.open -= 1)));
    }),
  });
  const ports = {
    rememberedStraps: () => Promise.resolve(permitted ? [strap] : []),
    requestStrap: () => Promise.reject(new SensorError('cancelled', '')),
    monitored: monitoredSensor,
  } as Partial<SourcePorts> as SourcePorts;
  const source = sourceViewModel(() => Promise.resolve(ports));
  void source.recall();
  const begun: Begun[] = [];
  const begin: SessionsViewModel['begin'] = (answers, chosen) => {
    begun.push({ answers, source: chosen });
    chosen?.sensor.events$.subscribe();
  };
  const session$ = new BehaviorSubject<SessionsViewModel['session$']['value']>(undefined);
  const sessions$ = new BehaviorSubject<Live<readonly StoredSession[]>>({ state: 'read', value: sessions });
  const view = returnViewModel({
    outbox: { sessions$, eventsOf: () => Promise.resolve(LOG) },
    source,
    sessions: { session$, begin, kinds },
    clock: time.clock,
    scheduler: time.scheduler,
  });
  const beat = (): void => {
    events$.next({ type: 'sensor', ...from, state: 'streaming' });
    events$.next({ type: 'packet', ...from, hex: '0048' });
  };
  return { time, view, links, begun, beat, events$, source, sessions$ };
}

describe('returnViewModel', () => {
  it('connects without a press to the strap of a session that was cut short, and shows it once it beats', async () => {
    const { time, view, links, beat } = open([CUT, stored({ id: 'older' })]);
    await time.pass(0);
    expect(links).toEqual({ made: 1, open: 1 });
    expect(view.back$.value).toBeUndefined();
    beat();
    expect(view.back$.value).toMatchObject({ name: 'A', bpm: 72 });
  });

  it('waits until the session is closed as cut short', async () => {
    const { time, links, sessions$ } = open([stored({ id: 'cut', source: 'strap' })]);
    await time.pass(0);
    expect(links.made).toBe(0);
    sessions$.next({ state: 'read', value: [CUT] });
    await time.pass(0);
    expect(links.made).toBe(1);
  });

  it.each([
    ['ten minutes have passed', [CUT], { atMs: 10 * MINUTE_MS + 1000 }],
    ['the browser permits the strap no more, or cannot say', [CUT], { permitted: false }],
    ['the last session was finished', [stored({ ...CUT, ended: 'finished' }), CUT], {}],
    ['the last session had no strap', [stored({ ...CUT, source: 'none' })], {}],
    ['there was no session', [], {}],
  ] as const)('leaves the strap alone where %s', async (_, sessions, about) => {
    const { time, links } = open(sessions, about);
    await time.pass(MINUTE_MS);
    expect(links.made).toBe(0);
  });

  it('goes on as the session was, over the same link', async () => {
    const { time, view, links, begun, beat } = open([CUT]);
    await time.pass(0);
    beat();
    await view.goOn();
    expect(begun).toMatchObject([
      { answers: { tags: ['coffee'], protocol: { id: 'activation' } }, source: { sensor: { id: 'a' } } },
    ]);
    expect(links).toEqual({ made: 1, open: 1 });
    expect(view.back$.value).toBeUndefined();
  });

  it('lets go of the strap after ten minutes, and when the person chooses anything', async () => {
    const waiting = open([CUT]);
    await waiting.time.pass(0);
    await waiting.time.pass(10 * MINUTE_MS);
    expect(waiting.links.open).toBe(0);

    const chosen = open([CUT]);
    await chosen.time.pass(0);
    chosen.beat();
    await chosen.source.chooseStrap();
    expect(chosen.links.open).toBe(0);
    expect(chosen.view.back$.value).toBeUndefined();
  });

  it('says nothing where the strap cannot be had', async () => {
    const { time, view, events$ } = open([CUT]);
    await time.pass(0);
    events$.error(new SensorError('denied', ''));
    expect(view.back$.value).toBeUndefined();
  });
});
