import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { fromEvent, merge } from 'rxjs';
import { registerSW } from 'virtual:pwa-register';
import { epochClock } from '../devices/index.ts';
import { attune, engineConfig, hashOf, PROTOCOLS, protocolOf } from '../engine/index.ts';
import { RestDatabase } from './features/rest/rest-database.ts';
import { CravingDatabase } from './features/craving/craving-database.ts';
import {
  browserMedia,
  browserSources,
  browserStorage,
  browserVibration,
  browserWakeLock,
  simulatedPerson,
} from './app/adapters.ts';
import { withCopies } from './features/music/copies/keep-in-step.ts';
import { tracksApi } from './features/music/copies/tracks-api.ts';
import { MusicDatabase } from './features/music/music-database.ts';
import { browserBytes } from './features/music/own/track-bytes.ts';
import { workerReader } from './features/music/own/track-reader.ts';
import { trackShelf } from './features/music/own/track-shelf.ts';
import { OutboxDatabase } from './storage/outbox-database.ts';
import { openOutbox } from './storage/outbox.ts';
import { sessionApi } from './storage/session-api.ts';
import { browserLocks } from './storage/tab-locks.ts';
import { deferredPlayer } from './audio/deferred-player.ts';
import { endingOf } from './session/ending-of.ts';
import { followBreath } from './features/breath/follow-breath.ts';
import { keepAwake } from './session/keep-awake.ts';
import { mediaControls } from './session/media-controls.ts';
import { readPacket } from './session/read-packet.ts';
import { appActivities } from './app/activities.ts';
import './app/styles.ts';
import { appViewModel } from './session/sessions-view-model.ts';
import { auditionViewModel } from './features/music/audition-view-model.ts';
import { breathSettings } from './features/breath/breath-settings.ts';
import { contactViewModel } from './features/help/contact-view-model.ts';
import { cravingViewModel } from './features/craving/craving-view-model.ts';
import { dosingViewModel } from './features/dosing/dosing-view-model.ts';
import { groupViewModel } from './features/group/group-view-model.ts';
import { keptMusicViewModel } from './features/music/copies/kept-music-view-model.ts';
import { musicViewModel } from './features/music/music-view-model.ts';
import { pastViewModel } from './features/past/past-view-model.ts';
import { restViewModel } from './features/rest/rest-view-model.ts';
import { returnViewModel } from './features/straps/return-view-model.ts';
import { sourceViewModel } from './features/straps/source-view-model.ts';
import { AppView } from './app/app.tsx';

/** The one place where the app's parts meet the browser. */

const seed = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!;
const config = engineConfig();

// A service on this very computer comes back without the network changing: looking at the page is a sign too.
const online$ = merge(fromEvent(window, 'online'), fromEvent(window, 'focus'));

const outbox = openOutbox(
  {
    database: new OutboxDatabase(),
    api: sessionApi((input, init) => fetch(input, init)),
    locks: browserLocks(),
    endingOf,
    online$,
  },
  new AbortController().signal,
);

const musicDatabase = new MusicDatabase();
const bytes = browserBytes(musicDatabase.bytes);
const copies = {
  database: musicDatabase,
  bytes,
  api: tracksApi((input, init) => fetch(input, init)),
};
const tracks = trackShelf({ database: musicDatabase, bytes: withCopies(copies) });
const music = musicViewModel({
  database: musicDatabase,
  bytes,
  reader: workerReader,
  outbox,
  now: () => Date.now(),
});

const player = deferredPlayer(() =>
  import('./audio/index.ts').then(({ createTonePlayer }) => createTonePlayer({ seed: seed(), tracks })),
);

const vibrate = browserVibration();
const breath = { ...breathSettings(browserStorage()), canVibrate: vibrate !== undefined };

const craving = cravingViewModel({
  database: new CravingDatabase(),
  utcOffsetMin: (atMs) => 0 - new Date(atMs).getTimezoneOffset(),
});

const rest = restViewModel({
  database: new RestDatabase(),
  hourAt: (atMs) => new Date(atMs).getHours(),
});

const dosing = dosingViewModel({
  storage: browserStorage(),
  config,
  dayStartMs: (atMs) => new Date(atMs).setHours(0, 0, 0, 0),
});

const sessions = appViewModel({
  clock: epochClock,
  player,
  outbox,
  craving,
  rest,
  dosing,
  music,
  engine: () => attune(config),
  configHash: (protocol) => hashOf({ config, protocol }),
  protocols: {
    session: protocolOf('craving-session'),
    rescue: protocolOf('rescue'),
    others: PROTOCOLS.filter(({ id }) => id !== 'craving-session' && id !== 'rescue'),
  },
  readPacket,
  ownPace: () => breath.settings$.value.perMinute,
  newId: () => crypto.randomUUID(),
  newSeed: seed,
});
keepAwake(sessions.sounding$, { page: document, wakeLock: browserWakeLock() });
followBreath({ ...sessions, ...breath, player, vibrate, clock: epochClock });
const media = browserMedia();
if (media) mediaControls(sessions, media);

const source = sourceViewModel(browserSources);

const app = {
  sessions,
  source,
  comeback: returnViewModel({ outbox, source, sessions, clock: epochClock }),
  group: groupViewModel({ ...browserSources, simulatedPerson }),
  past: pastViewModel(outbox, readPacket),
  contact: contactViewModel(browserStorage()),
  breath,
  craving,
  rest,
  dosing,
  music: {
    ...music,
    audition: auditionViewModel({ player, inSession$: sessions.sounding$ }),
    copies: keptMusicViewModel({
      ...copies,
      reader: workerReader,
      now: () => Date.now(),
      locks: browserLocks(),
      online$,
    }),
  },
  activities: appActivities({ sessions, source: () => source.source$.value }),
  saved$: outbox.saved$,
};

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AppView app={app} />
  </StrictMode>,
);
// A new version waits until the page is opened anew: a session is never reloaded away.
registerSW({ immediate: true });
// Asks the browser not to clear the sessions when space runs low; a refusal changes nothing.
if (isSecureContext) void navigator.storage.persist();
