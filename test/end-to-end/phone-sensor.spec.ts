import { AttunePage } from './support/attune-page.ts';
import { checkAsItIs } from './support/check-screen.ts';
import { chooserOf } from './support/chooser.ts';
import { expect, test } from './support/fixtures.ts';
import { NumberedPackets, packetsIn, sessionsIn } from './support/packets-of.ts';

test('a strap on a phone feeds a session on a screen; over a cut no beat is lost or doubled', async ({
  attune,
  bluetooth,
  browser,
  page,
  server,
}) => {
  const strap = bluetooth.addStrap({ battery: 71 });
  const packets = new NumberedPackets(strap);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const phone = new AttunePage(await context.newPage(), server);

  await attune.toSources();
  await page.getByRole('link', { name: /^A strap on a phone/ }).click();
  const digits = (await page.getByTestId('pairing-code').textContent())!.replace(/\D/g, '').slice(0, 6);

  await phone.page.goto(`${server.url}/#/sensor`);
  // By keyboard alone.
  await phone.page.getByLabel('Six digits').fill(digits);
  await phone.page.keyboard.press('Enter');
  await expect(phone.button('Choose the strap')).toBeVisible();
  await expect(page.getByText('The phone is here.')).toBeVisible();
  const chooser = await chooserOf(phone.page);
  await phone.button('Choose the strap').focus();
  await Promise.all([chooser.choose(strap.name), phone.page.keyboard.press('Enter')]);
  await expect(attune.heading).toHaveText('Before you begin');
  await attune.begin();
  await expect.poll(() => strap.listenedTo).toBe(true);
  // What is sent before the screen listens is of no session.
  await expect(page.getByTestId('strap-badge')).toContainText('battery 71 %');
  packets.send(5);
  await expect.poll(() => attune.keptPackets()).toEqual(packets.sent);
  await expect(phone.page.getByTestId('sending')).toHaveText('Your beats go to the other screen.');
  await checkAsItIs(phone.page);

  for (const cut of [context, page.context()]) {
    await cut.setOffline(true);
    packets.send(8);
    if (cut === context) await expect(phone.page.getByText('8 messages wait')).toBeVisible();
    else await expect(attune.stateLine).toContainText('no beats are coming in');
    packets.send(3);
    await cut.setOffline(false);
    packets.send(2);
    await expect.poll(() => attune.keptPackets()).toEqual(packets.sent);
  }
  await expect(page.getByTestId('strap-badge')).toContainText(/on a phone, time ± \d+ ms/);
  await attune.finish();
  await attune.allSaved();
  const [log] = sessionsIn(server.storedEvents());
  expect(packetsIn(log!)).toEqual(packets.sent);
  expect(log!.some(({ type }) => type === 'clock-offset')).toBe(true);
  await phone.button('Stop sending').click();
  await expect.poll(() => strap.connected).toBe(false);
  await context.close();
});
