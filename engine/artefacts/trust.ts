import type { BeatClass } from './beat-class.ts';

/** How far a corrected series can be trusted. */
export type Trust =
  'ok' | 'flagged' | { readonly withheld: 'too-few-beats' | 'too-many-artefacts' | 'irregular-rhythm' };

/** Above this share of corrected intervals a figure carries a flag: the 5 % of common practice. */
const FLAGGED_SHARE = 0.05;
/** Above this share a figure is withheld. Up to 10 % of injected artefacts (some 17 % of the intervals) is repaired within a few per cent. */
const WITHHELD_SHARE = 0.25;
/** Fewer intervals say nothing about their manner. */
const FEW = 5;

/** Judges the classes of a window or a recording. Gaps are absence, not artefacts. */
export function trust(classes: readonly BeatClass[]): Trust {
  const count = (some: readonly BeatClass[]) => classes.filter((it) => some.includes(it)).length;
  const gaps = count(['gap']);
  const beats = classes.length - gaps;
  if (beats < FEW) return { withheld: 'too-few-beats' };
  const share = (beats - count(['normal'])) / beats;
  if (share <= FLAGGED_SHARE) return 'ok';
  if (share <= WITHHELD_SHARE) return 'flagged';
  const detector = count(['missed', 'extra']);
  return { withheld: 2 * detector > share * beats ? 'too-many-artefacts' : 'irregular-rhythm' };
}
