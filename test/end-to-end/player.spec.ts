import { expect, test } from './support/fixtures.ts';

declare global {
  interface Window {
    /** Every audio context that the page has opened, the newest last. */
    opened?: AudioContext[];
    /** What the page answers media keys with. */
    mediaKeys?: Partial<Record<MediaSessionAction, MediaSessionActionHandler | null>>;
  }
}

/** In the page, before anything else: what a test cannot reach from outside is kept where it can. */
function keepWithinReach(): void {
  const opened: AudioContext[] = (window.opened = []);
  window.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      opened.push(this);
    }
  };
  const keys: NonNullable<typeof window.mediaKeys> = (window.mediaKeys = {});
  const original = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession);
  navigator.mediaSession.setActionHandler = (action, handler) => {
    keys[action] = handler;
    original(action, handler);
  };
}

test.describe('the player', () => {
  test.beforeEach(({ page }) => page.addInitScript(keepWithinReach));

  test('goes on by itself after its context was suspended, and in another after it was lost', async ({
    attune,
    sound,
  }) => {
    const { page, playing } = attune;
    await attune.cravingNow();
    await sound.heard(2);
    const piece = await playing.textContent();
    await page.evaluate(() => window.opened!.at(-1)!.suspend());
    await sound.heard(1);
    await page.evaluate(() => window.opened!.at(-1)!.dispatchEvent(new Event('error')));
    await sound.heard(1);
    await expect(playing).toHaveText(piece!);
    expect(await page.evaluate(() => window.opened!.map(({ state }) => state))).toEqual([
      'closed',
      'running',
    ]);
    await page.keyboard.press('Escape');
    expect(await sound.lastAfterPress()).toBeLessThan(300);
  });

  test('is steered by media keys: pause is silence, play goes on', async ({ attune, sound }) => {
    const { page } = attune;
    const press = (action: MediaSessionAction): Promise<void> =>
      page.evaluate((key) => window.mediaKeys![key]!({ action: key }), action);
    await attune.cravingNow();
    await sound.heard(1);
    expect(await page.evaluate(() => navigator.mediaSession.metadata?.title)).toBe(
      await attune.playing.textContent(),
    );
    await press('pause');
    await expect(attune.heading).toHaveText('Stopped.');
    await sound.silent(0.3);
    await press('play');
    await sound.heard(1);
    expect(await page.evaluate(() => navigator.mediaSession.playbackState)).toBe('playing');
  });
});
