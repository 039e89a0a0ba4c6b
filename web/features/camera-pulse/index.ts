import type { Clock } from '../../../devices/index.ts';
import { behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import { newUuid } from '../../kit/secure-only.ts';
import type { Feature } from '../../session/feature.ts';
import { browserCamera } from './camera.ts';
import { pulseBelongings } from './pulse-belongings.ts';
import { PulseDatabase } from './pulse-database.ts';
import { pulseViewModel } from './pulse-view-model.ts';
import { words } from './words.ts';

/** The pulse without a strap: a finger on the camera, kept for before and after a session. */
export function cameraPulseFeature({ clock }: { readonly clock: Clock }): Feature {
  const database = new PulseDatabase();
  const pulse = pulseViewModel({ camera: browserCamera(), database, clock, newId: newUuid });
  return {
    routes: [
      {
        path: '/pulse',
        ...part(() => import('./pulse-screen.tsx').then(({ PulseScreen }) => PulseScreen), { pulse }),
      },
    ],
    ways: [{ section: 'progress', to: '/pulse', label: words.title, hint$: behavior(words.linkHint) }],
    slots: {
      after: [part(() => import('./session-pulse.tsx').then(({ SessionPulse }) => SessionPulse), { pulse })],
    },
    belongings: [pulseBelongings(database)],
  };
}
