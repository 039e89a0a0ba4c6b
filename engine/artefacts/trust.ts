import type { BeatClass } from './beat-class.ts';

/** Whether figures of a corrected series may be shown. */
export type Trust =
  'ok' | 'flagged' | { readonly withheld: 'too-few-beats' | 'too-many-artefacts' | 'irregular-rhythm' };

/** Above this share of corrected intervals a figure carries a flag: the 5 % of common practice. */
const FLAGGED_SHARE = 0.05;
/**
 * Above this share a figure is withheld. Up to 10 % of injected artefacts (some 17 % of the
 * intervals) is repaired within a few per cent.
 */
const WITHHELD_SHARE = 0.25;
/** Intervals needed for a verdict on the rhythm. */
const MIN_INTERVALS = 5;

export type ClassCounts = Readonly<Record<BeatClass, number>>;

export const NO_CLASSES: ClassCounts = {
  normal: 0,
  ectopic: 0,
  missed: 0,
  extra: 0,
  long: 0,
  short: 0,
  gap: 0,
};

/** Judges the classes of a window or a recording; see {@link trustOf}. */
export function trust(classes: readonly BeatClass[]): Trust {
  const counts: Record<BeatClass, number> = { ...NO_CLASSES };
  for (const kind of classes) counts[kind] += 1;
  return trustOf(counts);
}

/** Judges a window or a recording by how many beats of each class it holds. Gaps are absence, not artefacts. */
export function trustOf(counts: ClassCounts): Trust {
  const { normal, ectopic, missed, extra, long, short } = counts;
  const beats = normal + ectopic + missed + extra + long + short;
  if (beats < MIN_INTERVALS) return { withheld: 'too-few-beats' };
  const share = (beats - normal) / beats;
  if (share <= FLAGGED_SHARE) return 'ok';
  if (share <= WITHHELD_SHARE) return 'flagged';
  return {
    withheld: 2 * (missed + extra) > share * beats ? 'too-many-artefacts' : 'irregular-rhythm',
  };
}
