import { distinctUntilChanged, filter, fromEvent, interval, map, merge, Subject } from 'rxjs';
import { epochClock } from '../devices/index.ts';
import { attuneSignals, configHash, engineConfig, PROTOCOLS, protocolOf } from '../engine/index.ts';
import { announced } from './app/announced.ts';
import { activitiesFeature } from './app/activities.ts';
import { deferredPlayer } from './audio/deferred-player.ts';
import { cravingPress } from './boot/craving-press.ts';
import { accessFeature } from './features/access/index.ts';
import { accountFeature } from './features/account/index.ts';
import { breathFeature } from './features/breath/index.ts';
import { cameraPulseFeature } from './features/camera-pulse/index.ts';
import { chordsFeature } from './features/chords/index.ts';
import { contextFeature } from './features/context/index.ts';
import { cravingFeature } from './features/craving/index.ts';
import { demonstrationFeature } from './features/demonstration/index.ts';
import { dosingFeature } from './features/dosing/index.ts';
import { journalFeature } from './features/journal/index.ts';
import { learnFeature } from './features/learn/index.ts';
import { musicFeature } from './features/music/index.ts';
import { pastFeature } from './features/past/index.ts';
import { planFeature } from './features/plan/index.ts';
import { progressFeature } from './features/progress/index.ts';
import { questionnairesFeature } from './features/questionnaires/index.ts';
import { restFeature } from './features/rest/index.ts';
import { settingsFeature } from './features/settings/index.ts';
import { roomFeature } from './features/room/index.ts';
import { rhythmFeature } from './features/rhythm/index.ts';
import { lyricsFeature } from './features/lyrics/index.ts';
import { songsFeature } from './features/songs/index.ts';
import { strapsFeature } from './features/straps/index.ts';
import { triggersFeature } from './features/triggers/index.ts';
import { togetherFeature } from './features/together/index.ts';
import { versionFeature } from './features/version/index.ts';
import { welcomeFeature } from './features/welcome/index.ts';
import { firstFeatures, source } from './first-screen.ts';
import { browserMedia } from './session/browser-ports.ts';
import { endingOf } from './session/ending-of.ts';
import type { Feature } from './session/feature.ts';
import { browserVoice } from './session/script/voice.ts';
import { sessionFeature } from './session/index.ts';
import { keepAwake } from './session/keep-awake.ts';
import { mediaControls } from './session/media-controls.ts';
import { sessionsViewModel, type SessionsViewModel } from './session/sessions-view-model.ts';
import { keepLatest } from './kit/behavior.ts';
import { newUuid, wakeLock } from './kit/secure-only.ts';
import { browserStorage } from './storage/browser-storage.ts';
import { ownAddress } from './storage/own-address.ts';
import { OutboxDatabase } from './storage/outbox-database.ts';
import { openOutbox } from './storage/outbox.ts';
import { browserOwner } from './storage/owner.ts';
import { sessionApi } from './storage/session-api.ts';
import { browserLocks } from './storage/tab-locks.ts';
import { browserVault } from './storage/vault/index.ts';

/**
 * The one place where the features meet each other and the browser: everything but what the first screen shows at
 * once.
 */

/** Protocols that are begun elsewhere than where the kind of session is chosen. */
const NO_CHOICE = [
  ...['craving-session', 'rescue', 'demonstration', 'resonance-assessment', 'guided-relaxation'],
  ...['mindful-listening', 'urge-surfing', 'winding-down', 'paced-breathing'],
];

const config = engineConfig();
const clock = epochClock;
const seed = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!;
const storage = browserStorage();
const locks = browserLocks();
const get: typeof fetch = (input, init) => fetch(typeof input === 'string' ? ownAddress(input) : input, init);
// A service on this very computer comes back without the network changing: looking at the page is a sign too.
const signedIn$ = new Subject<unknown>();
const online$ = merge(fromEvent(window, 'online'), fromEvent(window, 'focus'), signedIn$);

const owner = browserOwner(storage);
const sessionsDatabase = new OutboxDatabase();
const outbox = openOutbox(
  {
    ...{ database: sessionsDatabase, api: sessionApi(get), locks, endingOf, online$ },
    owner$: owner.owner$,
  },
  new AbortController().signal,
);
const player = deferredPlayer(() =>
  import('./audio/index.ts').then(({ createTonePlayer }) =>
    createTonePlayer({ seed: seed(), tracks: music.tracks, opened: cravingPress.takeAudio() }),
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
    others: PROTOCOLS.filter(({ id }) => !NO_CHOICE.includes(id)),
  },
  ownPace: () => breath.ownPace(),
  newId: newUuid,
  newSeed: seed,
});
const { session$, sounding$ } = sessions;
const vault = browserVault(sounding$);

const music = musicFeature({ player, outbox, inSession$: sounding$, fetch: get, locks, online$ });
const dosing = dosingFeature({ storage, config, session$, titles$: music.titles$ });
const breath = breathFeature({ storage, sessions, player, clock });
const straps = strapsFeature({ source, outbox, sessions, clock, fetch: get });
const voice = browserVoice();
voice.speaking$.subscribe((speaking) => player.duck(speaking));
const activities = activitiesFeature({
  sessions: { ...sessions, guiding: breath.guiding },
  ...{ clock, voice },
  source$: straps.source$,
  unlocked$: dosing.unlocked$,
});
const rest = restFeature(clock);
const context = contextFeature({ vault });
const questionnaires = questionnairesFeature({ vault, clock, newId: newUuid });
const plan = planFeature({
  ...{ vault, clock, sessions$: outbox.sessions$, newId: newUuid },
  plannables: [
    { id: 'session', to: '/start', minutes: 12, protocols: ['craving-session'] },
    { id: 'breathing', to: '/do/breathing', minutes: 10, protocols: ['paced-breathing'] },
    { id: 'rhythm', to: '/rhythm', minutes: 15 },
    { id: 'writing', to: '/write/journal', minutes: 10 },
    { id: 'songwriting', to: '/songs', minutes: 30 },
    { id: 'listening', to: '/music', minutes: 20 },
    { id: 'company', to: '/together' },
  ],
});
const journal = journalFeature({ vault, clock, newId: newUuid });
const songs = songsFeature({ vault, inSession$: sounding$ });
const account = accountFeature({
  fetch: get,
  signedOut$: outbox.saved$.pipe(
    map(({ service }) => service === 'signed-out'),
    distinctUntilChanged(),
    filter((signedOut) => signedOut),
  ),
});
account.who$.subscribe(owner.become);
// After it is known who: what waits is sent in their name.
account.signedIn$.subscribe(signedIn$);
const version = versionFeature({ session$, online$ });
const features: readonly Feature[] = [
  version,
  music,
  triggersFeature({
    ...{ table: vault.table('trigger'), leftOut: music.leftOut },
    marked$: keepLatest(
      journal.marked$.pipe(map((all) => all.map(({ kind, words }) => ({ kind, name: words })))),
      [],
    ),
  }),
  rest,
  cravingFeature({ session$ }),
  dosing,
  breath,
  straps,
  cameraPulseFeature({ clock }),
  demonstrationFeature(),
  activities,
  plan,
  context,
  progressFeature({
    ...{ clock, sessions$: outbox.sessions$, titles$: music.titles$ },
    eventsOf: (id) => outbox.eventsOf(id),
    sources: {
      account$: plan.account$,
      rest$: rest.lately$,
      scores$: questionnaires.scores$,
      context$: context.said$,
    },
  }),
  questionnaires,
  pastFeature({ outbox, database: sessionsDatabase }),
  journal,
  rhythmFeature({ storage, newSeed: seed, inSession$: sounding$ }),
  lyricsFeature({ vault }),
  songs,
  chordsFeature({ vault, inSession$: sounding$, own$: songs.handedOn$ }),
  togetherFeature({
    ...{ vault, clock, newId: newUuid, minute$: interval(60_000) },
    listening: {
      wake: () => void player.start().catch(() => undefined),
      hear: (cue) => music.audition.hear([{ cue }]),
      stop: () => music.audition.stop(),
      heard$: music.audition.heard$,
      inSession$: sounding$,
      isTrigger: music.isTrigger,
    },
  }),
  learnFeature(),
  account,
  accessFeature({ fetch: get, hasOwn$: account.isSignedIn$, isClient$: account.isClient$ }),
  roomFeature({ isSignedIn$: account.isSignedIn$, online$ }),
];
const welcome = welcomeFeature({
  storage,
  cards: [...firstFeatures, ...features].flatMap(({ welcome = [] }) => welcome),
});
const settings = settingsFeature({
  kinds: [...firstFeatures, ...features, welcome].flatMap(({ belongings = [] }) => belongings),
  ...{ outbox, session$ },
});
const session = sessionFeature({
  ...{ sessions, source$: straps.source$, unlocked$: dosing.unlocked$, led$: activities.leads$ },
  slots: features.flatMap(({ slots }) => slots ?? []),
});

void account.look();
keepAwake(sounding$, { page: document, wakeLock: wakeLock() });
const media = browserMedia();
if (media) mediaControls(sessions, media);

/** The app behind its screens. */
export const attune = {
  sessions,
  announced$: announced(session$, activities.leads$),
  saved$: outbox.saved$,
  features: [session, ...features, welcome, settings],
  player,
  version,
};
export type Attune = typeof attune;

// A press that came before all this is answered now, before anything is drawn.
cravingPress.answerWith({
  cravingNow: () => {
    sessions.cravingNow();
    location.hash = '/session';
  },
  stop: () => sessions.stop(),
});
