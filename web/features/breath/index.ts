import type { Clock } from '../../../devices/index.ts';
import type { ModulePlayer } from '../../audio/module-player.ts';
import { part } from '../../kit/part.ts';
import { BREATH_SETTINGS, breathSettings, type BreathGuiding } from '../../session/breath-settings.ts';
import type { Feature } from '../../session/feature.ts';
import type { SessionsViewModel } from '../../session/sessions-view-model.ts';
import { storedBelongings } from '../../storage/stored-belongings.ts';
import { breath as words } from '../../session/words/breath.ts';
import { followBreath } from './follow-breath.ts';
import { paceContributor } from './follow-pace.ts';
import { browserVibration } from './vibration.ts';

interface BreathPorts {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly sessions: Pick<SessionsViewModel, 'session$'>;
  readonly player: ModulePlayer;
  readonly clock: Clock;
}

/** The breathing guide: seen in a session's middle, heard, felt, and led by the protocol where that asks for it. */
export function breathFeature({ storage, sessions, player, clock }: BreathPorts): Feature & {
  /** The pace that the person has set, breaths a minute. */
  readonly ownPace: () => number;
  /** For whoever else guides breathing. */
  readonly guiding: BreathGuiding;
} {
  const settings = breathSettings(storage);
  const vibrate = browserVibration();
  followBreath({ session$: sessions.session$, settings$: settings.settings$, player, vibrate, clock });
  const guiding = { ...settings, canVibrate: vibrate !== undefined };
  return {
    contributors: [paceContributor],
    belongings: [
      storedBelongings({
        ...{ folder: 'breath', title: words.name, storage },
        keys: { 'breath.json': BREATH_SETTINGS },
      }),
    ],
    slots: {
      centre: [part(() => import('./breath-form.tsx').then(({ BreathForm }) => BreathForm), { guiding })],
    },
    guiding,
    ownPace: () => settings.settings$.value.perMinute,
  };
}
