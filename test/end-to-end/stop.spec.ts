import { expect, test } from './support/fixtures.ts';
import type { AttunePage } from './support/attune-page.ts';

const ways: Readonly<Record<string, (attune: AttunePage) => Promise<void>>> = {
  Esc: (attune) => attune.page.keyboard.press('Escape'),
  Space: (attune) => attune.page.keyboard.press('Space'),
  'the button': (attune) => attune.button('Stop').click(),
};

test.describe('stop', () => {
  for (const [way, stop] of Object.entries(ways))
    test(`leaves silence within 0.3 s of sound by ${way}`, async ({ attune, sound }) => {
      await attune.cravingNow();
      await sound.heard(2);
      await stop(attune);
      expect(await sound.lastAfterPress()).toBeLessThan(300);
      expect(await sound.level(0.5)).toBe(0);
      await expect(attune.heading).toHaveText('Stopped.');
    });

  test('leaves silence in the middle of a crossfade too', async ({ attune, sound }) => {
    await attune.cravingNow();
    await sound.heard(2);
    await attune.button('Something else').click();
    await sound.rendered(0.7);
    await attune.page.keyboard.press('Escape');
    expect(await sound.lastAfterPress()).toBeLessThan(300);
    expect(await sound.level(0.5)).toBe(0);
  });

  test('is answered by the same session when the person goes on', async ({ attune, sound }) => {
    await attune.cravingNow();
    await sound.heard(1);
    await attune.page.keyboard.press('Escape');
    await attune.button('Go on').click();
    await sound.heard(2);
    await expect(attune.why).toHaveText('You asked to go on.');
  });
});
