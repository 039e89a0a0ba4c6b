/** One window with its label and what a method made of it. */
export interface ScoredWindow {
  readonly subject: string;
  /** The condition looked for was there. */
  readonly positive: boolean;
  /** Higher means more of it. A probability where calibration is asked for. */
  readonly score: number;
}

/** Windows by subject, subjects in the order of their first window. */
export function bySubject<W extends Pick<ScoredWindow, 'subject'>>(
  windows: readonly W[],
): ReadonlyMap<string, readonly W[]> {
  const groups = new Map<string, W[]>();
  for (const window of windows) {
    const group = groups.get(window.subject);
    if (group) group.push(window);
    else groups.set(window.subject, [window]);
  }
  return groups;
}
