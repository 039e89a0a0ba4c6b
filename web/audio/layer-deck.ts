import type { Layer } from '../../engine/index.ts';
import type { HeardAt } from './audio-clock.ts';
import type { BreathGuide } from './breath-guide.ts';
import { BREATH, RAIN, STREAM, SURF, WIND, type Instrument } from './instruments/index.ts';
import type { RecordingBank } from './recordings.ts';
import { BreathSwell } from './breath-swell.ts';
import { connect, dbToGain, Gain, type BaseContext, type InputNode } from './tone.ts';

/** How far a layer lies below the music, which is at −18 LUFS. dB from the recordings' own −18 dBFS. */
const UNDER_DB = -12;
/** Seconds in which a layer comes and goes. */
const FADE_S = 3;
/** A breath never falls quite to nothing, so that it does not begin again from silence. Linear. */
const REST = 0.08;

const RECORDED = new Map([SURF, RAIN, WIND, STREAM, BREATH].map((instrument) => [instrument.id, instrument]));

/** The recording that a layer is. @throws RangeError  there is none of that id */
export function instrumentOf({ id }: Layer): Instrument {
  const instrument = RECORDED.get(id);
  if (!instrument) throw new RangeError(`layer: no recording named "${id}"`);
  return instrument;
}

interface LayerDeckOptions {
  readonly instrument: Instrument;
  readonly bank: RecordingBank;
  readonly to: InputNode;
  readonly heardAt: () => HeardAt;
  /** The breath that it swells with; absent: it is even. */
  readonly guide?: BreathGuide | undefined;
}

/** One layer that sounds: an endless recording, swelling as breath does where it is the pacer. Times of the context. */
export class LayerDeck {
  readonly #context: BaseContext;
  readonly #fade: Gain;
  readonly #swell: BreathSwell;
  readonly #source: AudioBufferSourceNode;

  constructor(context: BaseContext, { instrument, bank, to, heardAt, guide }: LayerDeckOptions) {
    const at = context.currentTime;
    this.#context = context;
    this.#fade = new Gain({ context, gain: 0 });
    this.#fade.connect(to);
    this.#swell = new BreathSwell(context, heardAt);
    this.#swell.gain.connect(this.#fade);
    this.#swell.follow(guide, REST);
    this.#swell.scheduleUntil(at + FADE_S);
    this.#source = context.createBufferSource();
    this.#source.buffer = bank.recordingOf(instrument, 60)!.buffer;
    this.#source.loop = true;
    connect(this.#source, this.#swell.gain);
    this.#source.start(at);
    this.#fade.gain.setValueAtTime(0, at).linearRampToValueAtTime(dbToGain(UNDER_DB), at + FADE_S);
  }

  /** Swells with another breath from here on. */
  follow(guide: BreathGuide): void {
    this.#swell.follow(guide, REST);
  }

  /** After the audio clock stood still. */
  resync(): void {
    this.#swell.resync();
  }

  /** Puts every breath on the audio clock until `horizon`. */
  scheduleUntil(horizon: number): void {
    this.#swell.scheduleUntil(horizon);
  }

  /** To exactly 0 from `at` on within `seconds`, and gives everything back. */
  leave(at: number, seconds = FADE_S): void {
    this.#fade.gain.cancelAndHoldAtTime(at).linearRampToValueAtTime(0, at + seconds);
    this.#source.stop(at + seconds + 0.05);
    this.#source.onended = () => {
      if (this.#context.isOffline) return;
      this.#swell.gain.dispose();
      this.#fade.dispose();
    };
  }
}
