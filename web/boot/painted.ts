/** Settles when what has been drawn by now can be seen; at once in a page that nobody sees, for it is not painted. */
export const painted = (): Promise<void> =>
  document.hidden
    ? Promise.resolve()
    : new Promise((settle) => requestAnimationFrame(() => setTimeout(settle)));
