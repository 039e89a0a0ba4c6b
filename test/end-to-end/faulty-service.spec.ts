import type { IncomingMessage, ServerResponse } from 'node:http';
import { AttunePage } from './support/attune-page.ts';
import { expect, test as base } from './support/fixtures.ts';
import { Middleman, type Meddling } from './support/middleman.ts';

/** Attune behind somebody who may meddle with what is asked of it. */
const test = base.extend<{ readonly between: Middleman; readonly behind: AttunePage }>({
  between: async ({ server }, use) => {
    const between = await Middleman.before(server.url);
    await use(between);
    await between.close();
  },
  behind: async ({ page, server, between }, use) => {
    const attune = new AttunePage(page, server);
    await page.goto(between.url);
    await attune.drawn();
    await use(attune);
  },
});

const say = (answer: ServerResponse, status: number, body: string): true => {
  answer.writeHead(status, { 'content-type': 'application/json' }).end(body);
  return true;
};
const isApi = ({ url = '' }: IncomingMessage): boolean => url.startsWith('/api/');

const nonsense: Readonly<Record<string, Meddling>> = {
  'answers nonsense': (asked, answer) => isApi(asked) && say(answer, 200, '{"nextSeq":"many"}'),
  'says 400 to everything': (asked, answer) => isApi(asked) && say(answer, 400, '{"error":"bad"}'),
  'never answers': (asked) => isApi(asked),
};

for (const [name, meddle] of Object.entries(nonsense))
  test(`a service that ${name} is asked a few times in the first minute, and has all once it is well`, async ({
    behind,
    between,
    page,
    server,
  }) => {
    // The page's own minute: nothing here waits for the clock.
    await page.clock.install();
    between.meddle = meddle;
    await behind.cravingNow();
    await expect(behind.saved).toContainText('Saved here', { timeout: 60_000 });
    for (let s = 0; s < 60; s++) await page.clock.runFor(1000);
    expect(between.asked.length).toBeGreaterThan(0);
    expect(between.asked.length).toBeLessThanOrEqual(10);
    between.meddle = () => false;
    await behind.finish();
    for (let s = 0; s < 90; s++) await page.clock.runFor(1000);
    await page.clock.resume();
    await behind.allSaved();
    expect(server.storedEvents().at(-1)).toContain('session-ended');
  });

test('a deletion that somebody else answers is shown as such, outlives the page, and is done in the end', async ({
  behind,
  between,
  page,
  server,
}) => {
  await behind.cravingNow();
  await behind.finish();
  await behind.allSaved();
  let status = 204;
  const answered = new Set<number>();
  between.meddle = ({ method }, answer) => {
    if (method !== 'DELETE') return false;
    answer
      .on('finish', () => answered.add(status))
      .writeHead(status)
      .end();
    return true;
  };
  await page.getByRole('button', { name: 'Delete this session' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('link', { name: 'Progress' }).click();
  await expect(page.getByText('being deleted, as soon as your Attune says')).toBeVisible();
  await expect(behind.saved).toContainText('One session is still to be deleted on your Attune.');
  for (const next of [401, 405, 404, 204]) {
    // What it shows before it was answered says nothing of the answer.
    await expect.poll(() => answered.has(status)).toBe(true);
    answered.clear();
    status = next;
    await page.reload();
    await expect(page.getByText('being deleted, as soon as your Attune says')).toBeVisible();
  }
  expect(server.storedEvents().length).toBeGreaterThan(0);
  between.meddle = () => false;
  await page.reload();
  await expect(page.getByText('being deleted')).toHaveCount(0);
  await expect.poll(() => server.storedEvents().length).toBe(0);
});

test('a service that has lost everything gets it again, also a session that was done', async ({
  behind,
  page,
  server,
}) => {
  await behind.cravingNow();
  await behind.finish();
  await behind.allSaved();
  const before = server.storedEvents();
  await server.loseAll();
  await page.reload();
  await expect.poll(() => server.storedEvents()).toEqual(before);
  await behind.allSaved();
});
