/** Absent where nothing would hum: browsers of computers have the call, but no motor. */
export const browserVibration = (): ((pattern: number[]) => void) | undefined =>
  'vibrate' in navigator && matchMedia('(pointer: coarse)').matches
    ? (pattern) => void navigator.vibrate(pattern)
    : undefined;
