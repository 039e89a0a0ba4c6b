import { behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import { storedBelongings } from '../../storage/stored-belongings.ts';
import { WELCOME, welcomeViewModel } from './welcome-view-model.ts';
import { welcome as words } from './words.ts';

interface WelcomePorts {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** What features put on the cards. */
  readonly cards: readonly NonNullable<Feature['welcome']>[];
}

/** The first run: four cards, each of which can be skipped and come back to. */
export function welcomeFeature({ storage, cards }: WelcomePorts): Feature {
  const welcome = welcomeViewModel(storage);
  return {
    panels: {
      today: [
        part(() => import('./welcome-invitation.tsx').then(({ Invitation }) => Invitation), { welcome }),
      ],
    },
    routes: [
      {
        path: '/welcome/:step?',
        ...part(() => import('./welcome-screen.tsx').then(({ WelcomeScreen }) => WelcomeScreen), {
          ...{ welcome, cards },
        }),
      },
    ],
    ways: [{ section: 'plan', to: '/welcome', label: words.title, hint$: behavior(words.hint) }],
    belongings: [
      storedBelongings({ folder: 'welcome', title: words.title, storage, keys: { 'welcome.json': WELCOME } }),
    ],
  };
}
