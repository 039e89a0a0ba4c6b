/** What the artefact rule takes a beat for. `normal` intervals are NN intervals. */
export type BeatClass = 'normal' | 'out-of-range' | 'off-median';
