import { markerAt } from '../../../engine/rhythm/index.ts';
import { fetchRecordings } from '../../audio/fetch-recordings.ts';
import { liveContext, rateNow } from '../../audio/live-context.ts';
import { MasterBus } from '../../audio/master-bus.ts';
import { openAudio } from '../../audio/open-audio.ts';
import { connect, setContext, type Context } from '../../audio/tone.ts';
import { behavior } from '../../kit/behavior.ts';
import { BEATS_PER_BAR, backingOf, BARS } from './backing.ts';
import { storedLoopS, storeLoopS } from '../../storage/round-trip.ts';
import { openMicrophone, type Microphone } from './microphone.ts';
import { mixed, putSections, type Section } from './mix.ts';
import { placeTake, trimmed } from './place-take.ts';
import { renderBacking } from './render-backing.ts';
import { StudioError, type RecordedTake, type StudioAudio, type SungPlan } from './studio-audio.ts';
import type { Stereo } from './stereo.ts';

/** Seconds from a command to the first sound; those after the last beat that are still recorded; those of a fade. */
const [LEAD_S, AFTER_S, FADE_S] = [0.25, 1.2, 0.04];
const CLICK_GAIN = 0.5;
/** Backings that were rendered, and are kept for the next press. */
const MOST_KEPT = 6;

/** Sound that is going on. */
interface Running {
  readonly audio: AudioContext;
  readonly context: Context;
  readonly bus: MasterBus;
  /** Settles when it is over: `true`, or was stopped: `false`. */
  readonly over: Promise<boolean>;
  readonly end: (whole: boolean) => void;
}

/** The studio in a browser, on a context of its own that is open only while something sounds. */
// eslint-disable-next-line max-lines-per-function -- one thing at a time may sound: what is running is shared by all
export function browserStudio(): StudioAudio {
  const level$ = behavior(0);
  const rendered = new Map<string, Promise<Stereo>>();
  let running: Running | undefined;

  const backing = (
    slot: SungPlan['parts'][number]['slot'],
    { song, backing: choice }: SungPlan,
    sampleRate: number,
  ) => {
    const { style, tempoBpm, transpose } = choice;
    const key = [song, slot, style, tempoBpm, transpose, sampleRate].join(' ');
    const sound =
      rendered.get(key) ??
      renderBacking(backingOf(slot, choice, song), { tempoBpm, sampleRate }, fetchRecordings);
    rendered.delete(key);
    rendered.set(key, sound);
    sound.catch(() => rendered.delete(key));
    for (const old of [...rendered.keys()].slice(0, -MOST_KEPT)) rendered.delete(old);
    return sound;
  };
  const sections = async (plan: SungPlan, sampleRate: number): Promise<Section[]> => {
    const roundS = (BARS * BEATS_PER_BAR * 60) / plan.backing.tempoBpm;
    const made = [];
    for (const { slot, rounds, take } of plan.parts)
      made.push({
        ...{ backing: await backing(slot, plan, sampleRate), roundS, rounds },
        ...(take && { take }),
        ...(plan.anew && { hush: plan.anew }),
      });
    return made;
  };
  const stop = (): void => {
    running?.end(false);
    running = undefined;
    level$.next(0);
  };
  const begin = (): Running => {
    stop();
    const audio = openAudio();
    const context = liveContext(audio);
    // Without one, Tone opens another output as soon as a node is made.
    setContext(context);
    let end: Running['end'] = () => undefined;
    const over = new Promise<boolean>((done) => (end = done));
    const now: Running = { audio, context, bus: new MasterBus(context), over, end };
    void over.then(() => leave(now));
    running = now;
    return now;
  };
  const end = (now: Running, whole: boolean): void => {
    now.end(whole);
    if (running === now) running = undefined;
  };
  /** Puts count-in and parts on the clock. @returns times of the clicks, the first beat and the end */
  const put = (
    now: Running,
    parts: readonly Section[],
    { plan, countIn }: { plan: SungPlan; countIn: boolean },
  ) => {
    const beatS = 60 / plan.backing.tempoBpm;
    const at = now.context.currentTime + LEAD_S;
    const clicksAtS = countIn ? Array.from({ length: BEATS_PER_BAR }, (_, i) => at + i * beatS) : [];
    for (const click of clicksAtS) clickAt(now, click);
    const { skipS = 0, anew } = plan;
    const soundsAtS = at + clicksAtS.length * beatS;
    const beatAtS = soundsAtS - skipS;
    const endsAtS = putSections(now.context, parts, {
      ...{ at: soundsAtS, skipS },
      backingDb: plan.backing.backingDb,
      output: now.bus.input,
    });
    return {
      ...{ clicksAtS, beatAtS, soundsAtS: beatAtS + (anew?.fromS ?? skipS) },
      endsAtS: anew ? Math.min(endsAtS, beatAtS + anew.untilS) : endsAtS,
    };
  };
  /** Waits by the audio's own clock, which stands still where the system holds it. */
  const until = (now: Running, timeS: number, then: () => void): void => {
    const look = setInterval(() => {
      if (now.context.currentTime < timeS) return;
      clearInterval(look);
      then();
    }, 50);
    void now.over.then(() => clearInterval(look));
  };
  const heard = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (cause) {
      throw cause instanceof StudioError ? cause : new StudioError('no-sound', { cause });
    }
  };

  return {
    level$,
    stop,
    finish: () => running?.end(true),
    play: async (plan, { countIn, begun }) => {
      const now = begin();
      try {
        const parts = await heard(sections(plan, now.audio.sampleRate));
        if (running !== now) return;
        const { soundsAtS, endsAtS } = put(now, parts, { plan, countIn });
        until(now, soundsAtS, begun);
        until(now, endsAtS + AFTER_S, () => end(now, true));
        await now.over;
      } finally {
        end(now, false);
      }
    },
    record: async (plan, told) => {
      const now = begin();
      let microphone: Microphone | undefined;
      try {
        microphone = await openMicrophone(now.audio, (peak) => level$.next(peak));
        const parts = await heard(sections(plan, now.audio.sampleRate));
        if (running !== now) return undefined;
        const { clicksAtS, beatAtS, soundsAtS, endsAtS } = put(now, parts, { plan, countIn: true });
        told('count-in');
        until(now, soundsAtS, () => told('recording'));
        until(now, endsAtS + AFTER_S, () => end(now, true));
        if (!(await now.over)) return undefined;
        return placed(microphone, { now, clicksAtS, beatAtS });
      } finally {
        microphone?.close();
        end(now, false);
        level$.next(0);
      }
    },
    listen: async (seconds) => {
      const now = begin();
      let microphone: Microphone | undefined;
      try {
        microphone = await openMicrophone(now.audio, (peak) => level$.next(peak));
        if (running !== now) return undefined;
        until(now, now.context.currentTime + seconds, () => end(now, true));
        if (!(await now.over)) return undefined;
        return { samples: microphone.recorded().samples, sampleRate: now.audio.sampleRate };
      } finally {
        microphone?.close();
        end(now, false);
        level$.next(0);
      }
    },
    mix: (plan) =>
      heard(
        (async () => {
          const sampleRate = running?.audio.sampleRate ?? rateNow();
          return mixed(await sections(plan, sampleRate), plan.backing.backingDb, sampleRate);
        })(),
      ),
  };
}

function placed(
  microphone: Microphone,
  {
    now,
    clicksAtS,
    beatAtS,
  }: { readonly now: Running; readonly clicksAtS: readonly number[]; readonly beatAtS: number },
): RecordedTake {
  const { samples, fromS } = microphone.recorded();
  const { sampleRate, outputLatency } = now.audio;
  const stored = storedLoopS();
  const place = placeTake({
    ...{ samples, sampleRate, fromS, clicksAtS, beatAtS },
    ...(stored !== undefined && { storedLoopS: stored }),
    // Not every browser says it, whatever its types promise.
    reportedS: ((outputLatency as number | undefined) ?? 0) + (microphone.latencyS ?? 0),
  });
  if (place.loopS !== undefined) storeLoopS(place.loopS);
  return { ...trimmed({ samples, sampleRate }, place.offsetS), how: place.how, given: microphone.given };
}

/** A click of the count-in: the marker itself, heard as a soft stroke of a shaker. */
function clickAt({ context, bus }: Running, at: number): void {
  const { inPhase } = markerAt(context.sampleRate);
  const source = context.createBufferSource();
  const buffer = context.createBuffer(1, inPhase.length, context.sampleRate);
  buffer.copyToChannel(
    inPhase.map((x) => CLICK_GAIN * x),
    0,
  );
  source.buffer = buffer;
  connect(source, bus.input);
  source.start(at);
}

/** Fades out and gives the context back. */
function leave({ audio, context, bus }: Running): void {
  bus.setVolume(0, context.currentTime);
  setTimeout(
    () => {
      bus.dispose();
      context.dispose();
      if (audio.state !== 'closed') void audio.close().catch(() => undefined);
    },
    1000 * (FADE_S + 0.1),
  );
}
