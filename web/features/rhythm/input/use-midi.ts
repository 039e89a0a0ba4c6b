import { useEffect, useRef, useState } from 'react';
import { Subscription } from 'rxjs';
import type { MidiHit, MidiPort } from './midi.ts';

/** How an instrument is heard. */
export type MidiUse =
  { readonly is: 'off' | 'denied' | 'none' } | { readonly is: 'on'; readonly names: readonly string[] };

/** Hits of instruments while the screen is shown, once they are asked for. */
export function useMidi(
  midi: MidiPort | undefined,
  hit: (hit: MidiHit) => void,
): { readonly use: MidiUse; readonly ask: () => void } {
  const [use, setUse] = useState<MidiUse>({ is: 'off' });
  const latest = useRef(hit);
  const listening = useRef(new Subscription());
  useEffect(() => {
    latest.current = hit;
  });
  useEffect(() => {
    const heard = listening.current;
    return () => heard.unsubscribe();
  }, []);
  const ask = (): void =>
    void midi?.open().then(
      ({ names, hits$ }) => {
        listening.current.add(hits$.subscribe((one) => latest.current(one)));
        setUse(names.length === 0 ? { is: 'none' } : { is: 'on', names });
      },
      () => setUse({ is: 'denied' }),
    );
  return { use, ask };
}
