import type { Cue } from '../../engine/index.ts';
import { fadeCurves } from './fade-curves.ts';
import { connect, dbToGain, Gain, type BaseContext } from './tone.ts';
import type { Track } from './track.ts';

/** Seconds in which a track that has run out gives way to its own beginning. */
const OVERLAP_S = 4;
/** A short track gives way for no more than this share of itself. */
const OVERLAP_SHARE = 0.25;

const [RISE, FALL] = fadeCurves('equal-power', [0, 1], 0) as [number[], number[]];

/** A track at a moment, so that another context can go on with it. */
export interface TrackSnapshot {
  readonly cue: Cue;
  readonly music: Track;
  /** How far it has come, s from where its sound begins. */
  readonly skipS: number;
  /** Gain of the fader. */
  readonly gain: number;
}

interface TrackDeckOptions {
  readonly cue: Cue;
  readonly track: Track;
  readonly at: number;
  /** Begin this far into its sound, s. Absent: at its beginning. */
  readonly skipS?: number;
}

interface Pass {
  /** When it begins, or would have from its beginning, s of the context. */
  readonly at: number;
  readonly source: AudioBufferSourceNode;
}

/** One track that sounds, again and again without a gap: passes → loudness trim → `fade`. */
export class TrackDeck {
  readonly cue: Cue;
  /** The deck's way out; its gain is the fader, 0 to begin with. */
  readonly fade: Gain;
  /** No pass begins after this, and the deck may be given back. */
  endsAt = Infinity;
  readonly #context: BaseContext;
  readonly #track: Track;
  readonly #trim: Gain;
  readonly #overlapS: number;
  readonly #lengthS: number;
  #passes: Pass[] = [];
  #nextAt: number;
  #skipS: number;

  constructor(context: BaseContext, { cue, track, at, skipS = 0 }: TrackDeckOptions) {
    this.cue = cue;
    this.#context = context;
    this.#track = track;
    this.#lengthS = track.toS - track.fromS;
    this.#overlapS = Math.min(OVERLAP_S, OVERLAP_SHARE * this.#lengthS);
    this.#nextAt = at;
    // Never into the overlap at its end: there the next pass has begun.
    this.#skipS = Math.max(0, Math.min(skipS, this.#lengthS - 2 * this.#overlapS));
    this.fade = new Gain({ context, gain: 0 });
    this.#trim = new Gain({ context, gain: dbToGain(track.gainDb) }).connect(this.fade);
  }

  snapshot(time: number): TrackSnapshot {
    const pass = this.#passes.findLast(({ at }) => at <= time);
    const skipS = pass ? time - pass.at : this.#skipS;
    return { cue: this.cue, music: this.#track, skipS, gain: this.gainAt(time) };
  }

  /** Gain of the fader at a time. */
  gainAt(time: number): number {
    return this.fade.gain.getValueAtTime(time);
  }

  /** The first phrase that begins at `time` or after it; where there are none, `time` itself. */
  phraseFrom(time: number): { readonly index: number; readonly at: number } {
    const { phrase, fromS } = this.#track;
    const pass = this.#passes.findLast(({ at }) => at <= time);
    if (!phrase || !pass) return { index: 0, at: time };
    const first = pass.at + phrase.firstS - fromS;
    const index = Math.max(0, Math.ceil((time - first) / phrase.lengthS));
    return { index, at: first + index * phrase.lengthS };
  }

  /** Puts every pass on the audio clock that begins before `horizon`. */
  scheduleUntil(horizon: number): void {
    const now = this.#context.currentTime;
    this.#passes = this.#passes.filter(({ at }) => at + this.#lengthS > now - 1);
    while (this.#nextAt < Math.min(horizon, this.endsAt)) this.#begin(this.#nextAt);
  }

  dispose(): void {
    for (const { source } of this.#passes) source.stop(this.#context.currentTime);
    this.#passes = [];
    if (this.#context.isOffline) return;
    this.#trim.dispose();
    this.fade.dispose();
  }

  #begin(wanted: number): void {
    const context = this.#context;
    // On whole samples of the clock and of the file: between them a player interpolates, which takes treble away.
    const whole = (time: number): number => Math.round(time * context.sampleRate) / context.sampleRate;
    const now = whole(wanted);
    const skipS = whole(this.#skipS);
    this.#skipS = 0;
    const at = now - skipS;
    const [lengthS, overlapS] = [this.#lengthS, this.#overlapS];
    const envelope = context.createGain();
    if (this.#passes.length > 0) envelope.gain.setValueCurveAtTime(RISE, at, overlapS);
    envelope.gain.setValueCurveAtTime(FALL, at + lengthS - overlapS, overlapS);
    const source = context.createBufferSource();
    source.buffer = this.#track.buffer;
    source.connect(envelope);
    connect(envelope, this.#trim);
    source.start(now, whole(this.#track.fromS) + skipS, lengthS - skipS);
    source.onended = () => {
      source.disconnect();
      envelope.disconnect();
    };
    this.#passes.push({ at, source });
    this.#nextAt = at + lengthS - overlapS;
  }
}
