import { endWith, scan } from 'rxjs';
import { behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import { turnAfter, type Turn } from './tour.ts';

/** The protocol of the demonstration, which the tour goes along with. */
const PROTOCOL = 'demonstration';

/** The demonstration told as it goes: one sentence at each turn of its story. */
export function demonstrationFeature(): Feature {
  const turn$ = behavior<Turn | undefined>(undefined);
  return {
    contributors: [
      ({ protocol }) => {
        if (protocol.id !== PROTOCOL) return undefined;
        return {
          follow: ({ events$ }) =>
            void events$
              .pipe(scan(turnAfter, 'listening' as Turn), endWith(undefined))
              .subscribe((turn) => turn$.next(turn)),
        };
      },
    ],
    slots: {
      centre: [part(() => import('./tour-line.tsx').then(({ TourLine }) => TourLine), { turn$ })],
    },
  };
}
