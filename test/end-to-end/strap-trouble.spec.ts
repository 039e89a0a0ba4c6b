import { expect, test } from './support/fixtures.ts';
import { beat } from './support/heart.ts';

const steady = (): number => 72;

test.describe('a strap', () => {
  test('that is not chosen after all leaves the person where they were', async ({
    attune,
    bluetooth,
    chooser,
    page,
  }) => {
    const strap = bluetooth.addStrap();
    await attune.toSources();
    await Promise.all([chooser.cancel(), attune.source('Connect a strap').click()]);
    await expect(attune.source('Connect a strap')).toHaveAttribute('aria-busy', 'false');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await attune.chooseStrap(strap, chooser);
  });

  test('without Bluetooth is answered with what to do, and can be chosen once it is there', async ({
    attune,
    bluetooth,
    chooser,
    page,
  }) => {
    const strap = bluetooth.addStrap();
    bluetooth.switch('absent');
    await attune.toSources();
    await attune.source('Connect a strap').click();
    await expect(page.getByRole('alert')).toContainText('Bluetooth is off.');
    bluetooth.switch('on');
    await Promise.all([chooser.choose(strap.name), attune.button('Try again').click()]);
    await expect(attune.heading).toHaveText('Before you begin');
  });

  test('that gives no heart rate is named as such while the music plays', async ({
    attune,
    bluetooth,
    chooser,
    page,
    sound,
  }) => {
    const thermometer = bluetooth.addStrap({ name: 'Thermometer', hasHeartRate: false });
    await attune.chooseStrap(thermometer, chooser);
    await attune.begin();
    await expect(page.getByRole('alert')).toContainText('That device gives no heart rate.');
    await sound.heard(1);
  });

  test('that is lost is said to be, the music goes on, and it is back by itself', async ({
    attune,
    bluetooth,
    chooser,
    sound,
  }) => {
    const strap = bluetooth.addStrap();
    await attune.chooseStrap(strap, chooser);
    const heart = beat(strap, steady);
    await attune.begin();
    await expect(attune.stateLine).toContainText(/7[0-4] bpm/);
    strap.lose();
    await expect(attune.stateLine).toContainText('heart rate unknown');
    await sound.heard(2);
    strap.reachable = true;
    await expect(attune.stateLine).toContainText(/7[0-4] bpm/);
    heart.stop();
    await expect(attune.stateLine).toContainText('heart rate unknown, no beats are coming in');
  });
});
