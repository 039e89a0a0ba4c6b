/**
 * What an RR interval is taken for. `normal` intervals are NN intervals as they stand.
 *
 * `ectopic`: one of the two intervals beside a premature beat. `missed`: holds one or more undetected beats.
 * `extra`: one of the pieces into which a false detection cut an interval. `long`, `short`: beside a
 * beat detected at the wrong place, or outside anything that the neighbourhood explains. `gap`: no
 * heart beat is this long; the signal was lost.
 */
export type BeatClass = 'normal' | 'ectopic' | 'missed' | 'extra' | 'long' | 'short' | 'gap';
