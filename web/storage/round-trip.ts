/** Seconds from what this device plays to where it records it, as measured last. */
const KEY = 'attune.rhythm.loop-s';

/** A browser may refuse it as soon as it is asked for. */
type Store = () => Pick<Storage, 'getItem' | 'setItem'>;
const own: Store = () => localStorage;

/** `undefined`: never measured here, forgotten, or the browser keeps nothing. */
export function storedLoopS(storage = own): number | undefined {
  try {
    const kept = Number(storage().getItem(KEY) ?? NaN);
    return Number.isFinite(kept) && kept > 0 && kept < 1 ? kept : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What the browser will not keep is measured again next time.
 * @param loopS absent: forgets it
 */
export function storeLoopS(loopS: number | undefined, storage = own): void {
  try {
    storage().setItem(KEY, loopS === undefined ? '' : loopS.toFixed(5));
  } catch {
    // Nothing depends on it.
  }
}
