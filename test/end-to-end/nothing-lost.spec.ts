import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import type { AppServer } from './support/app-server.ts';
import { heartRatePayload } from './support/heart-rate-payload.ts';
import type { VirtualStrap } from './support/virtual-strap.ts';

/**
 * Sends `count` packets, each unlike any other, and gives their bytes as the log writes them. The pause between them
 * only keeps them from being written all at once.
 */
async function sendPackets(
  strap: VirtualStrap,
  page: Page,
  { from, count }: { from: number; count: number },
) {
  const sent: string[] = [];
  for (let number = from; number < from + count; number++) {
    const payload = heartRatePayload({ bpm: 72, rrMs: [833], energyKj: number });
    expect(strap.send(payload)).toBe(true);
    sent.push(Buffer.from(payload).toString('hex'));
    await page.waitForTimeout(100);
  }
  return sent;
}

interface Stored {
  readonly seq: number;
  readonly type: string;
  readonly hex?: string;
  readonly reason?: string;
}

const stored = (server: AppServer): readonly Stored[] =>
  server.storedEvents().map((text) => JSON.parse(text) as Stored);

const packetsIn = (events: readonly Stored[]): readonly (string | undefined)[] =>
  events.filter(({ type }) => type === 'packet').map(({ hex }) => hex);

test.describe('a session', () => {
  test('reaches the service whole when that was away for a while', async ({
    attune,
    bluetooth,
    chooser,
    page,
    server,
  }) => {
    const strap = bluetooth.addStrap();
    await attune.chooseStrap(strap, chooser);
    await attune.begin();
    await expect.poll(() => strap.listenedTo).toBe(true);
    const sent = await sendPackets(strap, page, { from: 0, count: 25 });
    await server.kill();
    sent.push(...(await sendPackets(strap, page, { from: 25, count: 35 })));
    await expect(attune.saved).toHaveText('Saved here');
    await server.restart();
    sent.push(...(await sendPackets(strap, page, { from: 60, count: 10 })));
    await expect.poll(() => attune.keptPackets()).toEqual(sent);
    await attune.finish();
    await attune.allSaved();
    const events = stored(server);
    expect(packetsIn(events)).toEqual(sent);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i));
    expect(events.at(-1)).toMatchObject({ type: 'session-ended', reason: 'stopped' });
  });

  const endings: Readonly<Record<string, (page: Page) => Promise<Page>>> = {
    'the page is loaded anew': async (page) => {
      await page.reload();
      return page;
    },
    'the tab is closed': async (page) => {
      const next = await page.context().newPage();
      await page.close();
      return next;
    },
    'the tab crashes': async (page) => {
      const next = await page.context().newPage();
      const session = await page.context().newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      session.send('Page.crash').catch(() => undefined); // the tab that would answer is gone
      await crashed;
      return next;
    },
  };
  for (const [what, end] of Object.entries(endings))
    test(`loses nothing and is closed as cut short when ${what}`, async ({
      attune,
      bluetooth,
      chooser,
      page,
      server,
    }) => {
      const strap = bluetooth.addStrap();
      await attune.chooseStrap(strap, chooser);
      await attune.begin();
      await expect.poll(() => strap.listenedTo).toBe(true);
      const sent = await sendPackets(strap, page, { from: 0, count: 20 });
      // What is still on its way over Bluetooth, or to the disk, when the page goes is not lost by Attune.
      await expect.poll(() => attune.keptPackets()).toEqual(sent);
      const next = attune.on(await end(page));
      await next.open();
      await expect(next.page.getByText('Your last session was cut short.')).toBeVisible();
      await next.allSaved();
      const events = stored(server);
      expect(packetsIn(events)).toEqual(sent);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i));
      expect(events.findLast(({ type }) => type === 'session-ended')).toMatchObject({
        reason: 'interrupted',
      });
    });
});
