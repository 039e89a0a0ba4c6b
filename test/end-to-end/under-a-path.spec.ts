import { AppServer } from './support/app-server.ts';
import { AttunePage } from './support/attune-page.ts';
import { expect, test as base } from './support/fixtures.ts';

const PATH = '/care/attune';

/** Attune as a proxy offers it on a host that has other things, too. */
const test = base.extend({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads here which fixtures are asked for
  server: async ({}, use) => {
    const server = await AppServer.start({ ATTUNE_BASE_PATH: PATH });
    await use(server);
    await server.dispose();
  },
});

test('under a path of a host, all of it stays there: page, music, log, and use without network', async ({
  page,
  server,
  sound,
}) => {
  const strays: string[] = [];
  page.context().on('request', (request) => {
    const { protocol, origin, pathname } = new URL(request.url());
    const isOurs = origin === server.url && pathname.startsWith(PATH);
    if (!isOurs && !['data:', 'blob:'].includes(protocol)) strays.push(request.url());
  });
  const missing: string[] = [];
  page.context().on('response', (response) => {
    if (response.status() >= 400) missing.push(`${response.status()} ${response.url()}`);
  });
  const attune = new AttunePage(page, server);
  await page.goto(`${server.url}${PATH}`);
  await attune.drawn();
  await expect(page).toHaveURL(`${server.url}${PATH}/`);

  await attune.cravingNow();
  await sound.heard(1);
  await expect.poll(() => server.storedEvents().length).toBeGreaterThan(0);

  await attune.cutOff();
  await attune.drawn();
  await expect(attune.heading).toBeVisible();
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
  expect(scope).toBe(`${server.url}${PATH}/`);
  expect(strays).toEqual([]);
  expect(missing).toEqual([]);
});
