import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { filter, firstValueFrom } from 'rxjs';
import { AppView } from './app/app.tsx';
import { firstScreen, wholeApp } from './app/composed.ts';
import { savesData, whenIdle } from './app/when-idle.ts';
import { painted } from './boot/painted.ts';
import type { Attune } from './attune.ts';
import { cravingPress } from './boot/craving-press.ts';
import { shell } from './boot/shell.ts';
import { storage } from './kit/secure-only.ts';
import { firstFeatures } from './first-screen.ts';
import { behavior } from './kit/behavior.ts';

/** Draws the first screen in place of the shell, then has the rest of the app come: `attune.ts`. */
async function open(): Promise<void> {
  const coming$ = behavior(cravingPress.coming);
  cravingPress.watch(() => coming$.next(cravingPress.coming));
  const first = await firstScreen(firstFeatures, { on$: coming$, stop: cravingPress.takeBack });
  const app$ = behavior(first);
  const failed$ = behavior(false);
  const whole = firstValueFrom(app$.pipe(filter(({ isWhole }) => isWhole)));
  const root = createRoot(document.getElementById('root')!);
  await shell.giveWayTo(() =>
    flushSync(() =>
      root.render(
        <StrictMode>
          <AppView {...{ app$, whole, failed$ }} cravingNow={cravingPress.press} />
        </StrictMode>,
      ),
    ),
  );
  try {
    await painted();
    const { attune } = await import('./attune.ts');
    const app = wholeApp(first, attune);
    app$.next(app);
    await whenIdle(
      savesData()
        ? care(attune)
        : [
            () => attune.player.prepare(),
            ...care(attune),
            ...app.routes.filter(({ rarely }) => !rarely).map(({ Screen }) => Screen.prefetch),
          ],
    );
  } catch {
    cravingPress.takeBack();
    failed$.next(true);
  }
}

/** What the browser is asked for when it has nothing better to do. */
const care = ({ version }: Pick<Attune, 'version'>) => [
  () => version.keepUpToDate(),
  // Asks the browser not to clear the sessions when space runs low; a refusal changes nothing.
  async () => storage()?.persist(),
];

open().catch(() => shell.fail());
