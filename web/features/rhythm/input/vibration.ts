/** A short touch; absent where nothing would hum: browsers of computers have the call, but no motor. */
export const browserTouch = (): ((ms: number) => void) | undefined =>
  'vibrate' in navigator && matchMedia('(pointer: coarse)').matches
    ? (ms) => void navigator.vibrate(ms)
    : undefined;
