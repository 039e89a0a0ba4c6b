import type { Observable } from 'rxjs';
import { behavior, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import { browserRoom } from './room-socket.ts';
import { stayInRoom, type Company } from './stay-in-room.ts';

interface RoomPorts {
  readonly isSignedIn$: Behavior<boolean>;
  readonly online$: Observable<unknown>;
}

/**
 * The room of a session at a clinic's service: a clinician may watch it and ask for something, and the page carries it
 * out. Nothing of the session waits for it, and where nobody is signed in there is none.
 */
export function roomFeature({ isSignedIn$, online$ }: RoomPorts): Feature {
  const company$ = behavior<Company | undefined>(undefined);
  return {
    contributors: [
      () => ({
        follow: (session) => stayInRoom({ session, enter: browserRoom, isSignedIn$, online$, company$ }),
      }),
    ],
    slots: {
      centre: [part(() => import('./company-line.tsx').then(({ CompanyLine }) => CompanyLine), { company$ })],
    },
  };
}
