import { BiquadFilter, dbToGain, Gain, LFO, Panner, type BaseContext } from './tone.ts';
import type { Cue } from '../../engine/index.ts';
import { tempoBpm, type Note, type Score } from './modules/index.ts';
import { recordingOf } from './recordings.ts';
import { sound, type Voice } from './voice.ts';

/** Seconds that the low-pass takes to open and close a little, so that a held pad breathes. */
const DRIFT_S = 23;
const DRIFT_CENTS = 180;
/** Highest corner as a share of the sample rate: drift must not take it to half of that (a headset may run at 16 kHz). */
const HIGHEST = 0.4;
/** The Q in dB at which a low-pass has no bump at its corner. */
const FLAT_DB = -3;

interface Performance {
  readonly cue: Cue;
  readonly score: Score;
  readonly seed: number;
  /** Which phrase comes first, and when, in seconds of the context. */
  readonly phrase: number;
  readonly at: number;
}

interface Phrase {
  readonly index: number;
  readonly at: number;
}

/** A note that has its time but is not on the audio clock yet. */
interface Waiting {
  readonly note: Note;
  readonly at: number;
  readonly beatS: number;
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
  readonly #nodes: readonly { dispose(): unknown }[];
  readonly #parts = new Map<string, Panner>();
  readonly #voices = new Set<Voice>();
  #bpm: number;
  #phrases: Phrase[] = [];
  #waiting: Waiting[] = [];
  #next: Phrase;

  constructor(context: BaseContext, { cue, score, seed, phrase, at }: Performance) {
    this.#context = context;
    this.#score = score;
    this.#seed = seed;
    this.#bpm = tempoBpm(score.family, cue.level);
    this.#next = { index: phrase, at };
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
    drift.connect(tone.detune).start(at);
    const levels = Object.entries(score.parts).map(([name, { gainDb, pan }]) => {
      const level = new Gain({ context, gain: dbToGain(gainDb) }).connect(tone);
      this.#parts.set(name, new Panner({ context, pan, channelCount: 1 }).connect(level));
      return level;
    });
    this.#nodes = [...this.#parts.values(), ...levels, drift, tone, trim, this.fade, this.send];
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
    const now = this.#context.currentTime;
    this.#phrases = this.#phrases.filter(({ at }) => at > now - 30);
    while (this.#next.at < Math.min(horizon, this.endsAt)) {
      const phrase = { ...this.#next, at: Math.max(this.#next.at, now) };
      const place = { index: phrase.index, level: this.cue.level, seed: this.#seed };
      const beatS = 60 / this.#bpm;
      for (const note of this.#score.phrase(place))
        this.#waiting.push({ note, at: phrase.at + note.beat * beatS, beatS });
      this.#phrases.push(phrase);
      this.#next = { index: phrase.index + 1, at: phrase.at + this.#score.beatsPerPhrase * beatS };
    }
    for (const due of this.#waiting.filter(({ at }) => at < horizon)) this.#sound(due);
    this.#waiting = this.#waiting.filter(({ at }) => at >= horizon);
  }

  /**
   * Takes on the tempo of a deck of its own family from its next phrase on, so that both keep step while it leaves.
   * Its notes from there on are taken back and played anew.
   */
  follow(leader: Deck, from: number): void {
    if (leader.#score.family !== this.#score.family) return;
    this.#bpm = leader.#bpm;
    this.#next = this.phraseFrom(from);
    this.#phrases = this.#phrases.filter(({ at }) => at < this.#next.at);
    this.#waiting = this.#waiting.filter(({ at }) => at < this.#next.at);
    this.#endVoices((voice) => voice.at >= this.#next.at);
  }

  dispose(): void {
    this.#endVoices(() => true);
    // An offline context renders once its clock has run through: what is taken apart before would never be heard.
    if (!this.#context.isOffline) for (const node of this.#nodes) node.dispose();
  }

  #sound({ note, at, beatS }: Waiting): void {
    const { instrument, swellBeats } = this.#score.parts[note.part]!;
    const [attackS, releaseS] = swellBeats?.map((beats) => beats * beatS) ?? [
      instrument.attackS,
      instrument.releaseS * 5,
    ];
    const voice = sound(this.#context, recordingOf(this.#context, instrument, note.midi), {
      note: {
        at,
        attackS: attackS!,
        letGoAt: at + note.beats * beatS,
        releaseS: releaseS!,
        gain: note.velocity,
        loops: instrument.loops,
      },
      to: this.#parts.get(note.part)!,
      onEnd: (ended) => this.#voices.delete(ended),
    });
    this.#voices.add(voice);
  }

  #endVoices(which: (voice: Voice) => boolean): void {
    for (const voice of [...this.#voices].filter(which)) {
      voice.end(this.#context.currentTime);
      this.#voices.delete(voice);
    }
  }
}
