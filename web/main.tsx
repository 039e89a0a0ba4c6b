import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { fromEvent, merge } from 'rxjs';
import { registerSW } from 'virtual:pwa-register';
import { epochClock } from '../devices/index.ts';
import { attuneSignals, configHash, engineConfig, PROTOCOLS, protocolOf } from '../engine/index.ts';
import { activitiesFeature } from './app/activities.ts';
import { AppView } from './app/app.tsx';
import { deferredPlayer } from './audio/deferred-player.ts';
import { breathFeature } from './features/breath/index.ts';
import { cravingFeature } from './features/craving/index.ts';
import { dosingFeature } from './features/dosing/index.ts';
import { helpFeature } from './features/help/index.ts';
import { musicFeature } from './features/music/index.ts';
import { pastFeature } from './features/past/index.ts';
import { restFeature } from './features/rest/index.ts';
import { strapsFeature } from './features/straps/index.ts';
import { browserMedia, browserWakeLock } from './session/browser-ports.ts';
import { endingOf } from './session/ending-of.ts';
import type { Feature } from './session/feature.ts';
import { sessionFeature } from './session/index.ts';
import { keepAwake } from './session/keep-awake.ts';
import { mediaControls } from './session/media-controls.ts';
import { sessionsViewModel, type SessionsViewModel } from './session/sessions-view-model.ts';
import { browserStorage } from './storage/browser-storage.ts';
import { OutboxDatabase } from './storage/outbox-database.ts';
import { openOutbox } from './storage/outbox.ts';
import { sessionApi } from './storage/session-api.ts';
import { browserLocks } from './storage/tab-locks.ts';
import { whenIdle, savesData } from './app/when-idle.ts';
import { shell } from './boot/shell.ts';

/** The one place where the features meet each other and the browser. */

const config = engineConfig();
const clock = epochClock;
const seed = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!;
const storage = browserStorage();
const locks = browserLocks();
const get: typeof fetch = (input, init) => fetch(input, init);
// A service on this very computer comes back without the network changing: looking at the page is a sign too.
const online$ = merge(fromEvent(window, 'online'), fromEvent(window, 'focus'));

const outbox = openOutbox(
  { database: new OutboxDatabase(), api: sessionApi(get), locks, endingOf, online$ },
  new AbortController().signal,
);
const player = deferredPlayer(() =>
  import('./audio/index.ts').then(({ createTonePlayer }) =>
    createTonePlayer({ seed: seed(), tracks: music.tracks, opened: shell.takeAudio() }),
  ),
);

const sessions: SessionsViewModel = sessionsViewModel({
  ...{ clock, player, outbox },
  contributors: () => features.flatMap(({ contributors = [] }) => contributors),
  engine: () => attuneSignals(config),
  configHash: (protocol) => configHash(config, protocol),
  protocols: {
    session: protocolOf('craving-session'),
    rescue: protocolOf('rescue'),
    others: PROTOCOLS.filter(({ id }) => id !== 'craving-session' && id !== 'rescue'),
  },
  ownPace: () => breath.ownPace(),
  newId: () => crypto.randomUUID(),
  newSeed: seed,
});
const { session$, sounding$ } = sessions;

const music = musicFeature({ player, outbox, inSession$: sounding$, fetch: get, locks, online$ });
const dosing = dosingFeature({ storage, config, session$, titles$: music.titles$ });
const breath = breathFeature({ storage, sessions, player, clock });
const straps = strapsFeature({ outbox, sessions, clock });
const activities = activitiesFeature({
  ...{ sessions, clock },
  source$: straps.source$,
  unlocked$: dosing.unlocked$,
});
const features: readonly Feature[] = [
  music,
  restFeature(),
  cravingFeature({ session$ }),
  dosing,
  breath,
  straps,
  activities,
  pastFeature({ outbox }),
  helpFeature({ storage }),
];
const session = sessionFeature({
  ...{ sessions, source$: straps.source$, unlocked$: dosing.unlocked$, led$: activities.leads$ },
  slots: features.flatMap(({ slots }) => slots ?? []),
});

keepAwake(sounding$, { page: document, wakeLock: browserWakeLock() });
const media = browserMedia();
if (media) mediaControls(sessions, media);

// A press that came before all this is answered now, before anything is drawn.
shell.answerWith({
  cravingNow: () => {
    sessions.cravingNow();
    location.hash = '/session';
  },
  stop: () => sessions.stop(),
});
const root = createRoot(document.getElementById('root')!);
const draw = (): void =>
  flushSync(() =>
    root.render(
      <StrictMode>
        <AppView sessions={sessions} saved$={outbox.saved$} features={[session, ...features]} />
      </StrictMode>,
    ),
  );
void shell.giveWayTo(draw).then(() =>
  whenIdle([
    ...(savesData() ? [] : [() => player.prepare()]),
    // A new version waits until the page is opened anew: a session is never reloaded away.
    () => Promise.resolve(registerSW({ immediate: true })),
    // Asks the browser not to clear the sessions when space runs low; a refusal changes nothing.
    () => (isSecureContext ? navigator.storage.persist() : Promise.resolve()),
  ]),
);
