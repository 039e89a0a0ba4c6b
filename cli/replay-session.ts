import { Subject } from 'rxjs';
import {
  faultsNamed,
  faultyEvents,
  recordingEvents,
  startOfRecording,
  type FaultName,
  type Recording,
} from '../devices/index.ts';
import {
  attune,
  engineConfig,
  configHash,
  protocolNaming,
  type BaselineFigures,
  type InputEvent,
  type Protocol,
  type SessionEvent,
  type SessionStarted,
} from '../engine/index.ts';
import { restOfStretch } from '../engine/research/index.ts';
import { BadInput } from './bad-input.ts';
import { armPolicy } from './study-file.ts';

export interface ReplaySettings {
  readonly protocol: Protocol;
  readonly seed: number;
  /** Its place in a study, and a sham's doses. */
  readonly study?: Pick<SessionStarted, 'study' | 'yoked'> | undefined;
  /** The stretch of the recording, in seconds of its own time, that is this person's rest. */
  readonly baselineS?: readonly [start: number, end: number];
  /** What is known of that person's rest from elsewhere; a stretch goes before it. */
  readonly rest?: BaselineFigures | undefined;
  /** What goes wrong between the heart and the engine; absent: nothing. */
  readonly faults?: readonly FaultName[];
}

/**
 * A recording as a session: the inputs that the engine would have had.
 * @throws BadInput  the baseline stretch holds too few beats
 */
export function sessionOf(recording: Recording, settings: ReplaySettings): readonly InputEvent[] {
  const config = engineConfig();
  const { faults, seed, protocol, baselineS, rest, study } = settings;
  const beats = faults ? faultyEvents(recording, faultsNamed(faults, seed)) : recordingEvents(recording);
  const baseline = baselineS ? baselineOf(beats, baselineS) : rest;
  const started: InputEvent = {
    type: 'session-started',
    atMs: startOfRecording(recording),
    author: 'person',
    version: 1,
    ...protocolNaming(protocol),
    seed: settings.seed,
    configHash: configHash(config, protocol),
    profile: { triggers: [], earlyRecovery: false },
    ...(baseline && { baseline }),
    ...study,
    source: { kind: 'recording', name: recording.name },
  };
  const ended: InputEvent = {
    type: 'session-ended',
    atMs: beats.at(-1)!.atMs,
    author: 'device',
    reason: 'end-of-recording',
  };
  return [started, ...beats, ended];
}

/** @throws BadInput  the stretch holds too few beats */
function baselineOf(beats: readonly InputEvent[], stretchS: readonly [number, number]): BaselineFigures {
  const figures = restOfStretch(beats, stretchS, engineConfig());
  if (figures) return figures;
  const [startS, endS] = stretchS;
  throw new BadInput(`the baseline ${startS}:${endS} holds too few beats; choose a longer quiet stretch`);
}

/**
 * Runs inputs through the engine, a session of a study under its arm; `each` gets every event of the log in order,
 * outside of the stream, so that what it throws (a full disk) comes out here.
 */
export function run(inputs: readonly InputEvent[], each: (event: SessionEvent) => void): void {
  const [start] = inputs;
  const arm = start?.type === 'session-started' ? start.study?.arm : undefined;
  const inputs$ = new Subject<InputEvent>();
  let events: SessionEvent[] = [];
  let bug: unknown;
  inputs$
    .pipe(attune(engineConfig(), { policy: armPolicy(arm) }))
    .subscribe({ next: (event) => events.push(event), error: (thrown: unknown) => (bug = thrown) });
  for (const input of inputs) {
    inputs$.next(input);
    if (bug !== undefined) throw bug as Error;
    const ready = events;
    events = [];
    ready.forEach(each);
  }
}
