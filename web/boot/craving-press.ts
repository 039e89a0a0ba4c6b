import { openAudio } from '../audio/open-audio.ts';

/** What a press leads to, once there is something that can play. */
export interface PressAnswers {
  readonly cravingNow: () => void;
  readonly stop: () => void;
}

/** "Craving now": a press that comes before anything could play is kept until it can be answered, or is taken back. */
export class CravingPress {
  /** Settles with the first press: nothing else matters as much then. */
  readonly first: Promise<void>;
  #onFirst = (): void => undefined;
  readonly #openAudio: () => AudioContext;
  readonly #watching = new Set<() => void>();
  #answers: PressAnswers | undefined;
  #audio: AudioContext | undefined;
  #coming = false;

  /** @param audio opens the audio; called within the press */
  constructor(audio: () => AudioContext) {
    this.#openAudio = audio;
    this.first = new Promise((settle) => (this.#onFirst = settle));
  }

  /** Pressed, and not taken back since. */
  get coming(): boolean {
    return this.#coming;
  }

  /** Calls `changed` whenever `coming` has changed. */
  watch(changed: () => void): void {
    this.#watching.add(changed);
  }

  /** Call it in the handler of the press: elsewhere the browser would not let it sound. */
  readonly press = (): void => {
    this.#say(true);
    if (this.#answers) this.#answers.cravingNow();
    else this.#audio ??= this.#openAudio();
    this.#onFirst();
  };

  readonly takeBack = (): void => {
    if (!this.#coming) return;
    this.#say(false);
    this.#answers?.stop();
    void this.takeAudio()?.close();
  };

  /** The audio that a press has opened; the caller's from now on. Absent: nobody has pressed. */
  takeAudio(): AudioContext | undefined {
    const audio = this.#audio;
    this.#audio = undefined;
    return audio;
  }

  /** Answers the press that waits, if there is one, and from now on each press at once. */
  answerWith(answers: PressAnswers): void {
    this.#answers = answers;
    if (this.#coming) answers.cravingNow();
  }

  #say(coming: boolean): void {
    if (this.#coming === coming) return;
    this.#coming = coming;
    for (const changed of this.#watching) changed();
  }
}

export const cravingPress = new CravingPress(openAudio);
