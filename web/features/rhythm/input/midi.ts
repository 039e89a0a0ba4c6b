import { Observable } from 'rxjs';

/** A key or a pad of an instrument that was struck. */
export interface MidiHit {
  readonly note: number;
  /** 0–1. */
  readonly force: number;
  /** On the page's clock, ms. */
  readonly timeStampMs: number;
}

/** Instruments by Web MIDI. Absent where the browser has none: then it is not offered. */
export interface MidiPort {
  /** Asks the person. Rejects where they, or the system, say no. */
  open(): Promise<{ readonly names: readonly string[]; readonly hits$: Observable<MidiHit> }>;
}

export const browserMidi = (): MidiPort | undefined =>
  'requestMIDIAccess' in navigator
    ? {
        open: async () => {
          const access = await navigator.requestMIDIAccess();
          const inputs = [...access.inputs.values()];
          const hits$ = new Observable<MidiHit>((subscriber) => {
            const hear = (event: Event): void => {
              const hit = hitOf(event as MIDIMessageEvent);
              if (hit) subscriber.next(hit);
            };
            for (const input of inputs) input.addEventListener('midimessage', hear);
            return () => {
              for (const input of inputs) input.removeEventListener('midimessage', hear);
            };
          });
          return { names: inputs.map(({ name, id }) => name ?? id), hits$ };
        },
      }
    : undefined;

/** Of a message, a note that begins; absent: anything else. A velocity of 0 is a note that ends (MIDI 1.0). */
export function hitOf({
  data,
  timeStamp,
}: Pick<MIDIMessageEvent, 'data' | 'timeStamp'>): MidiHit | undefined {
  const [status = 0, note = 0, velocity = 0] = data ?? [];
  if ((status & 0xf0) !== 0x90 || velocity === 0) return undefined;
  return { note, force: velocity / 127, timeStampMs: timeStamp };
}
