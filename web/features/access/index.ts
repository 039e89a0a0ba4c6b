import { behavior, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import { accessApi } from './access-api.ts';
import { ways as words } from './words.ts';

interface AccessPorts {
  readonly fetch: typeof globalThis.fetch;
  /** Somebody is signed in to a clinic's service, who has things of their own there. */
  readonly hasOwn$: Behavior<boolean>;
  /** They are there as a client. */
  readonly isClient$: Behavior<boolean>;
}

/** Who looked, and what one agreed to. Where the service is one person's own, none of it is there. */
export function accessFeature({ fetch, hasOwn$: open$, isClient$ }: AccessPorts): Feature {
  const api = accessApi(fetch);
  return {
    notices: [
      part(() => import('./glass-notice.tsx').then(({ GlassNotice }) => GlassNotice), { api, isClient$ }),
    ],
    routes: [
      {
        ...{ path: '/who-looked', open$, rarely: true },
        ...part(() => import('./looks-screen.tsx').then(({ LooksScreen }) => LooksScreen), { api }),
      },
      {
        ...{ path: '/consents', open$, rarely: true },
        ...part(() => import('./consents-screen.tsx').then(({ ConsentsScreen }) => ConsentsScreen), { api }),
      },
    ],
    ways: [
      {
        ...{ section: 'plan', to: '/who-looked', label: words.looks, open$ },
        hint$: behavior(words.looksHint),
      },
      {
        ...{ section: 'plan', to: '/consents', label: words.consents, open$ },
        hint$: behavior(words.consentsHint),
      },
    ],
  };
}
