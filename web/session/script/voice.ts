import { behavior, type Behavior } from '../../kit/behavior.ts';
import { language } from '../../kit/language.ts';

/** Reads words aloud, by a voice of this device and by no other: what is said never leaves it. */
export interface Voice {
  /** Whether there is such a voice for this language; browsers may learn of it late. */
  readonly here$: Behavior<boolean>;
  /** Whether the person wants it. */
  readonly on$: Behavior<boolean>;
  readonly speaking$: Behavior<boolean>;
  setOn(on: boolean): void;
  /** In place of what is still being said. Does nothing while it is off or there is no voice. */
  say(text: string): void;
  /** Silence at once. */
  hush(): void;
}

export interface VoicePorts {
  /** Absent: the browser has none. */
  readonly synthesis: Synthesis | undefined;
  readonly utter: (text: string) => Utterance;
  /** Where the choice is kept; one that throws keeps nothing. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>;
  /** Absent: the language of this page. */
  readonly spokenIn?: string;
}

/** As much of the browser's speech as is needed. */
export interface Synthesis {
  getVoices(): readonly LocalVoice[];
  speak(utterance: Utterance): void;
  cancel(): void;
  addEventListener?(type: 'voiceschanged', listener: () => void): void;
}

export interface LocalVoice {
  readonly lang: string;
  readonly localService: boolean;
  readonly default: boolean;
}

export interface Utterance {
  voice: LocalVoice | null;
  lang: string;
  rate: number;
  onend: (() => void) | null;
  onerror: (() => void) | null;
}

const KEPT = 'attune.spoken';
/** Slower than it reads by itself: nobody is in a hurry here. */
const RATE = 0.85;

export function localVoice({ synthesis, utter, storage, spokenIn = language }: VoicePorts): Voice {
  const fitting = (): LocalVoice | undefined => {
    const voices = (synthesis?.getVoices() ?? []).filter(
      ({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === spokenIn,
    );
    return voices.find((voice) => voice.default) ?? voices[0];
  };
  const here$ = behavior(fitting() !== undefined);
  synthesis?.addEventListener?.('voiceschanged', () => here$.next(fitting() !== undefined));
  const on$ = behavior(keptIn(storage));
  const speaking$ = behavior(false);
  let saying: Utterance | undefined;

  const hush = (): void => {
    saying = undefined;
    synthesis?.cancel();
    if (speaking$.value) speaking$.next(false);
  };
  return {
    here$,
    on$,
    speaking$,
    hush,
    setOn: (on) => {
      if (!on) hush();
      on$.next(on);
      try {
        storage().setItem(KEPT, on ? 'yes' : 'no');
      } catch {
        // Then it is asked for again another time.
      }
    },
    say: (text) => {
      hush();
      const voice = fitting();
      if (!on$.value || !voice || !synthesis) return;
      const utterance = utter(text);
      Object.assign(utterance, { voice, lang: voice.lang, rate: RATE });
      const over = (): void => {
        // One that was cut off for another says so late.
        if (saying !== utterance) return;
        saying = undefined;
        speaking$.next(false);
      };
      Object.assign(utterance, { onend: over, onerror: over });
      saying = utterance;
      speaking$.next(true);
      synthesis.speak(utterance);
    },
  };
}

function keptIn(storage: VoicePorts['storage']): boolean {
  try {
    return storage().getItem(KEPT) === 'yes';
  } catch {
    return false;
  }
}

/** The browser's own speech. */
export const browserVoice = (): Voice =>
  localVoice({
    synthesis: (globalThis as { speechSynthesis?: unknown }).speechSynthesis as Synthesis | undefined,
    utter: (text) => new SpeechSynthesisUtterance(text) as unknown as Utterance,
    storage: () => localStorage,
  });
