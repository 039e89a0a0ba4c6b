import { BREATH_PACE, type BreathPace, type Layer } from '../../engine/index.ts';
import { BREATH, RAIN, STREAM, SURF, WIND, type Instrument } from './instruments/index.ts';
import type { RecordingBank } from './recordings.ts';
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

/** One layer that sounds: an endless recording, swelling as breath does where it is the pacer. Times of the context. */
export class LayerDeck {
  readonly #context: BaseContext;
  readonly #fade: Gain;
  readonly #swell: Gain;
  readonly #source: AudioBufferSourceNode;
  readonly #pace: BreathPace | undefined;
  #nextBreath: number;

  constructor(
    context: BaseContext,
    setting: { layer: Layer; bank: RecordingBank; to: InputNode; pace?: BreathPace },
  ) {
    const { layer, bank, to, pace = BREATH_PACE } = setting;
    const at = context.currentTime;
    this.#context = context;
    this.#pace = layer.kind === 'breath' ? pace : undefined;
    this.#nextBreath = at;
    this.#fade = new Gain({ context, gain: 0 });
    this.#swell = new Gain({ context, gain: this.#pace ? REST : 1 }).connect(this.#fade);
    this.#fade.connect(to);
    this.#source = context.createBufferSource();
    this.#source.buffer = bank.recordingOf(instrumentOf(layer), 60)!.buffer;
    this.#source.loop = true;
    connect(this.#source, this.#swell);
    this.#source.start(at);
    this.#fade.gain.setValueAtTime(0, at).linearRampToValueAtTime(dbToGain(UNDER_DB), at + FADE_S);
  }

  /** Puts every breath on the audio clock that begins before `horizon`. */
  scheduleUntil(horizon: number): void {
    if (!this.#pace) return;
    const lengthS = 60 / this.#pace.perMinute;
    for (; this.#nextBreath < horizon; this.#nextBreath += lengthS)
      this.#swell.gain
        .setValueAtTime(REST, this.#nextBreath)
        .linearRampToValueAtTime(1, this.#nextBreath + this.#pace.inShare * lengthS)
        .linearRampToValueAtTime(REST, this.#nextBreath + lengthS);
  }

  /** To exactly 0 from `at` on within `seconds`, and gives everything back. */
  leave(at: number, seconds = FADE_S): void {
    this.#fade.gain.cancelAndHoldAtTime(at).linearRampToValueAtTime(0, at + seconds);
    this.#source.stop(at + seconds + 0.05);
    this.#source.onended = () => {
      if (this.#context.isOffline) return;
      this.#swell.dispose();
      this.#fade.dispose();
    };
  }
}
