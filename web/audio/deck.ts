import { BiquadFilter, dbToGain, Gain, LFO, Panner, type BaseContext } from './tone.ts';
import type { Cue } from '../../engine/index.ts';
import { accompanied } from './accompanied.ts';
import { Hands, type Stroke } from './hands.ts';
import { instrumentsOf, tempoBpm, type Note, type Score } from './modules/index.ts';
import { seeded, type Random } from './random.ts';
import type { Recording, RecordingBank } from './recordings.ts';
import { beatsAt, speedAt, steady, timeAt, type Glide } from './tempo.ts';
import { sound, type Sounding, type Voice } from './voice.ts';

/** Seconds that the low-pass takes to open and close a little, so that a held pad breathes. */
const DRIFT_S = 23;
const DRIFT_CENTS = 180;
/**
 * Highest corner as a share of the sample rate: drift must not take it to
 * half of that (a headset may run at 16 kHz).
 */
const HIGHEST = 0.4;
/** The Q in dB at which a low-pass has no bump at its corner. */
const FLAT_DB = -3;

/** A note this much too late is one that had to wait for its recording. Seconds. */
const LATE_S = 0.1;

interface Performance {
  readonly cue: Cue;
  readonly score: Score;
  readonly seed: number;
  /** Which phrase comes first, and when, in seconds of the context; in the past: it is joined on the way. */
  readonly phrase: number;
  readonly at: number;
  readonly bank: RecordingBank;
  /** How its tempo begins; absent: as its level says. */
  readonly glide?: Glide;
}

/** A deck at a moment, so that another context can go on with it. Times in seconds from that moment on. */
export interface DeckSnapshot {
  readonly cue: Cue;
  readonly music: Score;
  /** The phrase under way. */
  readonly phrase: Phrase;
  readonly glide: Glide;
  /** Gain of the fader. */
  readonly gain: number;
}

interface Phrase {
  readonly index: number;
  readonly at: number;
}

/** A note that has its time but is not on the audio clock yet. */
interface Waiting {
  readonly note: Note;
  readonly stroke: Stroke;
  readonly at: number;
  readonly letGoAt: number;
}

/** One module being played at one level: parts → low-pass → loudness trim → `fade`. */
export class Deck {
  readonly cue: Cue;
  /** The deck's way out; its gain is the fader, 0 to begin with. */
  readonly fade: Gain;
  /** The same, as much of it as goes to the reverb. */
  readonly send: Gain;
  /** No phrase begins after this, and the deck may be given back. */
  endsAt = Infinity;
  readonly #context: BaseContext;
  readonly #score: Score;
  readonly #seed: number;
  readonly #bank: RecordingBank;
  readonly #nodes: readonly { dispose(): unknown }[];
  readonly #parts = new Map<string, Panner>();
  readonly #voices = new Set<Voice>();
  readonly #hands: Hands;
  /** Until when notes are on the audio clock, seconds of the context; absent: none are, or none will be. */
  #horizon: number | undefined;
  #glide: Glide;
  readonly #anywhere: Random;
  #phrases: Phrase[] = [];
  #waiting: Waiting[] = [];
  #next: Phrase;

  constructor(context: BaseContext, { cue, score, seed, phrase, at, bank, glide }: Performance) {
    this.#context = context;
    this.#score = score;
    this.#seed = seed;
    this.#bank = bank;
    this.#anywhere = seeded(seed, phrase, cue.level);
    this.#glide = glide ?? steady(at, ownSpeed(score, cue));
    this.#next = { index: phrase, at };
    this.#hands = new Hands((part) => score.parts[part]!.instrument);
    // What belongs to the instruments may come later, or not at all: they play without it.
    bank.loadCompanions(instrumentsOf(score)).catch(() => undefined);
    // What has waited for a recording need not wait for the next look at the clock, too.
    const catchUp = (): void => {
      if (this.#horizon !== undefined) this.scheduleUntil(this.#horizon);
    };
    if (!bank.has(instrumentsOf(score))) bank.load(instrumentsOf(score)).then(catchUp, () => undefined);
    this.cue = cue;

    this.fade = new Gain({ context, gain: 0 });
    this.send = new Gain({ context, gain: dbToGain(score.reverbDb) });
    this.fade.connect(this.send);
    const trim = new Gain({ context, gain: dbToGain(score.trimsDb[cue.level - 1]!) }).connect(this.fade);
    const tone = new BiquadFilter({
      context,
      type: 'lowpass',
      frequency: Math.min(score.brightnessHz[cue.level - 1]!, HIGHEST * context.sampleRate),
      Q: FLAT_DB,
    }).connect(trim);
    const drift = new LFO({
      context,
      frequency: 1 / DRIFT_S,
      units: 'cents',
      min: -DRIFT_CENTS,
      max: DRIFT_CENTS,
    });
    drift.connect(tone.detune).start(Math.max(at, context.currentTime));
    const levels = Object.entries(score.parts).map(([name, { gainDb, pan }]) => {
      // What comes from two sides is as loud on each; one in the middle of two is heard twice.
      const level = new Gain({ context, gain: Math.SQRT1_2 * dbToGain(gainDb) }).connect(tone);
      this.#parts.set(name, new Panner({ context, pan, channelCount: 2 }).connect(level));
      return level;
    });
    this.#nodes = [...this.#parts.values(), ...levels, drift, tone, trim, this.fade, this.send];
    if (at < context.currentTime) this.#plan(this.#next);
  }

  snapshot(time: number): DeckSnapshot {
    const { index, at } = this.#phrases.filter((phrase) => phrase.at <= time).at(-1) ?? this.#next;
    return {
      cue: this.cue,
      music: this.#score,
      phrase: { index, at: at - time },
      glide: { ...this.#glide, at: this.#glide.at - time },
      gain: this.gainAt(time),
    };
  }

  /** Gain of the fader at a time. */
  gainAt(time: number): number {
    return this.fade.gain.getValueAtTime(time);
  }

  /** The first phrase that begins at `time` or after it. */
  phraseFrom(time: number): Phrase {
    return this.#phrases.find(({ at }) => at >= time) ?? this.#next;
  }

  /** Puts every note on the audio clock that begins before `horizon`. Times in seconds of the context. */
  scheduleUntil(horizon: number): void {
    this.#horizon = horizon;
    const now = this.#context.currentTime;
    this.#phrases = this.#phrases.filter(({ at }) => at > now - 30);
    while (this.#next.at < Math.min(horizon, this.endsAt))
      this.#plan({ ...this.#next, at: Math.max(this.#next.at, now) });
    this.#waiting = this.#waiting.filter((note) => note.at >= horizon || !this.#sound(note, now));
  }

  /** Beats a second at a time. */
  speedAt(time: number): number {
    return speedAt(this.#glide, time);
  }

  /**
   * Takes on a tempo from the phrase on that begins at its start. Notes already scheduled from there on are
   * cancelled and scheduled again.
   */
  glideFrom(glide: Glide): void {
    this.#next = this.phraseFrom(glide.at);
    this.#glide = glide;
    this.#phrases = this.#phrases.filter(({ at }) => at < this.#next.at);
    this.#waiting = this.#waiting.filter(({ at }) => at < this.#next.at);
    this.#endVoices((voice) => voice.at >= this.#next.at);
  }

  dispose(): void {
    this.#horizon = undefined;
    this.#endVoices(() => true);
    // An offline context renders once its clock has run through: what is taken apart before would never be heard.
    if (!this.#context.isOffline) for (const node of this.#nodes) node.dispose();
  }

  /** Gives every note of a phrase its time. */
  #plan(phrase: Phrase): void {
    const glide = this.#glide;
    const first = beatsAt(glide, phrase.at);
    const place = { index: phrase.index, level: this.cue.level, seed: this.#seed };
    const notes = this.#score.phrase(place);
    const strokes = this.#hands.strokesOf(notes, place);
    notes.forEach((note, i) =>
      this.#waiting.push({
        note,
        stroke: strokes[i]!,
        at: timeAt(glide, first + note.beat),
        letGoAt: timeAt(glide, first + note.beat + note.beats),
      }),
    );
    this.#phrases.push(phrase);
    this.#next = { index: phrase.index + 1, at: timeAt(glide, first + this.#score.beatsPerPhrase) };
  }

  /**
   * Puts a note on the audio clock. One whose recording is not there yet waits; where that takes too long it comes
   * late if it is held, and not at all if it is struck.
   *
   * @returns whether nothing more is to be done for it
   */
  #sound({ note, stroke, at, letGoAt }: Waiting, now: number): boolean {
    const { instrument, swellBeats } = this.#score.parts[note.part]!;
    const late = at < now - LATE_S;
    if (late && (!instrument.loops || letGoAt < now)) return true;
    const recording = this.#bank.recordingOf(instrument, note.midi, stroke);
    if (!recording) return false;
    const beatS = 1 / this.speedAt(at);
    const [attackS, releaseS] = swellBeats?.map((beats) => beats * beatS) ?? [
      instrument.attackS,
      instrument.releaseS * 5,
    ];
    const begin = late ? now : at;
    this.#voice(note.part, recording, {
      at: begin,
      attackS: attackS!,
      letGoAt,
      releaseS: releaseS!,
      gain: note.velocity,
      loops: instrument.loops,
      // A held sound begins anywhere: two of one pitch, in two decks, must not add up as one.
      from: instrument.loops ? this.#anywhere() * instrument.lengthS : 0,
      ...stroke,
    });
    const bounds = { at: begin, attackS: attackS!, letGoAt };
    for (const { instrument: own, sounding } of accompanied(instrument, { note, stroke, bounds })) {
      const beside = this.#bank.recordingOf(own, note.midi);
      if (beside) this.#voice(note.part, beside, sounding);
    }
    return true;
  }

  #voice(part: string, recording: Recording, note: Sounding): void {
    const onEnd = (ended: Voice): void => void this.#voices.delete(ended);
    this.#voices.add(sound(this.#context, recording, { note, to: this.#parts.get(part)!, onEnd }));
  }

  #endVoices(which: (voice: Voice) => boolean): void {
    for (const voice of [...this.#voices].filter(which)) {
      voice.end(this.#context.currentTime);
      this.#voices.delete(voice);
    }
  }
}

/** Beats a second that a cue asks for. */
export const ownSpeed = (score: Score, { level }: Cue): number => tempoBpm(score.family, level) / 60;
