/** Where the round trip of this device is remembered: seconds from what is played to where it is recorded. */
const KEY = 'attune.rhythm.loop-s';

/** `undefined`: never measured here, or the browser keeps nothing. */
export function storedLoopS(): number | undefined {
  try {
    const kept = Number(localStorage.getItem(KEY) ?? NaN);
    return Number.isFinite(kept) && kept > 0 && kept < 1 ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** What the browser will not keep is measured again next time. */
export function storeLoopS(loopS: number): void {
  try {
    localStorage.setItem(KEY, loopS.toFixed(5));
  } catch {
    // Nothing depends on it.
  }
}
