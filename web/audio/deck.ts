import type { BaseContext } from './tone.ts';
import type { Cue } from '../../engine/index.ts';
import { accompanied } from './accompanied.ts';
import { DeckStrip, type Outputs } from './deck-strip.ts';
import { Hands, type Stroke } from './hands.ts';
import { instrumentsOf, tempoBpm, type Note, type Score } from './modules/index.ts';
import type { PhrasePosition } from './modules/score.ts';
import { seeded, type Random } from './random.ts';
import type { Recording, RecordingBank } from './recordings.ts';
import { beatsAt, speedAt, steady, timeAt, type Glide } from './tempo.ts';
import { transposed } from './transposition.ts';
import { sound, type Sounding, type Voice } from './voice.ts';

/** The octave above a bass, for speakers that have no bass: so much softer, linear. */
const OCTAVE_SHARE = 0.4;

/** A phrase that begins so soon is the one that is meant. Seconds. */
const SOON_S = 0.001;
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
  readonly outputs: Outputs;
  /** Semitones by which what has a pitch is moved. */
  readonly transposition: number;
  /** How its tempo begins; absent: as its level says. */
  readonly glide?: Glide;
  /** Pitch classes of the chord that it comes in over, before transposition; absent: it goes its own way. */
  readonly takesUp?: readonly number[];
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

/** One module being played at one level, through a strip of its own. */
export class Deck {
  readonly cue: Cue;
  /** No phrase begins after this, and the deck may be given back. */
  endsAt = Infinity;
  readonly #context: BaseContext;
  readonly #score: Score;
  readonly #seed: number;
  readonly #bank: RecordingBank;
  readonly #strip: DeckStrip;
  readonly #transposition: number;
  readonly #voices = new Set<Voice>();
  readonly #hands: Hands;
  /** Until when notes are on the audio clock, seconds of the context; absent: none are, or none will be. */
  #horizon: number | undefined;
  #glide: Glide;
  readonly #anywhere: Random;
  #phrases: Phrase[] = [];
  #waiting: Waiting[] = [];
  #next: Phrase;
  /** The chord that the phrase of this number comes in over. */
  #takesUp: { readonly index: number; readonly chord: readonly number[] } | undefined;

  constructor(context: BaseContext, of: Performance) {
    const { cue, score, seed, phrase, at, glide, takesUp } = of;
    this.#context = context;
    this.#score = score;
    this.#seed = seed;
    this.#bank = of.bank;
    this.#transposition = of.transposition;
    this.#anywhere = seeded(seed, phrase, cue.level);
    this.#glide = glide ?? steady(at, ownSpeed(score, cue));
    this.#next = { index: phrase, at };
    this.#hands = new Hands((part) => score.parts[part]!.instrument);
    // What belongs to the instruments may come later, or not at all: they play without it.
    const { bank } = of;
    bank.loadCompanions(instrumentsOf(score)).catch(() => undefined);
    // What has waited for a recording need not wait for the next look at the clock, too.
    const catchUp = (): void => {
      if (this.#horizon !== undefined) this.scheduleUntil(this.#horizon);
    };
    if (!bank.has(instrumentsOf(score))) bank.load(instrumentsOf(score)).then(catchUp, () => undefined);
    this.cue = cue;

    this.#takesUp = takesUp && { index: phrase, chord: takesUp };
    this.#strip = new DeckStrip(context, { score, level: cue.level, at }, of.outputs);
    if (at < context.currentTime) this.#plan(this.#next);
  }

  /** The deck's way out; its gain is the fader, 0 to begin with. */
  get fade(): DeckStrip['fade'] {
    return this.#strip.fade;
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

  /** Pitch classes of the chord that sounds at a time, before transposition; absent: the piece does not say. */
  chordAt(time: number): readonly number[] | undefined {
    const phrase = this.#phrases.filter(({ at }) => at <= time + SOON_S).at(-1) ?? this.#next;
    const beat = Math.max(0, beatsAt(this.#glide, time) - beatsAt(this.#glide, phrase.at));
    const beats = this.#score.beatsPerPhrase;
    const index = phrase.index + Math.floor(beat / beats);
    return this.#score.chordAt?.({ index, seed: this.#seed, beat: beat % beats });
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
    if (!this.#context.isOffline) this.#strip.dispose();
  }

  /** Gives every note of a phrase its time. */
  #plan(phrase: Phrase): void {
    const glide = this.#glide;
    const first = beatsAt(glide, phrase.at);
    const notes = this.#notesOf(phrase.index);
    const strokes = this.#hands.strokesOf(notes, this.#placeOf(phrase.index));
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

  #placeOf(index: number): PhrasePosition {
    return { index, level: this.cue.level, seed: this.#seed };
  }

  /** The notes of a phrase at the pitch of this session, a bass with its octave. */
  #notesOf(index: number): Note[] {
    const takesUp = this.#takesUp?.index === index ? this.#takesUp.chord : undefined;
    const place = { ...this.#placeOf(index), ...(takesUp && { takesUp }) };
    return this.#score.phrase(place).flatMap((note) => {
      const { instrument, register } = this.#score.parts[note.part]!;
      const moved = { ...note, midi: transposed(note.midi, instrument, this.#transposition) };
      const octave = { ...moved, midi: moved.midi + 12, velocity: OCTAVE_SHARE * moved.velocity };
      return register === 'bass' ? [moved, octave] : [moved];
    });
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
    this.#voice(note, recording, {
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
      if (beside) this.#voice(note, beside, sounding);
    }
    return true;
  }

  #voice({ part, midi }: Note, recording: Recording, note: Sounding): void {
    const to = this.#strip.seat(part, midi);
    const onEnd = (ended: Voice): void => void this.#voices.delete(ended);
    this.#voices.add(sound(this.#context, recording, { note, to, onEnd }));
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
