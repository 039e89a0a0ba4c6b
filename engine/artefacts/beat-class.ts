/**
 * The class of an RR interval. `normal` intervals are NN intervals unchanged.
 *
 * `ectopic`: one of the two intervals beside a premature beat. `missed`: holds one or more undetected beats.
 * `extra`: one of the pieces into which a false detection cut an interval. `long`, `short`: next to a beat detected
 * at the wrong time, or not explained by its neighbours. `gap`: longer than any heart beat; the signal was lost.
 */
export type BeatClass = 'normal' | 'ectopic' | 'missed' | 'extra' | 'long' | 'short' | 'gap';
